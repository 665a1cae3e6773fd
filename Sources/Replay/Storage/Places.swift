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

  /// How many words of 64 bits have a bit for each of them.
  var words: Int { (Int(count) + 63) / 64 }

  var range: Range<Int> { Int(first)..<Int(first + count) }
}
