/// Reads a CSV file record by record, holding no more of it than the record at hand and a piece of what follows.
///
/// Lines end with `\r\n`, `\n` or `\r`; empty lines are no records; a byte order mark at the beginning is passed over. A record
/// with a fault of form is told and passed over: the next one begins on the line after that of the fault, after a quote that
/// nothing ends on the line after that of the quote. One whose bytes are no text is passed over whole.
///
/// **Source:** RFC 4180, section 2.
///
/// - Complexity: O(n) in the bytes of the file where pieces are longer than records, for a record is looked through anew when
///   the next piece of it comes; memory in proportion to the longest record.
public struct CSVReader: ~Copyable {
  /// What stands next in a file.
  public enum Step: Hashable, Sendable {
    case record
    case fault(PlacedCSVFault)
    case end
  }

  /// How a file is written.
  public struct Form: Sendable {
    public var separator: UInt8
    public var encoding: TextEncoding
    /// **Unit**: bytes.
    public var longestRecord: Int

    public init(separator: UInt8 = UInt8(ascii: ","), encoding: TextEncoding = .utf8, longestRecord: Int = 1 << 20) {
      self.separator = separator
      self.encoding = encoding
      self.longestRecord = longestRecord
    }
  }

  private let form: Form
  /// Puts the next bytes of the file into a room and says how many; none where the file ends.
  private let read: (UnsafeMutableRawBufferPointer) -> Int
  private var buffer: [UInt8]
  /// Where the record at hand, or the next one, begins in the buffer, and where what has been read ends.
  private var start = 0
  private var filled = 0
  private var isAtEnd = false
  private var isAtBeginning = true
  /// Where the record after the one at hand begins, and how many lines the one at hand takes.
  private var next = 0
  private var lines = 0
  private var fields: [CSVField] = []
  /// The line on which the record at hand begins, from 1.
  public private(set) var line = 1

  /// - Parameters:
  ///   - piece: how many bytes are asked for at once.
  ///   - read: puts the next bytes of the file into a room and says how many; none where the file ends.
  public init(_ form: Form = Form(), piece: Int = 1 << 18, read: @escaping (UnsafeMutableRawBufferPointer) -> Int) {
    self.form = form
    self.read = read
    buffer = [UInt8](repeating: 0, count: max(1, piece))
  }

  /// A reader of the rest of a file, of which some bytes were read already.
  ///
  /// - Parameter chunk: those bytes, and the line on which they begin.
  public init(_ form: Form, from chunk: CaseChunk, then read: @escaping (UnsafeMutableRawBufferPointer) -> Int) {
    self.init(form, read: read)
    buffer = chunk.bytes.isEmpty ? [0] : chunk.bytes
    filled = chunk.bytes.count
    line = chunk.line
    isAtBeginning = false
  }

  /// The bytes that were read and come behind the record at hand, with the line on which they begin.
  public var unread: CaseChunk { CaseChunk(bytes: Array(buffer[max(start, next)..<filled]), line: line + lines) }

  /// The number of fields of the record at hand.
  public var fieldCount: Int { fields.count }

  /// Goes on to the next record, or to the next fault.
  public mutating func step() -> Step {
    passOver()
    while true {
      switch scan() {
      case .record(let end, let lines):
        if end - start > form.longestRecord { return skipTooLong() }
        next = end
        self.lines = lines
        if fields.count == 1, fields[0].isEmpty, !fields[0].isQuoted { passOver() } else { return checked() }
      case .unfinished(let quote):
        if filled - start > form.longestRecord {
          return quote.map { skipLine(with: .openQuote, at: $0) } ?? skipLine(with: .recordTooLong, at: start)
        }
        refill()
      case .fault(let fault, let offset): return skipLine(with: fault, at: offset)
      case .end: return .end
      }
    }
  }

  /// The text of a field of the record at hand, by number from 0.
  public func text(of number: Int) -> String {
    withBytes(of: fields[number]) { form.encoding.text(of: $0) ?? "" }
  }

  /// Where a field of the record at hand begins.
  public func place(of number: Int) -> CSVPlace { place(ofByte: fields[number].range.lowerBound) }

