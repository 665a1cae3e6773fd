/// The parts that FEEL gives a date, a time, a duration or a range.
public enum Property: String, Sendable, Hashable, CaseIterable {
  case year, month, day, weekday, hour, minute, second
  case timeOffset = "time offset"
  case timezone
  case years, months, days, hours, minutes, seconds
  case start, end
  case startIncluded = "start included"
  case endIncluded = "end included"
}

extension ConditionType {
  /// The properties that a value of the type has, each with its type.
  var properties: [(property: Property, type: ConditionType)] {
    switch self {
    case .date: Self.numbers(.year, .month, .day, .weekday)
    case .time: Self.numbers(.hour, .minute, .second) + Self.zone
    case .dateTime: Self.numbers(.year, .month, .day, .weekday, .hour, .minute, .second) + Self.zone
    case .daysDuration: Self.numbers(.days, .hours, .minutes, .seconds)
    case .monthsDuration: Self.numbers(.years, .months)
    case .range(let member): [(.start, member), (.end, member), (.startIncluded, .truth), (.endIncluded, .truth)]
    default: []
    }
  }

  private static var zone: [(property: Property, type: ConditionType)] {
    [(.timeOffset, .daysDuration), (.timezone, .text)]
  }

  private static func numbers(_ properties: Property...) -> [(property: Property, type: ConditionType)] {
    properties.map { ($0, .number) }
  }
}
