import Diagnostics
import Notation
public import Procedures

/// A procedure that the binary carries within itself, for programs that replay without files.
public enum BuiltInProcedure {
  /// The procedure of this name, with a profile where one is named; `nil` where there is none, or where it has errors.
  public static func named(_ name: String, profile: String? = nil) -> Procedure? {
    guard let folder = WorkflowLibrary.embedded.procedure(named: name) else { return nil }
    let applied = profile.flatMap { WorkflowLibrary.embedded.profile(named: $0)?.file }
    if profile != nil, applied == nil { return nil }
    return ProcedureReader.read(folder.files, profile: applied).procedure
  }
}
