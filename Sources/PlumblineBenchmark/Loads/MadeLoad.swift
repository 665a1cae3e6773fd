import CaseLoads
import Foundation
import Workbench

/// A load of made-up cases that is as large as asked for.
struct MadeLoad: Sendable {
  private let load: CaseLoad
  /// How many cases it takes.
  let cases: Int
  let events: Int

  /// - Parameter events: how many events at least; the last case is whole.
  init(events wanted: Int, seed: UInt64) throws {
    guard let statistics = BuiltInStatistics.england else { throw BenchmarkFault("The built-in statistics cannot be read.") }
    load = CaseLoad(statistics, seed: seed)
    var (cases, events) = (0, 0)
    while events < wanted {
      cases += 1
      events += load.makeCase(cases).events.count
    }
    (self.cases, self.events) = (cases, events)
  }

  /// Makes one of several shares of the load, as CSV, and gives the bytes out piece by piece.
  func write(share: Int, of shares: Int, _ take: ([UInt8]) throws -> Void) rethrows {
    let writer = CaseLoadWriter(.csv, of: load)
    var bytes = share == 0 ? Array(writer.head.utf8) : []
    for number in (cases * share / shares)..<(cases * (share + 1) / shares) {
      writer.write(load.makeCase(number + 1), to: &bytes)
      guard bytes.count >= 1 << 18 else { continue }
      try take(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try take(bytes)
  }

  /// Writes the load as a CSV file.
  func write(to path: String) throws {
    let file = try NewFile(path)
    try write(share: 0, of: 1) { try file.write(Data($0)) }
  }
}
