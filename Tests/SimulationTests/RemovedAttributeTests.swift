import Conditions
import Diagnostics
import Histories
import Procedures
import Replay
import Testing

/// An attribute taken out of the Theo history: what read it is not recorded, and nothing becomes kept by it.
@Suite struct `An attribute taken away` {
  @Test func `Its check is not recorded or stays as it was, and nothing found turns into something kept`() throws {
    let tree = try Simulation.tree(Theo.text, name: Theo.path)
    let before = try #require(Theo.then)
    let stated = StatedAttribute.all(in: tree, readBy: before.procedure)
    #expect(stated.count > 50)
    var unrecorded = 0
    for attribute in stated {
      let after = try Simulation.replay(attribute.removed(from: tree), by: before.procedure)
      expectNothingKept(before, after, without: attribute)
      unrecorded += try expectReadersSilent(before, after, without: attribute)
    }
    #expect(unrecorded > 40)
  }

  private func expectNothingKept(_ before: ReplayedCase, _ after: ReplayedCase, without attribute: StatedAttribute) {
    for (identifier, finding) in before.flags {
      let verdict = after.judgements[identifier]?.verdict
      #expect(verdict != .held && verdict != .met, "\(attribute): \(identifier) was \(finding.told)")
    }
  }

  /// How many checks of the event lost their verdict; each must name the attribute.
  private func expectReadersSilent(
    _ before: ReplayedCase, _ after: ReplayedCase, without attribute: StatedAttribute
  ) throws -> Int {
    let vocabulary = before.procedure.vocabulary
    let event = try #require(vocabulary.event(named: attribute.type))
    let index = try #require(vocabulary.attributeNames.firstIndex(of: attribute.attribute))
    var unrecorded = 0
    for (identifier, judgement) in before.judgements {
      guard case .check = before.rule(of: judgement).form, let opening = judgement.openingEvent,
        before.event(opening).identifier == attribute.event,
        before.rule(of: judgement).references.attributes.contains(.init(event: event, attribute: index))
      else { continue }
      let told = after.judgements[identifier]
      if told?.verdict == judgement.verdict, told?.certainty == judgement.certainty { continue }
      let names = after.silent(like: identifier).contains { $0.missing.contains { $0.isAttribute(index) } }
      #expect(names, "\(attribute): \(identifier)")
      unrecorded += 1
    }
    return unrecorded
  }

  @Test(arguments: [
    Example(
      old: "event: case_supervision_held, care_plan_discussed: false", new: "event: case_supervision_held",
      rule: "allocation.supervision_looks_at_care_plan", events: ["e75"]),
    Example(
      old: "steps_agreed: true,\n     contingency_stated: false,", new: "steps_agreed: true,",
      rule: "reunification.contingency_stated", events: ["e82"]),
    Example(
      old: "event: legal_planning_held, papers_ready: false", new: "event: legal_planning_held",
      rule: "pre_proceedings.papers_ready_for_legal_planning", events: ["e38"]),
  ])
  func `Its check is not recorded for both children, and no other finding changes`(_ example: Example) throws {
    let before = try #require(Theo.then).findings.mapValues(\.told)
    let after = try Theo.replay(changing: example.old, to: example.new).findings.mapValues(\.told)
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    let expected = example.events.flatMap { event in
      ["theo/ruby/\(example.rule)/\(event)#1", "theo/theo/\(example.rule)/\(event)#1"]
    }
    #expect(changed.sorted() == expected.sorted())
    #expect(expected.allSatisfy { after[$0] == "not recorded, certain" })
  }

  struct Example: Sendable {
    let old: String
    let new: String
    let rule: String
    let events: [String]
  }
}

extension ReplayedCase {
  /// What is not recorded under the rule, child and event of an identifier, whatever the member.
  func silent(like identifier: String) -> [Judgement] {
    let plain = identifier.replacing(/\[[a-z_]+\]/, with: "")
    return judgements.filter { $0.key.replacing(/\[[a-z_]+\]/, with: "") == plain && $0.value.verdict == .notRecorded }
      .map(\.value)
  }
}

extension MissingValue {
  func isAttribute(_ index: AttributeIndex) -> Bool {
    switch self {
    case .attribute(index, _), .attributeOfTrigger(index): true
    default: false
    }
  }
}
