/// The kinds of file, each told by its first key.
public enum FileKind: String, Sendable, CaseIterable {
  case procedure
  case vocabulary
  case workflow
  case profile
  case history

  var mapping: MappingName {
    switch self {
    case .procedure: .procedure
    case .vocabulary: .vocabulary
    case .workflow: .workflow
    case .profile: .profile
    case .history: .history
    }
  }
}
