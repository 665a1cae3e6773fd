/// Reads a file in UTF-8 line by line, holding no more of it than a piece and the line at hand.
struct LineReader {
  enum Step {
    case line(String)
    /// Longer than any line that is read; it was passed over.
    case tooLong
    /// Bytes that are no text, from this character on.
    case notText(column: Int)
    case end
  }

  private let longest: Int
  private let read: ByteSource
  private var buffer: [UInt8]
  private var (start, filled) = (0, 0)
  private var isAtEnd = false
  /// The line at hand, from 1.
  private(set) var line = 0

  init(longest: Int, piece: Int = 1 << 16, read: @escaping ByteSource) {
    self.longest = longest
    self.read = read
    buffer = [UInt8](repeating: 0, count: piece)
  }

  mutating func next() -> Step {
    var looked = start
    while true {
      if let end = (looked..<filled).first(where: { buffer[$0] == UInt8(ascii: "\n") }) {
        line += 1
        defer { start = end + 1 }
        return end - start > longest ? .tooLong : text(start..<end)
      }
      if isAtEnd {
        guard start < filled else { return .end }
        line += 1
        defer { start = filled }
        return filled - start > longest ? .tooLong : text(start..<filled)
      }
      if filled - start > longest { return skip() }
      looked = filled - start
      refill()
    }
  }

  private mutating func refill() {
    buffer.removeSubrange(..<start)
    (filled, start) = (filled - start, 0)
    if buffer.count < 2 * filled + 4096 { buffer.append(contentsOf: repeatElement(0, count: filled + 65_536)) }
    let count = buffer.withUnsafeMutableBytes { bytes in read(UnsafeMutableRawBufferPointer(rebasing: bytes[filled...])) }
    filled += max(0, count)
    isAtEnd = count <= 0
  }

  /// Passes over a line without holding it.
  private mutating func skip() -> Step {
    line += 1
    while true {
      if let end = (start..<filled).first(where: { buffer[$0] == UInt8(ascii: "\n") }) {
        start = end + 1
        return .tooLong
      }
      start = filled
      if isAtEnd { return .tooLong }
      refill()
    }
  }

  private func text(_ range: Range<Int>) -> Step {
    buffer.withUnsafeBufferPointer { bytes in
      var line = UnsafeBufferPointer(rebasing: bytes[range])
      if self.line == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = UnsafeBufferPointer(rebasing: line.dropFirst(3)) }
      if line.last == UInt8(ascii: "\r") { line = UnsafeBufferPointer(rebasing: line.dropLast()) }
      if let text = TextEncoding.utf8.text(of: line), !line.contains(0) { return .line(text) }
      let length = min(TextEncoding.utf8.lengthOfText(in: line), line.firstIndex(of: 0) ?? .max)
      return .notText(column: TextEncoding.utf8.characterCount(in: UnsafeBufferPointer(rebasing: line[..<length])) + 1)
    }
  }
}
