import Diagnostics

/// Parts a table in bulk form into pieces of whole cases, so that several threads can read it.
///
/// What the pieces give one after another is what reading the table row by row gives.
public struct CaseChunks: ~Copyable {
  public enum Step: Sendable {
    case chunk(CaseChunk)
    /// From here on the table cannot be parted: its rest is to be read row by row, beginning with these bytes.
    case rest(CaseChunk)
    case end
  }

  private let source: ByteSource
  private let size: Int
  private let cut: CaseCut
  private var kept: [UInt8]
  private var line: Int
  private var isOver = false

  /// - Parameters:
  ///   - first: bytes that were read already, and the line on which they begin.
  ///   - columnCount: how many columns the first row of the table names.
  ///   - size: how many bytes a piece has, or a few more; of eight times as many without a place to cut the rest is given.
  public init(
    _ source: @escaping ByteSource, first: CaseChunk, separator: UInt8, columnCount: Int, caseColumn: Int, size: Int = 1 << 20
  ) {
    self.source = source
    self.size = size
    cut = CaseCut(separator: separator, columnCount: columnCount, caseColumn: caseColumn)
    kept = first.bytes
    line = first.line
  }

  public mutating func next() -> Step {
    guard !isOver else { return .end }
    while true {
      fill()
      if isOver { return kept.isEmpty ? .end : .chunk(take(kept.count)) }
      if let end = cut.last(in: kept) { return .chunk(take(end)) }
      if kept.count >= 8 * size {
        isOver = true
        return .rest(CaseChunk(bytes: kept, line: line))
      }
    }
  }

  /// Reads on until there is more than there was by a usual size, or the table ends.
  private mutating func fill() {
    let wanted = kept.count + size
    var isOver = false
    kept = Array(unsafeUninitializedCapacity: wanted) { room, filled in
      filled = kept.withUnsafeBufferPointer { UnsafeMutableBufferPointer(rebasing: room[..<$0.count]).initialize(from: $0).index }
      while filled < wanted {
        let count = source(UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[filled...]))
        guard count > 0 else {
          isOver = true
          break
        }
        filled += count
      }
    }
    self.isOver = isOver
  }

  private mutating func take(_ end: Int) -> CaseChunk {
    let rest = Array(kept[end...])
    kept.removeLast(rest.count)
    let chunk = CaseChunk(bytes: kept, line: line)
    kept = rest
    line += CaseChunks.lineCount(of: chunk.bytes)
    return chunk
  }

  /// How many lines end in the bytes, by `\n`, `\r` or both.
  private static func lineCount(of bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      // Counted in the eight bytes of a word side by side, which are added up before they can overflow.
      var (ends, returns, pairs, place) = (0, 0, 0, 0)
      let raw = UnsafeRawBufferPointer(bytes)
      while place + 8 <= raw.count {
        var (someEnds, someReturns): (UInt64, UInt64) = (0, 0)
        for _ in 0..<min(255, (raw.count - place) / 8) {
          let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          someEnds &+= word.bytes(like: 10)
          someReturns &+= word.bytes(like: 13)
          place += 8
        }
        ends += someEnds.sumOfBytes
        returns += someReturns.sumOfBytes
      }
      for byte in bytes[place...] {
        if byte == 10 { ends += 1 } else if byte == 13 { returns += 1 }
      }
      guard returns > 0 else { return ends }
      for place in 1..<max(1, bytes.count) where bytes[place] == 10 && bytes[place - 1] == 13 { pairs += 1 }
      return ends + returns - pairs
    }
  }
}

extension UInt64 {
  /// One in each byte that is like another, and zero in every other.
  @inline(__always) fileprivate func bytes(like byte: UInt8) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let other = self ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return ~(((other & low) &+ low) | other | low) >> 7
  }

  fileprivate var sumOfBytes: Int {
    var (sum, left) = (0, self)
    while left != 0 {
      sum += Int(left & 0xFF)
      left >>= 8
    }
    return sum
  }
}
