/// Eight bytes at a time, as one number.
struct ByteWords {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private static let quotes = ones &* UInt64(UInt8(ascii: "\""))
  private static let blanks = ones &* 0x20

  private let separators: UInt64

  init(separator: UInt8) { separators = ByteWords.ones &* UInt64(separator) }

  /// Whether none of the bytes is a separator, a quote, a control character or beyond ASCII.
  @inline(__always) func arePlain(_ word: UInt64) -> Bool {
    let special =
      ByteWords.zeros(word ^ separators) | ByteWords.zeros(word ^ ByteWords.quotes)
      | (word &- ByteWords.blanks) & ~word & ByteWords.highs | word & ByteWords.highs
    return special == 0
  }

  /// Whether all of the bytes are separators.
  @inline(__always) func areSeparators(_ word: UInt64) -> Bool { word == separators }

  /// Zero where no byte is zero.
  @inline(__always) private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
}

extension UnsafeBufferPointer<UInt8> {
  /// The eight bytes from a place on.
  @inline(__always) func word(at place: Int) -> UInt64 {
    UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }

  /// Whether it holds the same bytes.
  ///
  /// - Complexity: O(n), eight bytes at a time.
  func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var place = 0
    while place + 8 <= count {
      if word(at: place) != other.word(at: place) { return false }
      place += 8
    }
    while place < count {
      if self[place] != other[place] { return false }
      place += 1
    }
    return true
  }
}
