import CivilTime

/// What one statement of time says about a day, generic over how it names what it counts from.
enum WhenForm<Reference> {
  /// The day is one of these.
  case within(Span)
  /// Not before the first, not after the last.
  case between(Reference, Reference)
  /// So far after or before the reference.
  case apart(SoftLength, WhenSide, Reference)
  /// At most so many days from the reference, either way; zero is the same day.
  case near(Reference, days: Int)
  /// Somewhere after or before the reference.
  case bounded(WhenSide, Reference, SameDay)
}

/// On which side of its reference a day lies.
enum WhenSide {
  case after
  case before
}

/// Whether "after" and "before" let in the reference itself.
enum SameDay {
  /// "On or after": the dates written down belong to it.
  case included
  /// "After": the dates written down do not belong to it; an event's own day does where file order can tell them apart.
  case excluded
}

/// What a statement counts from, as written.
enum NamedReference {
  case dates(Span)
  case event(EventName)
}

/// An event's identifier as a statement of time names it.
struct EventName {
  let name: String
  /// **Unit**: Unicode scalars from the beginning of the text.
  let offset: Int
}

/// What a statement counts from, once its names are looked up.
enum TimeReference {
  case dates(Span)
  case point(TimePoint)
}

extension WhenForm {
  /// The same statement with every reference replaced, or `nil` where one has no replacement.
  func replacing<Other>(_ replace: (Reference) -> Other?) -> WhenForm<Other>? {
    switch self {
    case .within(let span): return .within(span)
    case .between(let a, let b):
      // Both are looked up, so that both are told where both are unknown.
      let (first, last) = (replace(a), replace(b))
      guard let first, let last else { return nil }
      return .between(first, last)
    case .apart(let length, let side, let a): return replace(a).map { .apart(length, side, $0) }
    case .near(let a, let days): return replace(a).map { .near($0, days: days) }
    case .bounded(let side, let a, let same): return replace(a).map { .bounded(side, $0, same) }
    }
  }
}
