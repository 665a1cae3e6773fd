import CivilTime

extension Expression {
  /// Whether it is a duration written out that is no whole number of days.
  var isPartOfDay: Bool {
    guard case .constant(let value) = self, let nanoseconds = value.nanoseconds else { return false }
    return nanoseconds % Int128(ClockTime.nanosecondsOfDay) != 0
  }

  /// Whether it can come to a part of an hour.
  var isCalculated: Bool {
    var isCalculated = false
    visit {
      switch $0 {
      case .calculation, .plain, .constant(.exact): isCalculated = true
      default: break
      }
    }
    return isCalculated
  }

  /// Whether it asks for the day at hand.
  var asksToday: Bool {
    var asks = false
    visit { if case .today = $0 { asks = true } }
    return asks
  }

  /// Whether it reads what a record may not state.
  var readsCase: Bool {
    var reads = false
    visit {
      switch $0 {
      case .this, .trigger, .thisHappened, .triggerHappened, .each, .attribute, .happened, .itemAttribute, .itemHappened,
        .state, .stateOfChild, .fact, .factOfChild, .siblings, .occurrences, .clocks:
        reads = true
      default: break
      }
    }
    return reads
  }

  /// Whether it reads a parameter of the procedure.
  var readsParameter: Bool {
    var reads = false
    visit { if case .parameter = $0 { reads = true } }
    return reads
  }

  /// The period that is written out here.
  var period: Period? {
    if case .constant(.duration(let range)) = self { range.exact } else { nil }
  }

  /// The whole number that is written out here.
  var wholeConstant: Int? {
    if case .constant(.number(let range)) = self { range.exact?.whole } else { nil }
  }

  /// What an equality compares with.
  var comparedWith: Expression? {
    if case .compare(.equal, _, let right) = self { right } else { nil }
  }
}
