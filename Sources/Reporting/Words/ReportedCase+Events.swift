import CivilTime
import Conditions
import Histories
import Procedures

extension ReportedCase {
  /// The title of an event in quotes: `"Core group held"`.
  func title(ofEvent event: EventIndex) -> String { "\"\(procedure.vocabulary.events[event].title)\"" }

  /// An entry of the history by its title and identifier: `"Core group held" (e12)`.
  func named(_ number: Int) -> String {
    let entry = history.events[number]
    return "\(title(ofEvent: entry.event)) (\(entry.identifier))"
  }

  /// When an entry of the history was, or over what time it was not done.
  func span(of number: Int) -> Span {
    let entry = history.events[number]
    let spans = history.times.spans
    guard !entry.wasDone, entry.end != entry.time else { return spans[entry.time] }
    return Span(earliest: spans[entry.time].earliest, latest: spans[entry.end].latest) ?? spans[entry.time]
  }

  /// When an entry of the history was, with the history's own words where the day is not exact.
  func dated(_ number: Int) -> String {
    let entry = history.events[number]
    let days = span(of: number).inWords
    let minutes = timeOfDay(entry)
    guard !span(of: number).isExact || !isDate(words.when(entry.identifier)), let when = words.when(entry.identifier)
    else { return days + minutes }
    return "\(days)\(minutes), \"\(when)\""
  }

  /// Whether the history's words are themselves a date, so that they need not be repeated.
  private func isDate(_ when: String?) -> Bool {
    guard let when else { return true }
    return Day(iso: when.prefix(10)) != nil && when.count <= 16
  }

  private func timeOfDay(_ entry: HistoryEvent) -> String {
    guard entry.minute >= 0 else { return "" }
    let (hour, minute) = (Int(entry.minute) / 60, Int(entry.minute) % 60)
    return " at \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// An entry in full: title, when, in the history's own words, and where the history took it from.
  func described(_ number: Int) -> String {
    let entry = history.events[number]
    let title = procedure.vocabulary.events[entry.event].title
    let done = entry.wasDone ? title : "\(title): recorded as not done"
    let cite = entry.cite.map { "; cited at \($0)" } ?? ""
    return "\(done), \(dated(number))\(cite)"
  }
}
