import Diagnostics
import Histories
import Procedures
import Replay
import Reporting

/// Which findings to tell, in which table, and from which on a replay counts as failed, in the words that were typed.
public struct FindingFilter: Sendable {
  /// Kinds, children, workflows, certainties or severities, each perhaps with its category before it: `child:late`.
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

  /// The selection, with each word looked up among kinds, certainties and severities, and the children and workflows of the
  /// cases.
  ///
  /// Codes: PL6006.
  func selection(among cases: [ReportedCase]) -> (selection: FindingSelection, diagnostics: [Diagnostic]) {
    cases.isEmpty ? (FindingSelection(), []) : selection(among: FindingWord.all(among: cases))
  }

  /// Codes: PL6006.
  func selection(among known: [FindingWord]) -> (selection: FindingSelection, diagnostics: [Diagnostic]) {
    var selection = FindingSelection()
    var problems: [Diagnostic] = []
    for typed in only {
      let meanings = FindingWord.meanings(of: typed, among: known)
      if meanings.count == 1 {
        selection.add(meanings[0])
      } else if !meanings.isEmpty {
        problems.append(FindingFilter.unclear(typed, meanings))
      } else {
        problems.append(FindingFilter.unknownChoice(typed, among: known))
      }
    }
    return (selection, problems)
  }

  /// The names in their order, none twice.
  private static func namesOnce(_ words: [FindingWord]) -> [String] {
    var seen: Set<String> = []
    return words.map(\.name).filter { seen.insert($0).inserted }
  }

  /// Children are not named, for a name of a person stands in no message.
  private static func unknownChoice(_ typed: String, among known: [FindingWord]) -> Diagnostic {
    let workflows = known.filter { $0.category == .workflow }
    let fixed = known.filter { $0.category != .workflow && $0.category != .child }
    let example = workflows.first.map { ", such as \($0.name)" } ?? ""
    let all = namesOnce(fixed).joined(separator: ", ")
    return unknown(
      typed, among: namesOnce(fixed + workflows), option: "--only",
      otherwise: "Known: \(all); the name of a workflow\(example); and that of a child of the case.")
  }

  private static func unclear(_ typed: String, _ meanings: [FindingWord]) -> Diagnostic {
    .ofCommand(
      .badOnly, "\"\(typed)\" may mean several things.", option: "--only",
      mend: "Write \(meanings.map(\.inFull).joined(separator: " or ")).")
  }

  private static func unknown(
    _ word: String, among known: [String], option: String, _ code: DiagnosticCode = .badOnly, otherwise mend: String? = nil
  ) -> Diagnostic {
    .ofCommand(
      code, "\"\(word)\" is none of the words that may stand here.", option: option,
      mend: Suggestion.mend(for: word, among: known, otherwise: mend ?? "Known: \(known.joined(separator: ", "))."))
  }
}
