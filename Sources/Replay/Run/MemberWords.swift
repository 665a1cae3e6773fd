/// The words that a rule's `each` runs over, taken one by one.
struct MemberWords {
  /// Those that are left and whose order is that of their numbers, bit by bit.
  private(set) var bits: UInt128
  private var list: [Int] = []
  private var next = 0

  init(bits: UInt128) { self.bits = bits }

  /// Words in the order of a list, which may name one twice.
  init(list: [Int]) {
    bits = 0
    self.list = list
  }

  static let none = MemberWords(bits: 0)

  mutating func popFirst() -> Int? {
    if bits != 0 { return bits.takeLowestBit() }
    guard next < list.count else { return nil }
    next += 1
    return list[next - 1]
  }
}
