/// Yes, no, or not known.
@frozen public enum Truth: UInt8, Sendable, Hashable {
  case no = 0
  case yes = 1
  case unknown = 2

  @inlinable public init(_ value: Bool) { self = value ? .yes : .no }

  /// Both: no as soon as one is no, whatever the other.
  @inlinable public func and(_ other: Truth) -> Truth {
    if self == .no || other == .no { return .no }
    return self == .yes && other == .yes ? .yes : .unknown
  }

  /// Either: yes as soon as one is yes, whatever the other.
  @inlinable public func or(_ other: Truth) -> Truth {
    if self == .yes || other == .yes { return .yes }
    return self == .no && other == .no ? .no : .unknown
  }

  @inlinable public var negated: Truth {
    switch self {
    case .no: .yes
    case .yes: .no
    case .unknown: .unknown
    }
  }
}
