import Diagnostics
import Histories
import Procedures
import Replay
import Reporting

/// Which findings to tell, in which table, and from which on a replay counts as failed, in the words that were typed.
public struct FindingFilter: Sendable {
  /// Kinds, children, workflows, `certain` or `possible`.
  public var only: [String]
  /// `none`, `possible`, `certain`, `low`, `medium` or `high`; several must all hold.
  public var failOn: [String]
  /// `findings`, `clocks` or `states`, for CSV; `nil` is the table of findings.
  public var table: String?

  public init(only: [String] = [], failOn: [String] = [], table: String? = nil) {
    self.only = only
    self.failOn = failOn
    self.table = table
  }
}

extension FindingFilter {
  static let thresholdWords = ["none", "possible", "certain", "low", "medium", "high"]

  /// Codes: PL6006.
  func threshold() -> (threshold: FindingThreshold, diagnostics: [Diagnostic]) {
    var threshold = FindingThreshold.anyFinding
    var problems: [Diagnostic] = []
    for word in failOn {
      switch word {
      case "none": threshold.certainty = nil
      case "possible": break
      case "certain": if threshold.certainty != nil { threshold.certainty = .certain }
      default:
        if let severity = Severity.allCases.first(where: { $0.inWords == word }) {
          threshold.severity = max(threshold.severity, severity)
        } else {
          problems.append(FindingFilter.unknown(word, among: FindingFilter.thresholdWords, option: "--fail-on"))
        }
      }
    }
    return (threshold, problems)
  }

  /// Code: PL6032.
  func table(in format: OutputOptions.Format) -> (table: CaseTable, diagnostics: [Diagnostic]) {
    guard let word = table else { return (.findings, []) }
    guard let table = CaseTable(rawValue: word) else {
      let known = CaseTable.allCases.map(\.rawValue)
      return (.findings, [FindingFilter.unknown(word, among: known, option: "--table", .tableUnclear)])
    }
    guard format != .csv else { return (table, []) }
    let problem = Diagnostic.ofCommand(
      .tableUnclear, "Only CSV has tables to choose from.", option: "--table",
      mend: "Write --format csv with it, or leave it out.")
    return (table, [problem])
  }

  /// The selection, with each word looked up among the kinds, the children and the workflows of the cases.
  ///
  /// Codes: PL6006.
  func selection(among cases: [ReportedCase]) -> (selection: FindingSelection, diagnostics: [Diagnostic]) {
    var selection = FindingSelection()
    var problems: [Diagnostic] = []
    let children = Set(cases.flatMap { $0.history.children.map(\.name) })
    let workflows = Set(cases.flatMap { $0.procedure.workflows.map(\.name) })
    for word in only {
      let kind = FindingKind.allCases.first { $0.rawValue == FindingFilter.spaced(word) }
      if let kind { selection.kinds.insert(kind) }
      if word == "certain" { selection.certainties.insert(.certain) }
      if word == "possible" { selection.certainties.insert(.possible) }
      if children.contains(word) { selection.children.insert(word) }
      if workflows.contains(word) { selection.workflows.insert(word) }
      let isKnown = kind != nil || ["certain", "possible"].contains(word) || children.contains(word) || workflows.contains(word)
      guard !isKnown, !cases.isEmpty else { continue }
      let known = FindingKind.allCases.map(\.rawValue) + ["certain", "possible"] + children.sorted() + workflows.sorted()
      problems.append(FindingFilter.unknown(word, among: known, option: "--only"))
    }
    return (selection, problems)
  }

  /// A kind of several words may be typed with dashes or underscores.
  private static func spaced(_ word: String) -> String { String(word.map { $0 == "-" || $0 == "_" ? " " : $0 }) }

  private static func unknown(
    _ word: String, among known: [String], option: String, _ code: DiagnosticCode = .badOnly
  ) -> Diagnostic {
    .ofCommand(
      code, "\"\(word)\" is none of the words that may stand here.", option: option,
      mend: Suggestion.mend(for: word, among: known, otherwise: "Known: \(known.joined(separator: ", "))."))
  }
}
