/// A run of places in a column, one after another.
struct Places: BitwiseCopyable {
  let first: Int32
  let count: Int32

  static let none = Places(first: 0, count: 0)

  init(first: Int, count: Int) {
    self.first = Int32(first)
    self.count = Int32(count)
  }

  var isEmpty: Bool { count == 0 }

  var range: Range<Int> { Int(first)..<Int(first + count) }
}
