public import CivilTime
import Diagnostics

/// How the statements of time of one case are said anew: all dates moved together, and events called otherwise.
public struct StatementMove: Sendable {
  /// **Unit**: days, of any sign.
  public let days: Int
  /// What each event is called from now on, by what it is called now.
  public let names: [String: String]
  /// The event from which dates are counted in place of being written down, by its new name, and its day before the move;
  /// `nil` writes moved dates.
  public let anchor: (name: String, day: Day)?

  public init(days: Int, names: [String: String], anchor: (name: String, day: Day)? = nil) {
    self.days = days
    self.names = names
    self.anchor = anchor
  }

  /// Where a statement stands, which tells what dates wider than a day mean there.
  public enum Role: Sendable {
    /// One day among them, or all of them: `when` and what is said of children.
    case moment
    /// One day among them, and where a date stands there it stays a date: attributes.
    case date
    /// The first of them: `from` of a stretch.
    case firstDay
    /// The first of them, in a place where no relation is read: `from` of a step that was not done.
    case firstDate
    /// The last of them: `until` of a stretch, and of the observation.
    case lastDay
  }
}

/// A statement of time as it was said anew.
public struct MovedStatement: Sendable, Hashable {
  public let text: String
  /// The time of day, where the statement held one that it can hold no longer.
  public let time: TimeOfDay?
}

extension StatementMove {
  /// The statement said anew, so that it means the same of the case after the move.
  ///
  /// A relation between events keeps its words. Dates wider than a day become the moved days from their first to their last:
  /// a month that was moved by weeks is a month no longer.
  /// - Returns: `nil` where the text is no statement of time, names an event that has no new name, or would leave the years
  ///   in which histories lie.
  public func moved(_ text: String, as role: Role) -> MovedStatement? {
    if let reference = try? WhenStatement.readReference(text) { return moved(reference, as: role) }
    // What is more than dates or an event means a day among its days, wherever it stands.
    let role = role == .date ? Role.date : .moment
    var parser = WhenParser(text)
    guard let statement = try? parser.statement() else { return nil }
    if let time = statement.time {
      guard case .within(let span) = statement.form else { return nil }
      guard anchor == nil else { return dates(span, as: role).map { MovedStatement(text: $0, time: time) } }
      return moved(span.earliest).map { MovedStatement(text: "\($0) \(time)", time: nil) }
    }
    if case .within(let span) = statement.form { return dates(span, as: role).map { MovedStatement(text: $0, time: nil) } }
    if parser.references.allSatisfy(\.reference.isDates), let said = absolute(statement.form, as: role) {
      return said.map { MovedStatement(text: $0, time: nil) }
    }
    return inWords(parser, statement.form).map { MovedStatement(text: $0, time: nil) }
  }

  private func moved(_ reference: NamedReference, as role: Role) -> MovedStatement? {
    switch reference {
    case .event(let name): names[name.name].map { MovedStatement(text: $0, time: nil) }
    case .dates(let span): dates(span, as: role).map { MovedStatement(text: $0, time: nil) }
    }
  }

  /// The day after the move; `nil` outside the years in which histories lie.
  func moved(_ day: Day) -> Day? {
    let moved = day.adding(days: days)
    return CaseHistory.years.contains(moved.year) ? moved : nil
  }

  // MARK: - Dates

  private func dates(_ span: Span, as role: Role) -> String? {
    switch role {
    case .moment: return related(span.earliest, span.latest) ?? plain(span)
    case .date: return (span.isExact ? related(span.earliest, span.latest) : nil) ?? plain(span)
    case .firstDay: return related(span.earliest, span.earliest) ?? plain(Span(span.earliest))
    case .firstDate: return plain(Span(span.earliest))
    case .lastDay: return related(span.latest, span.latest) ?? plain(Span(span.latest))
    }
  }

  private func plain(_ span: Span) -> String? {
    guard let first = moved(span.earliest), let last = moved(span.latest) else { return nil }
    return first == last ? first.description : "\(first) to \(last)"
  }

