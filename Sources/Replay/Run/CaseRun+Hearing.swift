import Conditions
import Procedures

extension CaseRun {
  /// Calls the body for each rule that hears an event, with whether it certainly does.
  ///
  /// However many leaves of a rule's pattern hear the event, it is one occurrence. What the record did not say stands in
  /// `missing` while the body runs.
  func forEachRule(hearing hooks: [Hook], at occasion: Occasion, _ body: (RuleIndex, Truth) -> Void) {
    var next = 0
    while next < hooks.count {
      let rule = hooks[next].rule
      workflow = tables.figures[rule].workflow
      trigger = occasion.event
      member = .null
      beginAsking()
      var heard = Truth.no
      while next < hooks.count, hooks[next].rule == rule {
        heard = heard.or(hooks[next].condition.map(holds) ?? .yes)
        next += 1
      }
      if heard != .no { body(rule, heard) }
    }
  }
}
