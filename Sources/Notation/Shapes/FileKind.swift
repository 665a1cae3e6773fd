/// The kinds of file, each told by its first key.
public enum FileKind: String, Sendable, CaseIterable {
  case procedure
  case vocabulary
  case workflow
  case profile
  case history
  case findings
  case timescales
  case expectations
  case scenario
  case extractMapping = "mapping"
  case statistics

  var mapping: MappingName {
    switch self {
    case .procedure: .procedure
    case .vocabulary: .vocabulary
    case .workflow: .workflow
    case .profile: .profile
    case .history: .history
    case .findings: .findingsTable
    case .timescales: .timescales
    case .expectations: .expectations
    case .scenario: .scenario
    case .extractMapping: .extractMapping
    case .statistics: .statistics
    }
  }

  /// What a file of the kind is called.
  public var inWords: String {
    switch self {
    case .procedure: "procedure"
    case .vocabulary: "vocabulary"
    case .workflow: "workflow"
    case .profile: "profile"
    case .history: "history"
    case .findings: "table of findings"
    case .timescales: "list of timescales"
    case .expectations: "file of expectations"
    case .scenario: "training scenario"
    case .extractMapping: "mapping of extracts"
    case .statistics: "file of statistics"
    }
  }
}
