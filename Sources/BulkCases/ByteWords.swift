/// Eight bytes at a time, as one number.
struct ByteWords {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private static let quotes = ones &* UInt64(UInt8(ascii: "\""))
  private static let blanks = ones &* 0x20

  private let separators: UInt64

  init(separator: UInt8) { separators = ByteWords.ones &* UInt64(separator) }

  /// How many of the first bytes are no separator, quote, control character or beyond ASCII; eight is all of them.
  @inline(__always) func plainCount(_ word: UInt64) -> Int {
    let special =
      ByteWords.zeros(word ^ separators) | ByteWords.zeros(word ^ ByteWords.quotes)
      | (word &- ByteWords.blanks) & ~word & ByteWords.highs | word & ByteWords.highs
    return special.trailingZeroBitCount / 8
  }

  /// How many of the first bytes are separators; eight is all of them.
  @inline(__always) func separatorCount(_ word: UInt64) -> Int { (word ^ separators).trailingZeroBitCount / 8 }

  /// Zero where no byte is zero; the lowest bit is that of the first byte that is.
  @inline(__always) private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
}

extension UnsafeBufferPointer<UInt8> {
  /// The eight bytes from a place on, the first as the lowest.
  @inline(__always) func word(at place: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: place, as: UInt64.self))
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
