import CivilTime

// What the standard has on known values only.
extension Evaluator {
  /// The value of an expression that only the standard has.
  ///
  /// - Complexity: apart from the evaluation of all others, which most conditions need and which must stay small.
  @inline(never)
  mutating func plainValue(of expression: Expression) -> Value {
    switch expression {
    case .plain(let function, let arguments): plain(function, arguments)
    case .calculation(let operation, let left, let right): calculation(operation, left, right)
    case .property(let property, let owner): self.property(property, of: value(of: owner))
    case .entry(let name, let owner): entry(name, of: value(of: owner))
    case .context(let parts): context(parts)
    case .range(let low, let lowIncluded, let high, let highIncluded): range((low, lowIncluded), (high, highIncluded))
    case .series(let first, let last): series(from: value(of: first), to: value(of: last))
    case .instance(let inner, let pattern): instance(inner, of: pattern).value
    default: .unknown
    }
  }

  /// A function of the standard.
  ///
  /// **Unknown**: unknown as long as an argument is not wholly known, but for roundings and the months between two
  /// dates, which keep the ends of a range; and a list with more members than anything needs.
  private mutating func plain(_ function: PlainFunction, _ arguments: [Expression]) -> Value {
    let values = arguments.map { value(of: $0) }
    if let rounded = rounded(function, values) ?? months(function, values) { return rounded }
    guard areKnown(values) else { return .unknown }
    let kinds = function.signatures.first { $0.takes(values.count) }
    for (place, value) in values.enumerated() where value == .null {
      if let kinds, !kinds.parameter(at: place).kind.admitsNull { return .null }
    }
    let result = function.result(of: values)
    if case .list(let members) = result, !isMaking(members.count) { return .unknown }
    return result
  }

  /// Arithmetic on known durations, dates and times; null with anything is null.
  private mutating func calculation(_ operation: Arithmetic, _ left: Expression, _ right: Expression) -> Value {
    let values = [value(of: left), value(of: right)]
    if values.contains(.null) { return .null }
    guard areKnown(values) else { return .unknown }
    return PlainArithmetic.result(operation, values[0], values[1])
  }

  /// Whether all of some values are known; where a date is not, time is the reason.
  private mutating func areKnown(_ values: [Value]) -> Bool {
    if values.allSatisfy(\.isExact) { return true }
    if values.contains(where: { $0.isDate && !$0.isExact }) { noteUncertainTime() }
    return false
  }

  /// A rounding of a number that is only known to lie between two ends.
  private func rounded(_ function: PlainFunction, _ values: [Value]) -> Value? {
    guard case .number(let range)? = values.first, range.exact == nil, let rounding = function.rounding,
      values.dropFirst().allSatisfy({ $0.number != nil })
    else { return nil }
    let places = values.dropFirst().first?.number?.whole ?? 0
    return .number(
      NumberRange(
        least: range.least.flatMap { $0.rounded(toPlaces: places, rounding) },
        most: range.most.flatMap { $0.rounded(toPlaces: places, rounding) }))
  }

  /// The whole months between two dates of which one is uncertain: from the fewest to the most.
  private mutating func months(_ function: PlainFunction, _ values: [Value]) -> Value? {
    guard function == .yearsAndMonthsDuration, case .date(let from) = values[0], case .date(let to) = values[1],
      !from.isExact || !to.isExact
    else { return nil }
    let least = PlainFunction.months(from: from.latest, to: to.earliest)
    let most = PlainFunction.months(from: from.earliest, to: to.latest)
    if least != most { noteUncertainTime() }
    return .duration(DurationRange(least: Period(least, .month), most: Period(most, .month)))
  }

  // MARK: Parts

  /// A part of a date, time, duration or range.
  ///
  /// **Unknown**: the year of a date that is uncertain lies between those of its ends.
  private mutating func property(_ property: Property, of owner: Value) -> Value {
    if case .date(let date) = owner, !date.isExact {
      noteUncertainTime()
      guard property == .year else { return .unknown }
      let years = (Decimal128(date.earliest.year), Decimal128(date.latest.year))
      return .number(NumberRange(least: years.0, most: years.1))
    }
    guard owner.isExact else { return .unknown }
    return owner.part(property) ?? .null
  }

