import CivilTime
import Diagnostics
import Expectations
import Notation
import Procedures
import Reporting

/// The stages from a file of expectations to what became of them, by name and in order.
struct ExpectationBench {
  private let request: ReplayRequest
  private let fileAt: (String) -> InputFile
  /// One bench for what the request asks for, under no name, and one for each profile that a file asks for.
  private var benches: [String: Workbench]
  private var ownDiagnostics: [Diagnostic] = []
  private var ownSources: [SourceText] = []

  /// - Parameter fileAt: what is found at a path.
  init(_ request: ReplayRequest, fileAt: @escaping (String) -> InputFile) {
    self.request = request
    self.fileAt = fileAt
    benches = ["": Workbench(request)]
  }

  var diagnostics: [Diagnostic] { ownDiagnostics + benches.values.flatMap(\.diagnostics) }

  var sources: [SourceText] { ownSources + benches.values.flatMap(\.sources) }

  /// Reads one file, judges its history and holds the one against the other; `nil` where something is wrong.
  mutating func tried(_ file: SourceText) -> TriedExpectations? {
    guard let tree = readTree(file), hasItsShape(tree), let profile = profile(tree),
      let history = history(tree, beside: file, profile),
      let reported = judge(history, by: profile, asOf: tree["as of"]),
      let expectations = readExpectations(tree, of: reported)
    else { return nil }
    return TriedExpectations(path: file.name, expectations, reported: reported)
  }
}

// MARK: - The stages

extension ExpectationBench {
  private mutating func readTree(_ file: SourceText) -> PlacedNode? {
    let (node, problems) = YAMLReader.read(file)
    ownSources.append(file)
    ownDiagnostics += problems
    return node
  }

  private mutating func hasItsShape(_ tree: PlacedNode) -> Bool {
    let problems = FileShape.faults(of: tree, as: .expectations)
    ownDiagnostics += problems
    return problems.isEmpty
  }

  /// The name of the profile that the file asks for, and nothing where it asks for none; `nil` where there is none such.
  private mutating func profile(_ tree: PlacedNode) -> String? {
    guard let node = tree["profile"], let name = node.scalar else { return "" }
    guard name != ExpectationBench.withoutProfile, let problem = benches["", default: Workbench(request)].problem(ofProfile: node)
    else { return name }
    ownDiagnostics.append(problem)
    return nil
  }

  /// The word that stands for no profile.
  private static let withoutProfile = "none"

  /// The tree of the history, written in the file or in one of its own.
  private mutating func history(_ tree: PlacedNode, beside file: SourceText, _ profile: String) -> PlacedNode? {
    guard let node = tree["history"], let name = node.scalar else { return tree["history"] }
    let found = fileAt(ExpectationBench.path(name, from: file))
    if case .missing = found.content {
      ownDiagnostics.append(
        Diagnostic(
          .expectationHistoryMissing, "There is no such file.", at: node.place,
          mend: "Name the file of the history by its path from the folder of this one."))
      return nil
    }
    return bench(profile) { $0.historyTree(found) }
  }

  private mutating func judge(_ history: PlacedNode, by profile: String, asOf: PlacedNode?) -> ReportedCase? {
    guard let asOf, let text = asOf.scalar else { return bench(profile) { $0.reportedCase(of: history) } }
    guard let day = Day(iso: text) else {
      ownDiagnostics.append(
        Diagnostic(
          .badAsOfDate, "\"\(text)\" is not a day of the calendar.", at: asOf.place,
          mend: "Write it as year-month-day, such as 2019-04-30."))
      return nil
    }
    return bench(profile) { $0.reportedCase(of: history, asOf: day) }
  }

  private mutating func readExpectations(_ tree: PlacedNode, of reported: ReportedCase) -> ExpectationFile? {
    let (file, problems) = ExpectationReader.read(tree, of: reported.judged)
    ownDiagnostics += problems
    return file
  }

  private mutating func bench<Result>(_ profile: String, _ use: (inout Workbench) -> Result) -> Result {
    var request = request
    if !profile.isEmpty { request.profile = profile == ExpectationBench.withoutProfile ? .withoutProfile : .named(profile) }
    return use(&benches[profile, default: Workbench(request)])
  }
}

extension ExpectationBench {
  /// A path that a file names, from where the files are found.
  static func path(_ name: String, from file: SourceText) -> String {
    name.hasPrefix("/") ? FilePath.plain(name) : FilePath.plain(file.folder + name)
  }
}
