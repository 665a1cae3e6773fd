public import Diagnostics

/// What a history says in its own words about when its events happened.
///
/// A review withholds dates: "almost 3 months after e30" tells its reader more than the span that follows from it.
public struct HistoryWords: Sendable, Hashable {
  private let whens: [String: String]

  public init(whens: [String: String] = [:]) {
    self.whens = whens
  }

  /// The words of a history file, as far as they are there.
  public init(of history: PlacedNode) {
    var whens: [String: String] = [:]
    for event in history["events"]?.list ?? [] {
      guard let identifier = event["id"]?.scalar, let when = HistoryWords.when(of: event) else { continue }
      whens[identifier] = when
    }
    self.whens = whens
  }

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
