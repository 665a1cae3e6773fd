/// Where a table can be cut between two cases.
///
/// A cut lies between two rows that stand one after another, have as many fields as the first row of the table, no quote and
/// nothing but ASCII, and name two different cases. What a reader makes of the rows on one side of it does not hang on those
/// on the other.
struct CaseCut {
  let separator: UInt8
  let columnCount: Int
  let caseColumn: Int

  /// The last place to cut at; `nil` where there is none.
  func last(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      UnsafeRawBufferPointer(bytes).contains(UInt8(ascii: "\"")) ? lastBehindQuotes(in: bytes) : lastWithoutQuotes(in: bytes)
    }
  }

  /// Without quotes every end of line ends a row: looks back from the end.
  private func lastWithoutQuotes(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    // What stands behind the last end of line may go on.
    guard var end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return nil }
    var (laterKey, laterBegin): (UnsafeBufferPointer<UInt8>?, Int) = (nil, end + 1)
    while end > 0 {
      let begin = (bytes[..<end].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
      let key = self.key(of: UnsafeBufferPointer(rebasing: bytes[begin..<end]))
      if let key, let laterKey, !key.elementsEqual(laterKey) { return laterBegin }
      (laterKey, laterBegin) = (key, begin)
      guard begin > 0 else { return nil }
      end = begin - 1
    }
    return nil
  }

  /// With quotes among them rows are read from the beginning; a cut never lies behind one that may be unfinished.
  private func lastBehindQuotes(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    // Where a return alone ends a line, lines are not those that are walked over below.
    let hasLoneReturn = bytes.indices.dropLast().contains { bytes[$0] == 13 && bytes[$0 + 1] != 10 }
    guard !hasLoneReturn else { return nil }
    var place = 0
    var reader = CSVReader(CSVReader.Form(separator: separator, longestRecord: .max)) { room in
      let count = min(room.count, bytes.count - place)
      room.copyBytes(from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[place..<(place + count)]))
      place += count
      return count
    }
    var (begin, line, cut): (Int, Int, Int?) = (0, 1, nil)
    var earlier: UnsafeBufferPointer<UInt8>?
    while true {
      let step = reader.step()
      guard step != .end else { return cut }
      // The end of what there is may be what leaves a quote open.
      if case .fault(let fault) = step, fault.fault == .openQuote { return cut }
      // Whether this row begins on a line of its own right behind the last is seen by walking over the lines.
      while line < reader.line {
        guard let end = bytes[begin...].firstIndex(of: UInt8(ascii: "\n")) else { return cut }
        (begin, line) = (end + 1, line + 1)
      }
      guard step == .record, line == reader.line, let end = bytes[begin...].firstIndex(of: UInt8(ascii: "\n")) else {
        earlier = nil
        continue
      }
      let key = self.key(of: UnsafeBufferPointer(rebasing: bytes[begin..<end]))
      if let key, let earlier, !key.elementsEqual(earlier) { cut = begin }
      earlier = key
    }
  }

  /// The case that a row names; `nil` where the row is not one of the plain ones.
  private func key(of row: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    var (column, begin, key): (Int, Int, Range<Int>?) = (0, 0, nil)
    for place in 0...row.count {
      let byte = place < row.count ? row[place] : separator
      if byte >= 0x80 || byte == 0 || byte == UInt8(ascii: "\"") { return nil }
      if byte == UInt8(ascii: "\r"), place + 1 < row.count { return nil }
      guard byte == separator else { continue }
      if column == caseColumn { key = begin..<place }
      (column, begin) = (column + 1, place + 1)
    }
    guard column == columnCount, let key, !key.isEmpty else { return nil }
    // The last column ends before the \r of its line.
    let end = caseColumn == columnCount - 1 && row[key.upperBound - 1] == UInt8(ascii: "\r") ? key.upperBound - 1 : key.upperBound
    return end > key.lowerBound ? UnsafeBufferPointer(rebasing: row[key.lowerBound..<end]) : nil
  }
}
