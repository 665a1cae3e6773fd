import CivilTime
import Conditions
import Histories

extension CaseHistory {
  /// The case with every day moved, so that a move can be tried without writing the case and reading it again; `nil` where some
  /// day is not exactly known, and what depends on it would have to be worked out anew.
  func moved(by days: Int) -> CaseHistory? {
    guard times.isExact else { return nil }
    var moved: [AttributeEntry] = []
    moved.reserveCapacity(attributes.count)
    for entry in attributes {
      var value = entry.value
      switch value {
      case .date(let date):
        value = .date(
          DateValue(
            earliest: date.earliest.adding(days: days), latest: date.latest.adding(days: days), timePoint: date.timePoint,
            offset: date.offset))
      case .list, .exact: return nil
      default: break
      }
      moved.append(AttributeEntry(attribute: entry.attribute, children: entry.children, value: value))
    }
    return CaseHistory(
      name: name, title: title, procedure: procedure, profile: profile, children: children, events: events,
      attributes: moved, completeness: completeness, observedUntil: observedUntil,
      times: CaseTimes(exact: times.nominal.map { $0.adding(days: days) }), source: source)
  }
}
