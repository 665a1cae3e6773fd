import CivilTime
import Diagnostics
import Procedures

/// The signals of one workflow, and the actions that raise or send them.
struct SignalNames {
  let names: [String]

  init(_ workflow: PlacedNode, into diagnostics: inout [Diagnostic]) {
    var names: [String] = []
    for node in workflow[.signals]?.scalars ?? [] {
      guard let name = node.scalar else { continue }
      if names.contains(name) {
        diagnostics.append(
          Diagnostic(
            .duplicateName, "The signal \"\(name)\" is declared twice.", at: node.place,
            mend: "Delete one of the two."))
      } else {
        names.append(name)
      }
    }
    self.names = names
  }

  func signal(_ node: PlacedNode?, into diagnostics: inout [Diagnostic]) -> Int? {
    guard let node, let name = node.scalar else { return nil }
    if let index = names.firstIndex(of: name) { return index }
    diagnostics.append(
      Diagnostic(
        .unknownSignal, "There is no signal \"\(name)\".", at: node.place,
        mend: Suggestion.mend(for: name, among: names, otherwise: "Add it to the \"signals\" of the workflow.")))
    return nil
  }

  /// The actions of an `on entry`, `on exit` or `do`.
  func actions(_ node: PlacedNode?, into diagnostics: inout [Diagnostic]) -> [Action] {
    (node?.list ?? []).compactMap { item in
      if let raise = item[.raise] { return signal(raise, into: &diagnostics).map { .raise(signal: $0) } }
      let signal = signal(item[.send], into: &diagnostics)
      guard let after = item[.after], let text = after.scalar else { return nil }
      guard let period = Period(text: text) else {
        diagnostics.append(
          Diagnostic(
            .badPeriod, "\"\(text)\" is no period.", at: after.place,
            mend: "Write a whole number and hours, days, working days, weeks, months or years."))
        return nil
      }
      return signal.map { .send(signal: $0, after: period) }
    }
  }
}
