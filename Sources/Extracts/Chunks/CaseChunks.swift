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
    bytes.withUnsafeBytes { $0.lineEndCount }
  }
}
