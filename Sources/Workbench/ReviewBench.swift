import Diagnostics
import Notation
import Procedures
import Replay
import Reporting
import Scoring

/// The stages from a reviewer's table of findings to its score, by name and in order.
struct ReviewBench {
  private let request: ReplayRequest
  /// Everything at hand, by its name.
  private let files: [String: InputFile]
  /// One bench for the history's own profile, under no name, and one for each profile that a row asks for.
  private var benches: [String: Workbench]
  private var ownDiagnostics: [Diagnostic] = []
  private var ownSources: [SourceText] = []

  init(_ files: [InputFile], _ request: ReplayRequest) {
    self.request = request
    self.files = Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    benches = ["": Workbench(request)]
  }

  var diagnostics: [Diagnostic] { ownDiagnostics + benches.values.flatMap(\.diagnostics) }

  var sources: [SourceText] { ownSources + benches.values.flatMap(\.sources) }

  /// Reads one table and its history, judges that, and scores it; `nil` where something is wrong.
  mutating func score(_ file: SourceText) -> ReviewScore? {
    guard let tree = readTree(file), hasItsShape(tree),
      let review = judge(tree, in: file),
      let table = readTable(tree, of: review)
    else { return nil }
    return ReviewScore(table, of: review)
  }
}

// MARK: - The stages

extension ReviewBench {
  private mutating func readTree(_ file: SourceText) -> PlacedNode? {
    let (node, problems) = YAMLReader.read(file)
    ownSources.append(file)
    ownDiagnostics += problems
    return node
  }

  private mutating func hasItsShape(_ tree: PlacedNode) -> Bool {
    let problems = FileShape.faults(of: tree, as: .findings)
    ownDiagnostics += problems
    return problems.isEmpty
  }

  /// The history beside the table, judged by its own profile and by those that rows ask for.
  private mutating func judge(_ tree: PlacedNode, in file: SourceText) -> JudgedReview? {
    guard let history = history(named: tree["history"], beside: file), let own = judgedCase(history, by: nil) else {
      return nil
    }
    var others: [String: JudgedCase] = [:]
    for node in FindingsReader.profiles(in: tree) {
      guard let profile = node.scalar, profile != own.procedure.profile else { continue }
      if let problem = benches["", default: Workbench(request)].problem(ofProfile: node) {
        ownDiagnostics.append(problem)
        return nil
      }
      guard let judged = judgedCase(history, by: profile) else { return nil }
      others[profile] = judged
    }
    return JudgedReview(own: own, others: others)
  }

  private mutating func readTable(_ tree: PlacedNode, of review: JudgedReview) -> FindingsTable? {
    let (table, problems) = FindingsReader.read(tree, of: review)
    ownDiagnostics += problems
    return table
  }

  private mutating func history(named node: PlacedNode?, beside file: SourceText) -> InputFile? {
    guard let node, let name = node.scalar else { return nil }
    if let found = files[file.folder + name] { return found }
    let besides = files.keys.filter { $0.hasPrefix(file.folder) }.map { String($0.dropFirst(file.folder.count)) }
    ownDiagnostics.append(
      Diagnostic(
        .findingsHistoryMissing, "There is no such file beside the table.", at: node.place,
        mend: Suggestion.mend(
          for: name, among: besides.filter { !$0.contains("/") }, otherwise: "Name the file of the history in this folder.")))
    return nil
  }

  private mutating func judgedCase(_ history: InputFile, by profile: String?) -> JudgedCase? {
    var request = request
    if let profile { request.profile = .named(profile) }
    let reported = benches[profile ?? "", default: Workbench(request)].reportedCase(history)
    return reported.map { JudgedCase(procedure: $0.procedure, history: $0.history, replay: $0.replay) }
  }
}

extension SourceText {
  /// The path up to and with the last slash.
  var folder: String { name.lastIndex(of: "/").map { String(name[...$0]) } ?? "" }
}
