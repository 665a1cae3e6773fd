import CivilTime

extension Checker {
  /// `@"2020-01-31"`, `@"10:30:00"`, `@"2020-01-31T10:30:00"` and `@"P10D"`.
  mutating func dated(_ text: String, _ syntax: Syntax) -> Typed? {
    let scalars = text.unicodeScalars
    if scalars.first == "P" || scalars.prefix(2).elementsEqual("-P".unicodeScalars) { return written(.duration, text, syntax) }
    if scalars.dropFirst(2).first == ":" { return written(.time, text, syntax) }
    return written(scalars.contains("T") ? .dateAndTime : .date, text, syntax)
  }

  /// A text that stands for a date, a time or a duration.
  mutating func written(_ function: PlainFunction, _ text: String, _ syntax: Syntax) -> Typed? {
    do throws(WrittenTime.Fault) {
      switch function {
      case .date: return Typed(expression: .constant(.date(DateValue(try WrittenTime.date(text)))), type: .date)
      case .time: return Typed(expression: .constant(.exact(.time(try WrittenTime.time(text)))), type: .time)
      case .dateAndTime:
        return Typed(expression: .constant(.exact(.dateTime(try WrittenTime.dateTime(text)))), type: .dateTime)
      default:
        let value = try WrittenTime.duration(text)
        return Typed(expression: .constant(value), type: value.months == nil ? .daysDuration : .monthsDuration)
      }
    } catch {
      report(Checker.problem(error, function, text), at: syntax)
      return nil
    }
  }

  private static func problem(_ fault: WrittenTime.Fault, _ function: PlainFunction, _ text: String) -> Problem {
    switch (fault, function) {
    case (.zoneName, _): .zoneName(text)
    case (.yearTooFar, _): .yearTooFar(text)
    case (.notWrittenSo, .date): .badDate(text)
    case (.notWrittenSo, .duration): .badDuration(text)
    case (.notWrittenSo, _): .badTime(text)
    }
  }
}
