import CivilTime
import Diagnostics

/// A loop of contradictory claims, told as the statements of the history that make it.
struct ContradictionInWords {
  let statements: [String]
  /// The last of the statements in the file.
  let place: Place?
  /// By how many days they miss one another.
  let days: Int
  /// Whether the order of the file is one of them.
  let restsOnOrder: Bool

  init(_ contradiction: DifferenceNetwork.Contradiction, claims: [TimeClaim], identifiers: [String]) {
    var origins: [TimeClaimOrigin] = []
    var lastLabel: Int?
    for label in contradiction.labels where label != lastLabel {
      lastLabel = label
      let origin = claims[label].origin
      if let last = origins.last, let joined = last.joined(to: origin) {
        origins[origins.count - 1] = joined
      } else {
        origins.append(origin)
      }
    }
    statements = origins.map { $0.inWords(identifiers) }
    days = contradiction.excess
    restsOnOrder = origins.contains { $0.isOrder }
    let stated = origins.filter { !$0.isOrder }
    place = (stated.isEmpty ? origins : stated).map(\.place).max()
  }
}

extension TimeClaimOrigin {
  fileprivate var isOrder: Bool {
    switch self {
    case .fileOrder, .fileOrderByTime: true
    case .when, .notDone, .attribute, .child, .key, .observed: false
    }
  }

  /// Two steps down the file told as one.
  fileprivate func joined(to next: TimeClaimOrigin) -> TimeClaimOrigin? {
    guard case .fileOrder(let a, let b, let place) = self, case .fileOrder(let c, let d, let nextPlace) = next else {
      return nil
    }
    if a == d { return .fileOrder(c, b, place) }
    return b == c ? .fileOrder(a, d, nextPlace) : nil
  }

  fileprivate func inWords(_ identifiers: [String]) -> String {
    let line = "(line \(place.line))"
    return switch self {
    case .when(let event, let text, _): "\(identifiers[event]) is \(text) \(line)"
    case .notDone(let event, let text, _): "\(identifiers[event]) was not done \(text) \(line)"
    case .attribute(let event, let name, let text, _): "`\(name)` of \(identifiers[event]) is \(text) \(line)"
    case .child(let key, let text, _): "a child's `\(key)` is \(text) \(line)"
    case .key(let key, let text, _): "`\(key)` is \(text) \(line)"
    case .fileOrder(let above, let below, _): "\(identifiers[below]) comes after \(identifiers[above]) in the file \(line)"
    case .fileOrderByTime(let above, let below, _):
      "\(identifiers[below]) comes after \(identifiers[above]) in the file, with an earlier time of day \(line)"
    case .observed(let event, _): "\(identifiers[event]) is not later than `observed until` \(line)"
    }
  }
}
