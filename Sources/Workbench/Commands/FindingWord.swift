import Histories
import Procedures
import Replay
import Reporting

/// A word by which findings are chosen, with what it means.
struct FindingWord: Hashable {
  enum Category: String, CaseIterable {
    case kind
    case certainty
    case severity
    case child
    case workflow
  }

  let category: Category
  let name: String

  /// The word with its category, which is always clear: `kind:late`.
  var inFull: String { "\(category.rawValue):\(name.replacing(" ", with: "-"))" }

  /// Every word that may stand where these cases are reported, each once.
  static func all(among cases: [ReportedCase]) -> [FindingWord] {
    all(
      children: Set(cases.flatMap { $0.history.children.map(\.name) }),
      workflows: Set(cases.flatMap { $0.procedure.workflows.map(\.name) }))
  }

  static func all(children: Set<String>, workflows: Set<String>) -> [FindingWord] {
    func words(_ category: Category, _ names: [String]) -> [FindingWord] {
      names.map { FindingWord(category: category, name: $0) }
    }
    return words(.kind, FindingKind.allCases.map(\.rawValue)) + words(.certainty, ["certain", "possible"])
      + words(.severity, Severity.allCases.map(\.inWords)) + words(.child, children.sorted())
      + words(.workflow, workflows.sorted())
  }

  /// What a typed word may mean: what is called exactly so, else what differs in capitals and in dashes only.
  ///
  /// A category may stand before it, as in `child:late`.
  static func meanings(of typed: String, among known: [FindingWord]) -> [FindingWord] {
    let parts = typed.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2, let category = Category(rawValue: parts[0].lowercased()) {
      return meanings(of: parts[1], among: known.filter { $0.category == category })
    }
    let exact = known.filter { $0.name == typed || $0.category == .kind && $0.name == spaced(typed) }
    return exact.isEmpty ? known.filter { spaced($0.name).lowercased() == spaced(typed).lowercased() } : exact
  }

  /// Several words may be typed with dashes or underscores between them.
  private static func spaced(_ word: String) -> String { String(word.map { $0 == "-" || $0 == "_" ? " " : $0 }) }
}

extension FindingSelection {
  /// Widens the choice in the category of a word.
  mutating func add(_ word: FindingWord) {
    switch word.category {
    case .kind: kinds.formUnion(FindingKind.allCases.filter { $0.rawValue == word.name })
    case .certainty: certainties.insert(word.name == "certain" ? .certain : .possible)
    case .severity: severities.formUnion(Severity.allCases.filter { $0.inWords == word.name })
    case .child: children.insert(word.name)
    case .workflow: workflows.insert(word.name)
    }
  }
}
