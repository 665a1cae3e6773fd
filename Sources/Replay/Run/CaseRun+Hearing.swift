import Conditions
import Procedures

extension CaseRun {
  /// Calls the body for each rule that hears an event, with whether it certainly does.
  ///
  /// However many leaves of a rule's pattern hear the event, it is one occurrence. What the record did not say stands in
  /// `missing` while the body runs.
  func forEachRule(hearing hooks: Places, at occasion: Occasion, _ body: (RuleIndex, Truth) -> Void) {
    var next = hooks.range.lowerBound
    let end = hooks.range.upperBound
    while next < end {
      let rule = tables.hooks[next].rule
      workflow = tables.figures[Int(rule)].workflow
      trigger = occasion.event
      member = -1
      beginAsking()
      var heard = Truth.no
      while next < end, tables.hooks[next].rule == rule {
        heard = heard.or(tables.hooks[next].condition.map(holdsBefore) ?? .yes)
        next += 1
      }
      if heard != .no { body(Int(rule), heard) }
    }
  }
}
