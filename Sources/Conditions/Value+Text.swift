import CivilTime

extension Value {
  /// A known value as FEEL's `string()` writes it; a text within a list or context stands in quotes.
  ///
  /// `nil` for null and for what FEEL has no value of.
  public var written: String? {
    switch self {
    case .truth(let truth): truth ? "true" : "false"
    case .number(let range): range.exact?.description
    case .text(let text): text
    case .date(let date): date.earliest.inFeel
    case .duration: months.map(Value.months) ?? nanoseconds.map(Value.length)
    case .list(let members): "[" + members.map(\.writtenInside).joined(separator: ", ") + "]"
    case .exact(let value): value.written
    case .unknown, .null, .choice, .set, .occurrences, .occurrence, .child, .children: nil
    }
  }

  private var writtenInside: String {
    guard case .text(let text) = self else { return written ?? "null" }
    var quoted = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }

  fileprivate static func entry(_ entry: ValueContext.Entry) -> String { entry.name + ": " + entry.value.writtenInside }

  fileprivate static func end(_ value: Value?) -> String { value?.writtenInside ?? "" }

  private static func months(_ count: Int128) -> String {
    let (years, months) = (count.magnitude / 12, count.magnitude % 12)
    let text = (years > 0 ? "\(years)Y" : "") + (months > 0 || years == 0 ? "\(months)M" : "")
    return (count < 0 ? "-P" : "P") + text
  }

  fileprivate static func length(_ nanoseconds: Int128) -> String {
    let unit = UInt128(ClockTime.nanosecondsOfSecond)
    let (seconds, fraction) = (nanoseconds.magnitude / unit, nanoseconds.magnitude % unit)
    let days = seconds / 86_400
    var clock = ""
    if seconds / 3_600 % 24 > 0 { clock += "\(seconds / 3_600 % 24)H" }
    if seconds / 60 % 60 > 0 { clock += "\(seconds / 60 % 60)M" }
    if seconds % 60 > 0 || fraction > 0 { clock += "\(seconds % 60)\(ClockTime.fraction(Int(fraction)))S" }
    if days == 0, clock.isEmpty { clock = "0S" }
    return (nanoseconds < 0 ? "-P" : "P") + (days > 0 ? "\(days)D" : "") + (clock.isEmpty ? "" : "T" + clock)
  }
}

extension ExactValue {
  fileprivate var written: String {
    switch self {
    case .time(let time): time.written
    case .dateTime(let time): time.day.inFeel + "T" + time.time.written
    case .length(let nanoseconds): Value.length(nanoseconds)
    case .range(let range):
      (range.isLowIncluded ? "[" : "(") + Value.end(range.low) + ".." + Value.end(range.high)
        + (range.isHighIncluded ? "]" : ")")
    case .context(let context): "{" + context.entries.map(Value.entry).joined(separator: ", ") + "}"
    }
  }
}

extension ClockTime {
  /// `10:30:00`, `10:30:00.5+01:00`, `10:30:00Z`.
  fileprivate var written: String {
    let clock = ClockTime.clock(hour, minute) + ClockTime.pair(second, after: ":")
    return clock + ClockTime.fraction(nanoseconds % ClockTime.nanosecondsOfSecond) + zone
  }

  private var zone: String {
    guard let offset else { return "" }
    if offset == 0 { return "Z" }
    let size = abs(offset)
    let seconds = size % 60 == 0 ? "" : ClockTime.pair(size % 60, after: ":")
    return (offset < 0 ? "-" : "+") + ClockTime.clock(size / 3_600, size / 60 % 60) + seconds
  }

  private static func clock(_ hours: Int, _ minutes: Int) -> String { pair(hours, after: "") + pair(minutes, after: ":") }

  private static func pair(_ number: Int, after mark: String) -> String { mark + (number < 10 ? "0" : "") + String(number) }

  /// Nanoseconds as a point and the digits that are needed; nothing for none.
  fileprivate static func fraction(_ nanoseconds: Int) -> String {
    guard nanoseconds > 0 else { return "" }
    var digits = String(String(nanoseconds + nanosecondsOfSecond).dropFirst())
    while digits.last == "0" { digits.removeLast() }
    return "." + digits
  }
}

extension Day {
  /// The day as FEEL writes it: a minus before a year below zero, no plus before one beyond 9999.
  fileprivate var inFeel: String { description.first == "+" ? String(description.dropFirst()) : description }
}