  /// The days counted from the anchor; `nil` where there is none, or where they lie on both sides of it.
  private func related(_ first: Day, _ last: Day) -> String? {
    guard let anchor else { return nil }
    let (least, most) = (first.days(since: anchor.day), last.days(since: anchor.day))
    if least == 0, most == 0 { return "same day as \(anchor.name)" }
    if least >= 0 { return "\(Self.days(least, most)) after \(anchor.name)" }
    return most <= 0 ? "\(Self.days(-most, -least)) before \(anchor.name)" : nil
  }

  private static func days(_ least: Int, _ most: Int) -> String {
    least == most ? "\(least) \(least == 1 ? "day" : "days")" : "\(least) to \(most) days"
  }
}

extension NamedReference {
  var isDates: Bool {
    if case .dates = self { true } else { false }
  }

  /// The dates, where it is some.
  fileprivate var dates: Span? {
    if case .dates(let span) = self { span } else { nil }
  }
}

extension StatementMove {
  // MARK: - Statements that name no event

  /// A statement that counts from dates alone, as the days that it comes to; `nil` where its own words can stay.
  private func absolute(_ form: WhenForm<NamedReference>, as role: Role) -> String?? {
    switch form {
    case .within, .between: return nil
    case .near(let reference, _), .apart(_, _, let reference), .bounded(_, let reference, _):
      guard let span = reference.dates else { return nil }
      if anchor == nil, span.isExact { return nil }
      if anchor == nil, case .bounded = form { return nil }
    }
    let meant = form.replacing { $0.dates.map { TimeReference.dates($0) } }
    guard let meant else { return nil }
    let (least, most) = Self.ends(of: meant)
    switch (least, most) {
    case (let first?, let last?): return Span(earliest: first, latest: last).map { .some(dates($0, as: role)) } ?? .some(nil)
    case (let first?, nil):
      if let days = anchor.map({ first.days(since: $0.day) }), days >= 0, let name = anchor?.name {
        return .some("at least \(Self.days(days, days)) after \(name)")
      }
      return .some(moved(first).map { "on or after \($0)" })
    case (nil, let last?):
      if let days = anchor.map({ $0.day.days(since: last) }), days >= 0, let name = anchor?.name {
        return .some("at least \(Self.days(days, days)) before \(name)")
      }
      return .some(moved(last).map { "on or before \($0)" })
    case (nil, nil): return .some(nil)
    }
  }

  /// The first and the last day that a statement lets in, which counts from dates alone; `nil` is open.
  private static func ends(of form: WhenForm<TimeReference>) -> (least: Day?, most: Day?) {
    let maker = BoundMaker(runs: RunsOfDays(), known: { _ in nil })
    let claim = TimeClaim(point: 0, meaning: .day(form), origin: .when(0, text: "", Place(file: "", line: 0, column: 0)))
    var ends: (least: Day?, most: Day?) = (nil, nil)
    for bound in maker.bounds(of: claim) {
      let (least, most) = (bound.least.map { Day(number: Int32($0)) }, bound.most.map { Day(number: Int32($0)) })
      ends.least = [ends.least, least].compactMap(\.self).max()
      ends.most = [ends.most, most].compactMap(\.self).min()
    }
    return ends
  }

  // MARK: - Statements that keep their words

  /// The words of a statement with its dates moved and its events called anew.
  private func inWords(_ parser: WhenParser, _ form: WhenForm<NamedReference>) -> String? {
    var words = parser.words.map { Optional($0.text) }
    for (place, (range, reference)) in parser.references.enumerated() {
      guard let said = inWords(reference, isLast: place > 0, form) else { return nil }
      words.replaceSubrange(range, with: [said] + Array(repeating: nil, count: range.count - 1))
    }
    return words.compactMap(\.self).joined(separator: " ")
  }

  /// Of dates wider than a day, the one that counts where they stand.
  private func inWords(_ reference: NamedReference, isLast: Bool, _ form: WhenForm<NamedReference>) -> String? {
    switch reference {
    case .event(let name): return names[name.name]
    case .dates(let span):
      let isLatest: Bool =
        switch form {
        case .between: isLast
        case .bounded(.after, _, .excluded), .bounded(.before, _, .included): true
        case .bounded, .within, .near, .apart: false
        }
      return moved(isLatest ? span.latest : span.earliest)?.description
    }
  }
}