  /// How many characters a field takes in the file.
  public func length(of number: Int) -> Int {
    buffer.withUnsafeBufferPointer { bytes in
      form.encoding.characterCount(in: UnsafeBufferPointer(rebasing: bytes[fields[number].range]))
    }
  }

  // MARK: - Bytes

  /// The bytes of a field, without the quotes about it and with one quote for two.
  private func withBytes<Result>(of field: CSVField, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    buffer.withUnsafeBufferPointer { bytes in
      let range = field.isQuoted ? field.range.dropFirst().dropLast() : field.range
      let inside = UnsafeBufferPointer(rebasing: bytes[range])
      guard field.hasQuotes else { return body(inside) }
      var plain: [UInt8] = []
      plain.reserveCapacity(inside.count)
      var isSecond = false
      for byte in inside {
        isSecond = byte == CSVByte.quote && !isSecond
        if !isSecond { plain.append(byte) }
      }
      return plain.withUnsafeBufferPointer(body)
    }
  }

  /// Leaves the record at hand behind.
  private mutating func passOver() {
    start = max(start, next)
    line += lines
    lines = 0
    fields.removeAll(keepingCapacity: true)
  }

  /// Reads on, after moving what is still needed to the front; the buffer grows where a record is longer than it.
  private mutating func refill() {
    let kept = filled - start
    if start > 0 {
      buffer.withUnsafeMutableBytes { bytes in
        let kept = UnsafeRawBufferPointer(rebasing: bytes[start..<filled])
        bytes.copyMemory(from: UnsafeRawBufferPointer(kept))
      }
      (start, next, filled) = (0, 0, kept)
    }
    if filled == buffer.count { buffer.append(contentsOf: repeatElement(0, count: buffer.count)) }
    let count = buffer.withUnsafeMutableBytes { bytes in read(UnsafeMutableRawBufferPointer(rebasing: bytes[filled...])) }
    filled += max(0, count)
    isAtEnd = count <= 0
    if isAtBeginning, filled >= 3 || isAtEnd { passOverMark() }
  }

  private mutating func passOverMark() {
    isAtBeginning = false
    if form.encoding == .utf8, buffer[..<filled].starts(with: CSVByte.mark) { start = 3 }
  }

  // MARK: - One record

  private enum Scan {
    /// Where the next record begins, and how many lines this one takes.
    case record(end: Int, lines: Int)
    /// What has been read ends within the record, and in the field of a quote where there is one.
    case unfinished(in: Int?)
    case fault(CSVFault, at: Int)
    case end
  }

  /// Finds the fields of the record that begins at `start`.
  private mutating func scan() -> Scan {
    if isAtBeginning { return .unfinished(in: nil) }
    if start == filled { return isAtEnd ? .end : .unfinished(in: nil) }
    fields.removeAll(keepingCapacity: true)
    let (start, filled, isAtEnd, separator) = (start, filled, isAtEnd, form.separator)
    var lines = 0
    var found = fields
    let scan = buffer.withUnsafeBufferPointer { bytes -> Scan in
      var place = start
      while true {
        let (first, isQuoted) = (place, place < filled && bytes[place] == CSVByte.quote)
        var hasQuotes = false
        if isQuoted {
          place += 1
          while true {
            while place < filled, bytes[place] != CSVByte.quote {
              if CSVByte.endsLine(place, in: bytes, filled) { lines += 1 }
              place += 1
            }
            guard place < filled else { return isAtEnd ? .fault(.openQuote, at: first) : .unfinished(in: first) }
            guard place + 1 < filled else {
              if !isAtEnd { return .unfinished(in: first) }
              place += 1
              break
            }
            guard bytes[place + 1] == CSVByte.quote else {
              place += 1
              break
            }
            hasQuotes = true
            place += 2
          }
        } else {
          while place < filled, bytes[place] != separator, !CSVByte.isLineEnd(bytes[place]) {
            if bytes[place] == CSVByte.quote { return .fault(.quoteInPlainField, at: place) }
            place += 1
          }
        }
        guard place < filled || isAtEnd else { return .unfinished(in: nil) }
        found.append(CSVField(range: first..<place, isQuoted: isQuoted, hasQuotes: hasQuotes))
        if place == filled { return .record(end: place, lines: lines + 1) }
        if bytes[place] == separator {
          place += 1
          continue
        }
        guard CSVByte.isLineEnd(bytes[place]) else { return .fault(.textAfterQuote, at: place) }
        if bytes[place] == CSVByte.return {
          guard place + 1 < filled || isAtEnd else { return .unfinished(in: nil) }
          if place + 1 < filled, bytes[place + 1] == CSVByte.newline { place += 1 }
        }
        return .record(end: place + 1, lines: lines + 1)
      }
    }
    fields = found
    return scan
  }

