/// Words and their numbers, looked up by bytes.
///
/// - Complexity: O(1) for a look-up but for the comparison of the bytes.
struct WordTable: Sendable {
  private var slots: [Int32]
  private var ends: [Int32] = [0]
  private var bytes: [UInt8] = []
  private let mask: Int

  init(_ words: some Collection<String>) {
    var size = 16
    while size < words.count * 4 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    mask = size - 1
    for word in words { insert(Array(word.utf8)) }
  }

  private mutating func insert(_ word: [UInt8]) {
    let number = Int32(ends.count - 1)
    var slot = word.withUnsafeBufferPointer { WordTable.hash($0) } & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = number
    bytes += word
    ends.append(Int32(bytes.count))
  }

  /// The place of a word among those given; `nil` where it is none of them.
  func number(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = WordTable.hash(word) & mask
    while true {
      let number = Int(slots[slot])
      guard number >= 0 else { return nil }
      let (begin, end) = (Int(ends[number]), Int(ends[number + 1]))
      if end - begin == word.count, isEqual(begin, word) { return number }
      slot = (slot + 1) & mask
    }
  }

  private func isEqual(_ begin: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[begin..<(begin + word.count)]).isSame(as: word) }
  }

  /// Of the length and up to sixteen bytes, from both ends.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var (first, last): (UInt64, UInt64) = (0, 0)
    let count = word.count
    if count >= 8 {
      (first, last) = (word.word(at: 0), word.word(at: count - 8))
    } else {
      for place in 0..<count { first = first << 8 | UInt64(word[place]) }
      last = first
    }
    let mixed = (first ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15 ^ (last &* 0xC2B2_AE3D_27D4_EB4F)
    return Int(truncatingIfNeeded: (mixed ^ mixed >> 29) >> 7) & Int.max
  }
}
