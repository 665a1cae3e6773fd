/// In which order the cases of extracts came, by the bytes of their names: what is enough to see that no case of sorted
/// extracts stands in another one as well.
struct CaseOrder: Codable, Equatable, Sendable {
  /// The first and the last case that came; `nil` where none did.
  private(set) var first: String?
  private(set) var last: String?
  /// Whether every case came behind those whose names go before its own.
  private(set) var isAscending = true

  init() {}

  mutating func add(_ name: String) {
    if let last { isAscending = isAscending && CaseOrder.precedes(last, name) }
    first = first ?? name
    last = name
  }

  /// Takes in what came next.
  mutating func add(_ next: CaseOrder) {
    guard let nextFirst = next.first else { return }
    add(nextFirst)
    last = next.last
    isAscending = isAscending && next.isAscending
  }

  /// As `LC_ALL=C sort` and Spark sort texts.
  static func precedes(_ one: String, _ other: String) -> Bool { one.utf8.lexicographicallyPrecedes(other.utf8) }
}
