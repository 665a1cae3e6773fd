/// A length of virtual time, or a point of it counted from the beginning.
///
/// **Unit**: milliseconds.
public struct Milliseconds: Hashable, Comparable, Sendable {
  public let count: Int

  public init(_ count: Int) { self.count = count }

  public static let zero = Milliseconds(0)

  public static func < (a: Milliseconds, b: Milliseconds) -> Bool { a.count < b.count }

  /// Both lengths after one another; a sum beyond what can be counted is the longest that can.
  public static func + (a: Milliseconds, b: Milliseconds) -> Milliseconds {
    let (sum, isTooLarge) = a.count.addingReportingOverflow(b.count)
    return Milliseconds(isTooLarge ? .max : sum)
  }
}
