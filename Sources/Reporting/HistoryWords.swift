public import Diagnostics

/// What a history says in its own words about when its events happened, and where in its file it has them.
///
/// A review withholds dates: "almost 3 months after e30" tells its reader more than the span that follows from it.
public struct HistoryWords: Sendable, Hashable {
  private let whens: [String: String]
  private let places: [String: Place]
  /// The place of the history as a whole; `nil` for one that is in no file.
  public let place: Place?

  public init(whens: [String: String] = [:]) {
    self.whens = whens
    places = [:]
    place = nil
  }

  /// The words of a history file, as far as they are there.
  public init(of history: PlacedNode) {
    var whens: [String: String] = [:]
    var places: [String: Place] = [:]
    for event in history["events"]?.list ?? [] {
      guard let named = event["id"], let identifier = named.scalar else { continue }
      places[identifier] = named.place
      whens[identifier] = HistoryWords.when(of: event)
    }
    self.whens = whens
    self.places = places
    place = history.place
  }

  /// Where the history has an event.
  public func place(_ identifier: String) -> Place? { places[identifier] }

  /// When an event happened, as the history puts it.
  public func when(_ identifier: String) -> String? { whens[identifier] }

  private static func when(of event: PlacedNode) -> String? {
    if let when = event["when"] {
      let parts = when.list?.compactMap(\.scalar) ?? [when.scalar].compactMap(\.self)
      return parts.isEmpty ? nil : parts.joined(separator: ", and ")
    }
    let ends = [("from", event["from"]?.scalar), ("until", event["until"]?.scalar)]
    let parts = ends.compactMap { word, end in end.map { "\(word) \($0)" } }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
