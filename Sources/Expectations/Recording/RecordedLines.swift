/// What is to be written, each once with the children that it is so of and how often it is.
struct RecordedLines {
  private var order: [[RecordedEntry]] = []
  private var children: [[RecordedEntry]: [(name: String, times: Int)]] = [:]

  mutating func add(_ entries: [RecordedEntry], child: String) {
    if children[entries] == nil { order.append(entries) }
    var counted = children[entries] ?? []
    if let place = counted.firstIndex(where: { $0.name == child }) {
      counted[place].times += 1
    } else {
      counted.append((child, 1))
    }
    children[entries] = counted
  }

  /// One line for all children of whom something is so equally often.
  var written: [String] { order.flatMap(lines) }

  private func lines(_ entries: [RecordedEntry]) -> [String] {
    let counted = children[entries] ?? []
    let counts = counted.map(\.times).reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
    return counts.map { times in
      let names = counted.filter { $0.times == times }.map { RecordedText.scalar($0.name) }
      let child = RecordedEntry("child", names.count == 1 ? names[0] : "[\(names.joined(separator: ", "))]")
      let number = times == 1 ? [] : [RecordedEntry("times", "\(times)")]
      let written = [entries[0], child] + entries.dropFirst() + number
      return "{\(written.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    }
  }
}