  private func entry(_ name: String, of owner: Value) -> Value {
    switch owner {
    case .exact(.context(let context)): context[name] ?? .null
    case .null: .null
    default: .unknown
    }
  }

  /// A context; each value may read those before it.
  private mutating func context(_ parts: [ContextPart]) -> Value {
    var entries: [ValueContext.Entry] = []
    for part in parts {
      let value = looking(at: .exact(.context(ValueContext(entries)))) { $0.value(of: part.value) }
      entries.append(ValueContext.Entry(name: part.name, value: value))
    }
    return .exact(.context(ValueContext(entries)))
  }

  private mutating func range(
    _ low: (value: Expression?, isIncluded: Bool), _ high: (value: Expression?, isIncluded: Bool)
  ) -> Value {
    let ends = (low.value.map { value(of: $0) }, high.value.map { value(of: $0) })
    return .exact(
      .range(ValueRange(low: ends.0, isLowIncluded: low.isIncluded, high: ends.1, isHighIncluded: high.isIncluded)))
  }

  /// **Unknown**: where an end is not known, and where the numbers are too many to be told.
  private mutating func series(from first: Value, to last: Value) -> Value {
    if first == .null || last == .null { return .null }
    guard first.isExact, last.isExact else { return .unknown }
    guard let first = first.number?.whole, let last = last.number?.whole else { return .null }
    let (distance, overflow) = last.subtractingReportingOverflow(first)
    guard !overflow, distance.magnitude < 1_000_000, isMaking(Int(distance.magnitude)) else { return .unknown }
    return .list(stride(from: first, through: last, by: distance < 0 ? -1 : 1).map { .number(NumberRange(Decimal128($0))) })
  }

  /// Whether a value is of a type; null is of none.
  private mutating func instance(_ expression: Expression, of pattern: TypePattern) -> Outcomes {
    let value = value(of: expression)
    if value == .null { return .no }
    return value.isExact ? Outcomes(pattern.holds(value)) : .yesOrNo
  }
}

extension Value {
  /// A part of a known value; `nil` where it has none.
  fileprivate func part(_ property: Property) -> Value? {
    switch self {
    case .date(let date): Value.whole(date.earliest.part(property))
    case .exact(.dateTime(let time)): Value.whole(time.day.part(property)) ?? time.time.part(property)
    case .exact(.time(let time)): time.part(property)
    case .exact(.range(let range)): range.part(property)
    default: Value.whole(lengthPart(property))
    }
  }

  fileprivate static func whole(_ number: Int?) -> Value? { number.map { .number(NumberRange(Decimal128($0))) } }

  /// A part of a duration, with its sign.
  private func lengthPart(_ property: Property) -> Int? {
    if let months {
      switch property {
      case .years: return Int(clamping: months / 12)
      case .months: return Int(clamping: months % 12)
      default: return nil
      }
    }
    guard let seconds = nanoseconds.map({ $0 / Int128(ClockTime.nanosecondsOfSecond) }) else { return nil }
    switch property {
    case .days: return Int(clamping: seconds / 86_400)
    case .hours: return Int(clamping: seconds / 3_600 % 24)
    case .minutes: return Int(clamping: seconds / 60 % 60)
    case .seconds: return Int(clamping: seconds % 60)
    default: return nil
    }
  }
}

extension Day {
  fileprivate func part(_ property: Property) -> Int? {
    switch property {
    case .year: year
    case .month: month
    case .day: dayOfMonth
    case .weekday: PlainFunction.weekday(self)
    default: nil
    }
  }
}

extension ClockTime {
  fileprivate func part(_ property: Property) -> Value? {
    switch property {
    case .hour: .whole(hour)
    case .minute: .whole(minute)
    case .second: .whole(second)
    case .timeOffset: offset.map { .length(nanoseconds: Int128($0) * Int128(ClockTime.nanosecondsOfSecond)) }
    default: nil
    }
  }
}

extension ValueRange {
  fileprivate func part(_ property: Property) -> Value? {
    switch property {
    case .start: low
    case .end: high
    case .startIncluded: .truth(isLowIncluded)
    case .endIncluded: .truth(isHighIncluded)
    default: nil
    }
  }
}
