import CivilTime
import Conditions
import Histories
import Procedures
import Replay

extension ReferenceRun {
  /// Checks at the event itself, which see the states before it, or at the start of the episode that it begins.
  func checkEvent(at occasion: ReferenceOccasion) {
    makeChecks(at: occasion, occasion.before) { if case .event = $0 { true } else { false } }
  }

  /// Checks at what was entered or left, which see the states after it.
  func checkStates(at occasion: ReferenceOccasion) {
    var after = occasion
    after.before = nil
    makeChecks(at: after, nil) { if case .event = $0 { false } else { true } }
  }

  private func makeChecks(
    at occasion: ReferenceOccasion, _ picture: ReferencePicture?, _ isMeant: (Pattern) -> Bool
  ) {
    for (index, rule) in procedure.rules.enumerated() {
      guard case .check(let check) = rule.form, rule.inForce.contains(day) else { continue }
      var context = ReferenceContext(
        self, child: occasion.child, workflow: rule.workflow, time: occasion.time, this: occasion.event, picture: picture)
      context.trigger = occasion.event
      let found = leaves(of: check.at).filter { isMeant($0.pattern) }.map { truth($0.pattern, at: occasion, context) }
      let applies = found.reduce(Truth.no) { $0.or($1) }
      guard applies != .no else { continue }
      if let during = check.during, context.nominalTruth(of: during) != .yes { continue }
      judge(index, check, applies, occasion, context)
    }
  }

  private func judge(
    _ rule: RuleIndex, _ check: Check, _ applies: Truth, _ occasion: ReferenceOccasion, _ context: ReferenceContext
  ) {
    guard let each = procedure.rules[rule].each else {
      return judge(rule, check, applies, occasion, context, member: nil)
    }
    let asked = context.asking(from: context.workflow)
    guard let members = members(of: each, asked) else {
      var missing = asked.notes.missing
      if missing.isEmpty { missing = context.notes.missing }
      return write(.notRecorded, .certain, rule, occasion, nil, missing)
    }
    for member in members {
      var own = context
      own.each = .choice(member)
      judge(rule, check, applies, occasion, own, member: member)
    }
  }

  private func judge(
    _ rule: RuleIndex, _ check: Check, _ applies: Truth, _ occasion: ReferenceOccasion, _ context: ReferenceContext,
    member: Int?
  ) {
    var applies = applies
    if let when = check.when { applies = applies.and(context.truth(of: when)) }
    if applies == .no { return }
    let required = context.asking(from: context.workflow).requiring()
    let holds = required.truth(of: check.require)
    let certainty: Certainty =
      restsOnUncertain(rule, occasion.child) || !isCertainlyKnown(occasion.child, at: occasion.time) ? .possible : .certain
    if holds == .yes { return write(.held, certainty, rule, occasion, member, []) }
    let mayNotApply = applies == .unknown && context.notes.areOfDatesAlone
    if applies == .unknown, !mayNotApply {
      return write(.notRecorded, .certain, rule, occasion, member, context.notes.missing + required.notes.missing)
    }
    if holds == .no { return write(.broken, mayNotApply ? .possible : certainty, rule, occasion, member, []) }
    if required.notes.missing.isEmpty, required.notes.isTimeUncertain {
      return write(.broken, .possible, rule, occasion, member, [])
    }
    write(.notRecorded, .certain, rule, occasion, member, required.notes.missing)
  }

  private func write(
    _ verdict: Verdict, _ certainty: Certainty, _ rule: RuleIndex, _ occasion: ReferenceOccasion, _ member: Int?,
    _ missing: [MissingValue]
  ) {
    let standing = occasion.before ?? picture()
    let judgement = Judgement(
      rule: rule, child: occasion.child,
      episode: standing.children[occasion.child].machines[procedure.rules[rule].workflow].episode, member: member,
      verdict: verdict, certainty: certainty, opened: span(of: occasion.time), due: nil, ended: nil, ending: .atOnce,
      lateness: nil, intervals: nil, openingEvent: occasion.event, closingEvent: nil, furtherEvidence: [],
      missing: missing)
    judged.append((judgement, nil))
  }
}
