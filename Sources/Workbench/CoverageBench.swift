import Checking
import Diagnostics
import Notation
import Procedures
import Reporting

/// The stages from a list of timescales to its coverage, by name and in order.
struct CoverageBench {
  private let request: ReplayRequest
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var sources: [SourceText] = []

  init(_ request: ReplayRequest) { self.request = request }

  /// Reads one list and the procedure it is about, and holds one against the other; `nil` where something is wrong.
  mutating func report(on file: SourceText, against table: SourceText?) -> (report: CoverageReport, coverage: Coverage)? {
    guard let tree = readTree(file), hasItsShape(tree), let procedures = procedures(for: tree),
      let plain = procedures[nil]
    else { return nil }
    let written = table.map { WrittenTable(markdown: $0.text) }
    let coverage = Coverage(of: TimescaleListReader.read(tree), procedures: procedures, against: written)
    return (CoverageReport(coverage, of: plain, table: table?.name), coverage)
  }
}

// MARK: - The stages

extension CoverageBench {
  private mutating func readTree(_ file: SourceText) -> PlacedNode? {
    let (node, problems) = YAMLReader.read(file)
    sources.append(file)
    diagnostics += problems
    return node
  }

  private mutating func hasItsShape(_ tree: PlacedNode) -> Bool {
    let problems = FileShape.faults(of: tree, as: .timescales)
    diagnostics += problems
    return problems.isEmpty
  }

  /// The procedure as it is, under no name, and under each profile that the list names.
  private mutating func procedures(for tree: PlacedNode) -> [String?: Procedure]? {
    guard let plain = procedure(for: tree, .withoutProfile) else { return nil }
    var procedures: [String?: Procedure] = [nil: plain]
    let shelf = ProcedureShelf(request)
    for node in TimescaleListReader.profiles(in: tree) where shelf.problem(ofProfile: node) == nil {
      guard let name = node.scalar, let procedure = procedure(for: tree, .named(name)) else { return nil }
      procedures[name] = procedure
    }
    return procedures
  }

  private mutating func procedure(for tree: PlacedNode, _ profile: ReplayRequest.ProfileChoice) -> Procedure? {
    var request = request
    request.profile = profile
    var shelf = ProcedureShelf(request)
    let found = shelf.procedure(for: tree)
    diagnostics += shelf.diagnostics + found.diagnostics
    sources += found.sources
    return found.procedure
  }
}
