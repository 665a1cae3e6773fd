public import Extracts
public import Histories
public import Procedures

/// Reads the cases of a table in bulk form straight into histories, on one thread.
///
/// Nearly every case is plain: exact days, words of the vocabulary, nothing in quotes. Such a case becomes the history that a
/// careful reading makes of it, in a fraction of the time; of any other it says where it stands, and it is read carefully.
///
/// - Complexity: O(n) in the bytes.
public final class BulkCaseReader {
  /// One case of a chunk.
  public enum Step {
    /// A case with its name in the table.
    case history(CaseHistory, key: String)
    /// The bytes of a case that has to be read carefully, and how many lines of the chunk stand before them.
    case careful(Range<Int>, linesBefore: Int)
  }

  private let columns: BulkColumns
  private let separator: UInt8
  private let draft: BulkCaseDraft

  /// `nil` where the columns are not those of the bulk form.
  public init?(columns names: [String], separator: UInt8, procedure: Procedure) {
    guard let columns = BulkColumns(names, procedure) else { return nil }
    self.columns = columns
    self.separator = separator
    draft = BulkCaseDraft(columns, procedure)
  }

  /// Which column names the case.
  public var caseColumn: Int { columns.caseColumn }

  /// The cases of a chunk in their order; `nil` where something between rows is odd, so that all of it has to be read carefully.
  ///
  /// Whether a case comes again is not looked at.
  public func read(_ chunk: CaseChunk) -> [Step]? { chunk.bytes.withUnsafeBufferPointer(read) }

  private func read(_ bytes: UnsafeBufferPointer<UInt8>) -> [Step]? {
    var steps: [Step] = []
    var row = BulkRow()
    var (place, line) = (0, 0)
    var (caseBegin, caseLine, caseKey) = (0, 0, 0..<0)
    while place < bytes.count {
      guard
        let next = row.read(
          bytes, from: place, separator: separator, columnCount: columns.roles.count, caseColumn: columns.caseColumn)
      else { return nil }
      if let key = row.key {
        if !UnsafeBufferPointer(rebasing: bytes[caseKey]).isSame(as: UnsafeBufferPointer(rebasing: bytes[key])) {
          if !caseKey.isEmpty { steps.append(step(bytes, caseBegin..<place, caseKey, caseLine)) }
          (caseBegin, caseLine, caseKey) = (place, line, key)
          draft.begin()
        }
        draft.add(row, in: bytes)
      }
      place = next
      line += 1
    }
    if !caseKey.isEmpty { steps.append(step(bytes, caseBegin..<bytes.count, caseKey, caseLine)) }
    return steps
  }

  private func step(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ key: Range<Int>, _ line: Int) -> Step {
    let key = UnsafeBufferPointer(rebasing: bytes[key])
    let name = PlainValues.text(key)
    guard PlainValues.isKeptName(key), let history = draft.history(named: name) else {
      return .careful(range, linesBefore: line)
    }
    return .history(history, key: name)
  }
}
