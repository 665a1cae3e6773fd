import Foundation

extension BenchmarkReport {
  /// As JSON.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// As a table for people.
  var text: String {
    let parts = sections.map(\.text) + (agreement.isEmpty ? [] : [agreementText])
    return "Plumbline, \(cores) cores, \(system)\n\n" + parts.joined(separator: "\n")
  }

  private var agreementText: String {
    var lines = ["Verdicts of the twelve rules: ours, and where a peer says otherwise"]
    for rule in agreement {
      lines.append("  \(rule.rule)  \(rule.ours.inWords)")
      for (peer, verdicts) in rule.peers.sorted(by: { $0.key < $1.key }) {
        lines.append("    \(peer): " + (verdicts == rule.ours ? "the same" : verdicts.inWords))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension [String: Int] {
  fileprivate var inWords: String { sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ") }
}

extension BenchmarkSection {
  private static let head = [
    "", "threads", "events", "median s", "from", "to", "cores s", "events/s", "peak MB", "times", "by cores",
  ]

  var text: String {
    let table = [BenchmarkSection.head] + rows.map(\.cells)
    let widths = BenchmarkSection.head.indices.map { column in table.map { $0[column].count }.max() ?? 0 }
    let lines = table.map { cells in
      cells.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : space + cell
      }.joined(separator: "  ")
    }
    return ([title] + lines.map { "  " + $0 } + notes.map { "  " + $0 }).joined(separator: "\n") + "\n"
  }
}

extension BenchmarkRow {
  fileprivate var cells: [String] {
    [
      name, threads.map(String.init) ?? "", String(events), BenchmarkRow.text(seconds, 3), BenchmarkRow.text(leastSeconds, 3),
      BenchmarkRow.text(mostSeconds, 3), BenchmarkRow.text(processorSeconds, 3), String(Int(eventsPerSecond)),
      peakMemory.map { String($0 >> 20) } ?? "", ratio.map { BenchmarkRow.text($0, 2) } ?? "",
      processorRatio.map { BenchmarkRow.text($0, 2) } ?? "",
    ]
  }

  private static func text(_ number: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", number) }
}
