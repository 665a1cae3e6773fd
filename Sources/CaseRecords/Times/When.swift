/// When something happened, as exactly as the record knows it.
public struct When: AttributeValue, Hashable {
  /// Statements of the history language, of which all hold.
  let statements: [String]

  private init(_ statement: String) { statements = [statement] }

  private init(all statements: [String]) { self.statements = statements }

  public var written: WrittenValue { statements.count == 1 ? .word(statements[0]) : .list(statements) }
}

// MARK: - By dates

extension When {
  public static func on(_ year: Int, _ month: Int, _ day: Int) -> When { .within(.on(year, month, day)) }

  /// On a day at a time of day, written `14:30`.
  public static func on(_ year: Int, _ month: Int, _ day: Int, at time: String) -> When {
    When("\(Dates.on(year, month, day).words) \(time)")
  }

  /// Some day of these.
  public static func within(_ dates: Dates) -> When { When(dates.words) }

  /// **Ends**: both belong to it.
  public static func between(_ first: some Moment, and last: some Moment) -> When {
    When("between \(first.words) and \(last.words)")
  }
}

// MARK: - By other events

extension When {
  public static func after(_ moment: some Moment) -> When { When("after \(moment.words)") }

  public static func before(_ moment: some Moment) -> When { When("before \(moment.words)") }

  public static func onOrAfter(_ moment: some Moment) -> When { When("on or after \(moment.words)") }

  public static func onOrBefore(_ moment: some Moment) -> When { When("on or before \(moment.words)") }

  public static func sameDay(as moment: some Moment) -> When { When("same day as \(moment.words)") }

  /// Three days either way.
  public static func aboutSameDay(as moment: some Moment) -> When { When("about same day as \(moment.words)") }

  /// So long after a moment.
  public static func later(_ length: Length, than moment: some Moment) -> When {
    When("\(length.words) after \(moment.words)")
  }

  /// So long before a moment.
  public static func earlier(_ length: Length, than moment: some Moment) -> When {
    When("\(length.words) before \(moment.words)")
  }

  /// Several statements of which all hold.
  public static func all(_ statements: When...) -> When { When(all: statements.flatMap(\.statements)) }
}