  /// The record at hand, if its bytes are text.
  private mutating func checked() -> Step {
    let (range, encoding) = (start..<next, form.encoding)
    let fault = buffer.withUnsafeBufferPointer { bytes -> (CSVFault, Int)? in
      let record = UnsafeBufferPointer(rebasing: bytes[range])
      if let zero = record.firstIndex(of: 0) { return (.notText, range.lowerBound + zero) }
      guard record.contains(where: { $0 >= 0x80 }) else { return nil }
      if encoding == .utf8, record.starts(with: CSVByte.mark) { return (.markWithin, range.lowerBound) }
      let length = encoding.lengthOfText(in: record)
      return length < record.count ? (.wrongEncoding, range.lowerBound + length) : nil
    }
    guard let (fault, offset) = fault else { return .record }
    return .fault(PlacedCSVFault(fault, at: place(ofByte: offset)))
  }

  // MARK: - Faults

  /// Tells a record that ends, but beyond the most that is read: the same as would be told if it had not ended yet.
  private mutating func skipTooLong() -> Step {
    let limit = start + form.longestRecord
    let quote = fields.first { $0.isQuoted && $0.range.lowerBound <= limit && limit < $0.range.upperBound }
    return quote.map { skipLine(with: .openQuote, at: $0.range.lowerBound) } ?? skipLine(with: .recordTooLong, at: start)
  }

  /// Tells a fault; the next record begins on the line after it, which is looked for without holding more than a piece.
  private mutating func skipLine(with fault: CSVFault, at offset: Int) -> Step {
    let place = place(ofByte: offset)
    line = place.line
    (start, next, lines) = (offset, offset, 0)
    fields.removeAll(keepingCapacity: true)
    while true {
      let end = (start..<filled).first { CSVByte.isLineEnd(buffer[$0]) }
      if let end, buffer[end] != CSVByte.return || end + 1 < filled || isAtEnd {
        let isPair = buffer[end] == CSVByte.return && end + 1 < filled && buffer[end + 1] == CSVByte.newline
        (start, next) = (end + (isPair ? 2 : 1), 0)
        line += 1
        break
      }
      start = end ?? filled
      if isAtEnd { break }
      refill()
    }
    return .fault(PlacedCSVFault(fault, at: place))
  }

  /// The place of a byte of the record at hand.
  private func place(ofByte offset: Int) -> CSVPlace {
    buffer.withUnsafeBufferPointer { bytes in
      var (line, begin) = (line, start)
      for place in start..<offset where CSVByte.endsLine(place, in: bytes, filled) { (line, begin) = (line + 1, place + 1) }
      let before = UnsafeBufferPointer(rebasing: bytes[begin..<max(begin, offset)])
      return CSVPlace(line: line, column: form.encoding.characterCount(in: before) + 1)
    }
  }
}

/// Where a field of a record stands, with the quotes about it.
private struct CSVField {
  let range: Range<Int>
  let isQuoted: Bool
  /// Whether quotes within it are doubled.
  let hasQuotes: Bool

  var isEmpty: Bool { range.isEmpty }
}

private enum CSVByte {
  static let quote = UInt8(ascii: "\"")
  static let newline = UInt8(ascii: "\n")
  static let `return` = UInt8(ascii: "\r")
  /// What may begin a file of UTF-8.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  @inline(__always) static func isLineEnd(_ byte: UInt8) -> Bool { byte == newline || byte == `return` }

  /// Whether a line ends with the byte at a place: the second of `\r\n`, and not the first.
  @inline(__always)
  static func endsLine(_ place: Int, in bytes: UnsafeBufferPointer<UInt8>, _ filled: Int) -> Bool {
    bytes[place] == newline || (bytes[place] == `return` && !(place + 1 < filled && bytes[place + 1] == newline))
  }
}
