import CivilTime
import Conditions
import Histories
import Procedures
import Replay

extension ReferenceRun {
  /// Judges every invariant of every judged child, once for the moment.
  func judgeInvariants() {
    for child in children.indices where children[child].isJudged {
      guard let cause = causes.last(where: { $0.child == child }) ?? causes.last else { return }
      judgeInvariants(of: child, cause)
    }
  }

  func judgeInvariants(of child: Int, _ cause: ReferenceCause) {
    for (index, rule) in procedure.rules.enumerated() {
      guard case .invariant(let invariant) = rule.form else { continue }
      judge(index, invariant, of: child, asksOnlyStates(rule, invariant) ? lastMove(of: rule, child) ?? cause : cause)
    }
  }

  /// What last moved, in the moment, a machine of the child that a rule about nothing but states names.
  private func lastMove(of rule: Rule, _ child: Int) -> ReferenceCause? {
    let workflows = Set(references(of: rule).states.map(\.workflow))
    return moves.last { $0.cause.child == child && workflows.contains($0.workflow) }?.cause
  }

  /// Whether a rule asks about nothing but the child's own states, on whatever day.
  private func asksOnlyStates(_ rule: Rule, _ invariant: Invariant) -> Bool {
    rule.inForce == .always && asksOnlyStates(invariant.during.expression) && asksOnlyStates(invariant.require.expression)
  }

  private func asksOnlyStates(_ expression: Expression) -> Bool {
    switch expression {
    case .constant, .state: true
    case .not(let inner): asksOnlyStates(inner)
    case .and(let a, let b), .or(let a, let b): asksOnlyStates(a) && asksOnlyStates(b)
    default: false
    }
  }

  /// Judges the invariant, or one for each member of its set; a member that is no longer in it is judged no further.
  private func judge(_ rule: RuleIndex, _ invariant: Invariant, of child: Int, _ cause: ReferenceCause) {
    let context = ReferenceContext(self, child: child, workflow: procedure.rules[rule].workflow, time: cause.time)
    let isInForce = procedure.rules[rule].inForce.contains(day)
    guard let each = procedure.rules[rule].each else {
      let found = isInForce ? condition(of: invariant, context) : nil
      return turn(ReferenceStretchKey(rule: rule, member: nil), of: child, cause, to: found, context)
    }
    let asked = context.asking(from: context.workflow)
    let members = members(of: each, asked)
    for member in each.choice.members.indices {
      var own = context.asking(from: context.workflow)
      own.each = .choice(member)
      let found = isInForce && members?.contains(member) == true ? condition(of: invariant, own) : nil
      turn(ReferenceStretchKey(rule: rule, member: member), of: child, cause, to: found, own)
    }
    let found: ReferenceStretch.Condition? = isInForce && members == nil ? .unknown : nil
    turn(ReferenceStretchKey(rule: rule, member: nil), of: child, cause, to: found, asked)
  }

  /// Ends a stretch that is no longer as it was, and begins another.
  private func turn(
    _ key: ReferenceStretchKey, of child: Int, _ cause: ReferenceCause, to found: ReferenceStretch.Condition?,
    _ context: ReferenceContext
  ) {
    if children[child].stretches[key]?.condition == found { return }
    endStretch(key, of: child, by: ReferenceEnding(kind: .restored, time: cause.time, event: cause.event))
    guard let found else { return }
    children[child].stretches[key] = ReferenceStretch(
      condition: found, start: cause.time, event: cause.event,
      episode: children[child].machines[context.workflow].episode, isUncertain: restsOnUncertain(key.rule, child),
      missing: found == .unknown ? context.notes.missing : [])
  }

  /// How the invariant stands; `nil` where it does not apply.
  private func condition(of invariant: Invariant, _ context: ReferenceContext) -> ReferenceStretch.Condition? {
    let applies = context.truth(of: invariant.during)
    if applies == .no { return nil }
    let holds = context.requiring().truth(of: invariant.require)
    if holds == .yes { return applies == .yes ? .held : nil }
    if applies == .yes, holds == .no { return .broken }
    return context.notes.missing.isEmpty && context.notes.isTimeUncertain ? .brokenPossibly : .unknown
  }

  func endStretch(_ key: ReferenceStretchKey, of child: Int, by ending: ReferenceEnding) {
    let rule = key.rule
    guard let stretch = children[child].stretches.removeValue(forKey: key),
      case .invariant(let invariant) = form(of: rule)
    else { return }
    let isBroken = stretch.condition == .broken || stretch.condition == .brokenPossibly
    var verdict: Verdict = stretch.condition == .held ? .held : isBroken ? .broken : .notRecorded
    var certainty: Certainty =
      stretch.condition == .brokenPossibly || stretch.isUncertain || restsOnUncertain(rule, child) ? .possible : .certain
    var due: Span?
    var lateness: Lateness?
    if isBroken, let longer = invariant.longerThan {
      var clock = ReferenceClock(
        number: -1, rule: rule, child: child, episode: stretch.episode, member: key.member, opening: stretch.start,
        openingEvent: stretch.event, trigger: nil, followedBefore: 0)
      if case .expression(let condition) = longer {
        clock.length =
          ReferenceContext(self, child: child, workflow: procedure.rules[rule].workflow, time: stretch.start)
          .value(of: condition)
      }
      let kind: Judgement.Ending = ending.kind == .restored ? .left : ending.kind
      guard let outcomes = weigh(clock, ReferenceEnding(kind: kind, time: ending.time, event: nil)) else { return }
      verdict = outcomes.worst == .missed ? .broken : outcomes.worst == .lapsed ? .held : outcomes.worst
      if outcomes.certainty == .possible { certainty = .possible }
      due = outcomes.due
      if verdict == .broken, let least = outcomes.leastLate, let most = outcomes.mostLate {
        lateness = Lateness(least: least, most: most, unit: outcomes.unit)
      }
    }
    if verdict == .notRecorded { certainty = .certain }
    let judgement = Judgement(
      rule: rule, child: child, episode: stretch.episode, member: key.member, verdict: verdict, certainty: certainty,
      opened: span(of: stretch.start), due: due, ended: span(of: ending.time), ending: ending.kind, lateness: lateness,
      intervals: nil, openingEvent: stretch.event, closingEvent: ending.event, furtherEvidence: [],
      missing: verdict == .notRecorded ? stretch.missing : [])
    judged.append((judgement, nil))
  }
}
