import BulkCases
import Extracts
import Foundation
import Histories
import Procedures
import Synchronization

/// A load in a CSV file, read into histories by several threads.
struct LoadTable: Sendable {
  let path: String
  let procedure: Procedure

  /// Reads all cases, each thread a part of the table at a time.
  ///
  /// - Parameters:
  ///   - begin: makes what a thread keeps, once on each.
  ///   - take: takes one case after another, on the thread that read it.
  /// - Throws: where the table is not one that the fast reading understands, as every load that is made here is.
  func read<Kept: Sendable>(
    threads: Int, _ begin: @escaping @Sendable () -> Kept, each take: @escaping @Sendable (CaseHistory, inout Kept) -> Void
  ) throws -> [Kept] {
    let file = try OpenTable(path)
    return try Threads.share(among: threads) { [procedure] _ in
      guard let reader = BulkCaseReader(columns: file.columns, separator: UInt8(ascii: ","), procedure: procedure) else {
        throw BenchmarkFault("The columns of the table are not those of the bulk form.")
      }
      var kept = begin()
      while let chunk = try file.next() {
        guard let steps = reader.read(chunk) else { throw BenchmarkFault("A row of the table is not a plain one.") }
        for step in steps {
          guard case .history(let history, _) = step else { throw BenchmarkFault("A case of the table is not a plain one.") }
          take(history, &kept)
        }
      }
      return kept
    }
  }
}

/// A table that several threads take parts from.
///
/// The class is `@unchecked Sendable`: what changes is touched under `lock` alone.
private final class OpenTable: @unchecked Sendable {
  let columns: [String]
  private let lock = NSLock()
  private let file: FileHandle
  private var chunks: CaseChunks

  init(_ path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else { throw BenchmarkFault("\(path) cannot be read.") }
    let source: ByteSource = { read(file.fileDescriptor, $0.baseAddress, $0.count) }
    let form = CSVReader.Form()
    let cases = CSVCases(
      file: path, form: form, columns: CSVCases.Columns(needed: PlainCases.needed, known: nil, caseField: ["case"]))
    guard let (header, first) = cases.header(source, { _ in true }) else {
      throw BenchmarkFault("\(path) does not begin with the columns of the bulk form.")
    }
    (self.file, columns) = (file, header.names)
    chunks = CaseChunks(
      source, first: first, separator: form.separator, columnCount: header.names.count,
      caseColumn: header.names.firstIndex(of: "case") ?? 0)
  }

  func next() throws -> CaseChunk? {
    lock.lock()
    defer { lock.unlock() }
    switch chunks.next() {
    case .chunk(let chunk): return chunk
    case .rest: throw BenchmarkFault("The table cannot be parted between cases.")
    case .end: return nil
    }
  }
}
