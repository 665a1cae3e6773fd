import Conditions
import Procedures

extension CaseRun {
  /// Makes the checks at an event for the child at hand.
  func checkEvent(_ entry: Entry, at occasion: Occasion) {
    let checks = tables.checksAt[entry.event]
    guard children[child].isJudged, !checks.isEmpty else { return }
    if settledChecks.event != event || settledChecks.child >= 0 && settledChecks.child != child { settle(checks, entry) }
    judged.pass(settledChecks)
    guard !settledChecks.open.isEmpty else { return }
    seeingEpisodesBegun(by: entry.event, at: occasion) {
      for place in settledChecks.open.indices {
        let hooks = tables.eventChecks[settledChecks.open[place]].hooks
        forEachRule(hearing: hooks, at: occasion) { rule, heard in check(rule, heard, at: occasion) }
      }
    }
  }

  /// Finds out what the event alone decides of its checks.
  private func settle(_ checks: Places, _ entry: Entry) {
    var stated: UInt64 = 0
    var isForAll = true
    for place in Int(entry.firstAttribute)..<Int(entry.firstAttribute + entry.attributeCount)
    where attributes[place].kind != .unknown {
      stated |= EventCheck.bit(attributes[place].attribute)
      if entry.children & ~attributes[place].children != 0 { isForAll = false }
    }
    settledChecks.begin(event, for: isForAll ? -1 : child)
    for place in checks.range {
      let check = tables.eventChecks[place]
      guard tables.figures[Int(check.rule)].inForce.contains(day) else { continue }
      switch judged.keepsAll ? .open : outcome(of: check, stated) {
      case .doesNotApply: break
      case .held: settledChecks.passed.append(JudgementBook.place(of: Int(check.rule), .held))
      case .notRecorded:
        settledChecks.passed.append(JudgementBook.place(of: Int(check.rule), .notRecorded))
        settledChecks.passedNotRecorded += 1
      case .open: settledChecks.open.append(place)
      }
    }
  }

  /// - Parameter stated: the attributes that the event states for some child, by their numbers modulo 64, bit by bit.
  private func outcome(of check: EventCheck, _ stated: UInt64) -> EventCheck.Outcome {
    if check.attributes & stated == 0 { return check.ofSilence }
    guard check.asksEventAlone else { return .open }
    let rule = Int(check.rule)
    var applies = Truth.no
    beginAsking()
    for place in check.hooks.range where applies != .yes {
      applies = applies.or(tables.hooks[place].condition.map { holds($0.step) } ?? .yes)
    }
    if applies != .no, let when = tables.figures[rule].when { applies = applies.and(holds(when.step)) }
    guard applies != .no, let require = tables.figures[rule].require else { return .doesNotApply }
    return EventCheck.Outcome(applies: applies, required: holds(require.step))
  }
}
