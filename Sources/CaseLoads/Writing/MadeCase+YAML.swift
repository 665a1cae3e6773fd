import CivilTime

extension MadeCase {
  /// A history that the replay reads.
  func writeYAML(to bytes: inout [UInt8], procedure: String, seed: UInt64) {
    func line(_ text: String) {
      bytes.append(contentsOf: text.utf8)
      bytes.append(10)
    }
    line("# A made-up case. It is about nobody.")
    line("history: \(name)")
    line("title: Made-up case \(number) of the load with seed \(seed)")
    line("procedure: \(procedure)")
    line("children:")
    for child in children { line("  \(child.name): {born: \(child.born)}") }
    line("complete for: [\(CaseLoadColumns.complete.replacing(" ", with: ", "))]")
    line("observed until: \(observedUntil)")
    line("events:")
    for (place, event) in events.enumerated() {
      let named = childrenText(of: event, isFirst: newChild(at: place) != nil)
      let whose = named.isEmpty ? "" : ", for: [\(named.replacing(" ", with: ", "))]"
      let stated = attributes(of: event).map { ", \($0.name.rawValue): \($0.value.inYAML)" }.joined()
      line("  - {id: e\(place + 1), event: \(event.name.rawValue), when: \(event.day)\(whose)\(stated)}")
    }
  }
}

extension MadeAttribute.Value {
  fileprivate var inYAML: String {
    switch self {
    case .word(let word): word
    case .words(let words): "[\(words.joined(separator: ", "))]"
    case .truth(let truth): truth ? "true" : "false"
    case .length(let length): length
    }
  }
}
