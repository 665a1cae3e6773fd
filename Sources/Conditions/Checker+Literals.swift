import CivilTime

extension Checker {
  /// `@"2020-01-31"` and `@"P10D"`.
  mutating func dated(_ text: String, _ syntax: Syntax) -> Typed? {
    text.contains("P") ? duration(text, syntax) : date(text, syntax)
  }

  mutating func date(_ text: String, _ syntax: Syntax) -> Typed? {
    guard let day = Day(iso: text) else {
      report(.badDate(text), at: syntax)
      return nil
    }
    return Typed(expression: .constant(.date(DateValue(day))), type: .date)
  }

  mutating func duration(_ text: String, _ syntax: Syntax) -> Typed? {
    guard let period = Period(feel: text) else {
      report(.badDuration(text), at: syntax)
      return nil
    }
    return Typed(expression: .constant(.duration(DurationRange(period))), type: .duration)
  }

  /// `date("2020-01-31")` and `duration("P10D")`, whose text must be written out.
  mutating func literalCall(_ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    guard takes(1, "one text", name, arguments) else { return nil }
    guard case .text(let text) = arguments[0].form else {
      report(
        .wrongArgument(
          function: name.text, expected: "a text that is written out", found: "something else",
          mend: name.text == "date" ? "Write date(\"2020-01-31\")." : "Write duration(\"P10D\")."),
        at: arguments[0])
      return nil
    }
    return name.text == "date" ? date(text, arguments[0]) : duration(text, arguments[0])
  }
}

extension Period {
  /// A duration as FEEL writes it, where one unit holds it: `P10D`, `P3M`, `P1Y`, `P1Y6M`, `PT72H`, `P1DT12H`.
  init?(feel text: String) {
    let isNegative = text.hasPrefix("-")
    var rest = text.dropFirst(isNegative ? 1 : 0)
    guard rest.first == "P" else { return nil }
    rest = rest.dropFirst()
    var parts: [Character: Int] = [:]
    var allowed = Array("YMDTH")
    var digits = ""
    while let character = rest.popFirst() {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      guard let place = allowed.firstIndex(of: character), (character == "T") == digits.isEmpty else { return nil }
      // Hours stand behind T and days, months and years before it.
      if character == "H", allowed.contains("T") { return nil }
      allowed.removeSubrange(...place)
      if character != "T" {
        guard digits.count <= 6, let count = Int(digits) else { return nil }
        parts[character] = count
        digits = ""
      } else if rest.isEmpty {
        return nil
      }
    }
    guard digits.isEmpty, let period = Period(parts: parts) else { return nil }
    self = isNegative ? Period(-period.count, period.unit) : period
  }

  private init?(parts: [Character: Int]) {
    switch (parts["Y"], parts["M"], parts["D"], parts["H"]) {
    case (let years?, nil, nil, nil): self.init(years, .year)
    case (let years, let months?, nil, nil): self.init((years ?? 0) * 12 + months, .month)
    case (nil, nil, let days?, nil): self.init(days, .day)
    case (nil, nil, let days, let hours?): self.init((days ?? 0) * 24 + hours, .hour)
    default: return nil
    }
  }
}
