import Conditions
import Diagnostics
import Foundation
import Notation
import Procedures
import Replay
import Testing

/// Every workflow of the national procedure written as SCXML and read back.
@Suite struct `Workflows written as SCXML and read back` {
  private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The files in `workflows/england`.
  static let files: [SourceText] = {
    let folder = repository.appendingPathComponent("workflows/england")
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".yaml") }
    return names.sorted().compactMap { name in
      (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)).map { SourceText(name: name, text: $0) }
    }
  }()

  /// The files that the guide of the language shows, but for its profile.
  private static let guide: [SourceText] = {
    let page = repository.appendingPathComponent("Sources/Notation/Notation.docc/WorkflowLanguage.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    let files = text.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    return files.filter { !$0.hasPrefix("profile:") }.enumerated().map { SourceText(name: "guide-\($0).yaml", text: $1) }
  }()

  static let england = ProcedureReader.read(files).procedure

  static let numbers = Array(0..<(england?.workflows.count ?? 0))

  private func readBack(_ number: WorkflowIndex) throws -> (original: Workflow, copy: Workflow, Procedure) {
    let procedure = try #require(Self.england)
    let original = procedure.workflows[number]
    let (text, losses) = SCXMLWriter.write(original, in: procedure)
    #expect(!losses.hasErrors)
    let (copy, diagnostics) = SCXMLReader.read(SourceText(name: "\(original.name).scxml", text: text), in: procedure)
    #expect(diagnostics.isEmpty, "\(DiagnosticRenderer(sources: []).render(diagnostics))")
    return (original, try #require(copy), procedure)
  }

  @Test func `There are workflows to write`() { #expect(Self.numbers.count == 39) }

  @Test(arguments: numbers) func `The machine is the same`(_ number: WorkflowIndex) throws {
    let (original, copy, _) = try readBack(number)
    expectSame(copy, as: original)
  }

  /// SCXML made of a workflow becomes a workflow again: all of them together, with the vocabulary, in place of their files.
  @Test func `All of them come back in the workflow language as the same machines`() throws {
    try expectSameInTheLanguage(try #require(Self.england), beside: Self.files)
  }

  /// The guide has what no workflow of the procedure uses: history, parallel states, signals, delays of the calendar.
  @Test func `The workflow of the guide comes back both ways, and uses the whole language`() throws {
    let (procedure, faults) = ProcedureReader.read(Self.guide)
    #expect(faults == [])
    let guide = try #require(procedure)
    try expectSameInTheLanguage(guide, beside: Self.guide)
    var told: Set<DiagnosticCode> = []
    for original in guide.workflows {
      let (text, losses) = SCXMLWriter.write(original, in: guide)
      told.formUnion(losses.map(\.code))
      let (copy, diagnostics) = SCXMLReader.read(SourceText(name: "copy.scxml", text: text), in: guide)
      #expect(diagnostics == [], "\(DiagnosticRenderer(sources: []).render(diagnostics))")
      expectSame(try #require(copy), as: original)
    }
    #expect(told == [.scxmlLeavesOutRules, .scxmlKeepsConditionAside, .scxmlKeepsDelayAside])
  }

  /// Writes each workflow as SCXML without its procedure, and that in the language in place of its file.
  private func expectSameInTheLanguage(_ procedure: Procedure, beside files: [SourceText]) throws {
    let own = Set(procedure.workflows.map(\.place.file))
    // Parameters may stand in the files of workflows; no guard of these procedures asks for one that does.
    var files = files.filter { !own.contains($0.name) }
    for workflow in procedure.workflows {
      let text = SCXMLWriter.write(workflow, in: procedure).text
      let copy = try #require(SCXMLReader.read(SourceText(name: "\(workflow.name).scxml", text: text)).workflow)
      let (converted, diagnostics) = WorkflowConverter.files(of: copy)
      #expect(diagnostics == [], "\(DiagnosticRenderer(sources: []).render(diagnostics))")
      let file = try #require(converted.first)
      #expect(file.name == "\(workflow.name).yaml")
      // Conditions name workflows by number, in the order of their files.
      files.append(SourceText(name: workflow.place.file, text: file.text))
    }
    let (again, faults) = ProcedureReader.read(files)
    let copies = try #require(again, "\(DiagnosticRenderer(sources: files).render(faults))").workflows
    #expect(copies.map(\.name) == procedure.workflows.map(\.name))
    for (copy, original) in zip(copies, procedure.workflows) { expectSame(copy, as: original) }
  }

  private func expectSame(_ copy: Workflow, as original: Workflow) {
    #expect(copy.name == original.name && copy.title == original.title && copy.signals == original.signals)
    #expect(copy.startTargets == original.startTargets && copy.topStates == original.topStates, "\(original.name)")
    #expect(copy.states.map(MachineState.init) == original.states.map(MachineState.init), "\(original.name)")
    #expect(copy.machineTransitions == original.machineTransitions, "\(original.name)")
  }

  @Test(arguments: numbers) func `It does the same on events at random, whatever its guards say`(_ number: WorkflowIndex) throws {
    let (original, copy, procedure) = try readBack(number)
    let known = original.transitions.flatMap { way -> [EventIndex] in
      if case .events(let events) = way.cue { events } else { [] }
    }
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = RandomSource(seed: seed &* 1000 + UInt64(number))
      let truths = (0..<97).map { _ in Truth(random.percent(60)) }
      let clock = Moment()
      func run(of workflow: Workflow) -> VirtualRun {
        let ranks = workflow.ranksOfTransitions
        return VirtualRun(workflow, number: number) { truths[(ranks[$0] * 31 + clock.count * 7) % truths.count] }
      }
      var (one, other) = (run(of: original), run(of: copy))
      one.begin()
      other.begin()
      for _ in 0..<40 {
        clock.count += 1
        let events = random.percent(80) ? known : Array(procedure.vocabulary.events.indices)
        let event = random.pick(events)
        one.hear(event: event)
        other.hear(event: event)
        if random.percent(10) {
          one.pass(Milliseconds(40_000_000_000))
          other.pass(Milliseconds(40_000_000_000))
        }
        #expect(one.activeStates == other.activeStates, "seed \(seed)")
      }
    }
  }

  /// How often something was heard, on which the truth of guards hangs here.
  private final class Moment { var count = 0 }
}

/// What a state is to a machine.
private struct MachineState: Equatable {
  let state: State

  init(_ state: State) { self.state = state }

  static func == (a: MachineState, b: MachineState) -> Bool {
    let (a, b) = (a.state, b.state)
    return a.name == b.name && a.path == b.path && a.title == b.title && a.kind == b.kind && a.parent == b.parent
      && a.children == b.children && a.onEntry == b.onEntry && a.onExit == b.onExit && a.onStart == b.onStart
  }
}

/// What a transition is to a machine.
private struct MachineTransition: Equatable {
  let cue: Transition.Cue
  let from: StateIndex
  let to: [StateIndex]
  let when: Conditions.Expression?
  let text: String?
  let name: String?
  let isOptional: Bool
  /// `nil` where no target lies inside the source, so that it says nothing.
  let leaves: Bool?
  let actions: [Action]
}

extension Workflow {
  /// The transitions in the order of the states they lead from.
  fileprivate var machineTransitions: [MachineTransition] {
    states.indices.flatMap { from in
      transitions.filter { $0.from == from }.map { way in
        let isInside = { (target: StateIndex) in
          sequence(first: target) { states[$0].parent }.dropFirst().contains(way.from)
        }
        return MachineTransition(
          cue: way.cue, from: way.from, to: way.to, when: way.when?.expression, text: way.when?.text, name: way.name,
          isOptional: way.isOptional, leaves: !way.to.isEmpty && way.to.allSatisfy(isInside) ? way.leaves : nil,
          actions: way.actions)
      }
    }
  }

  /// For each transition, its place in the order of the states they lead from.
  fileprivate var ranksOfTransitions: [Int] {
    var ranks = Array(repeating: 0, count: transitions.count)
    let sorted = transitions.indices.sorted { (transitions[$0].from, $0) < (transitions[$1].from, $1) }
    for (rank, index) in sorted.enumerated() { ranks[index] = rank }
    return ranks
  }
}
