import Conditions
import Diagnostics
import Notation
public import Procedures

/// A procedure that the binary carries within itself, for programs that replay without files.
public enum BuiltInProcedure {
  /// Whether there is one of this name.
  public static func exists(_ name: String) -> Bool { WorkflowLibrary.embedded.procedure(named: name) != nil }

  /// The procedure of this name, with a profile where one is named; `nil` where there is none, or where it has errors.
  public static func named(_ name: String, profile: String? = nil) -> Procedure? {
    guard let folder = WorkflowLibrary.embedded.procedure(named: name) else { return nil }
    let applied = profile.flatMap { WorkflowLibrary.embedded.profile(named: $0)?.file }
    if profile != nil, applied == nil { return nil }
    return ProcedureReader.read(folder.files, profile: applied).procedure
  }

  /// The procedure of this name with only the rules of some of its workflows, and what those rules ask of others, on.
  public static func named(_ name: String, withRulesOf workflows: [String]) -> Procedure? {
    guard let whole = named(name), let folder = WorkflowLibrary.embedded.procedure(named: name) else { return nil }
    var kept = Set(whole.rules.indices.filter { workflows.contains(whole.workflows[whole.rules[$0].workflow].name) })
    var added = kept
    while !added.isEmpty {
      added = Set(added.flatMap { whole.rules[$0].references.rules }).subtracting(kept)
      kept.formUnion(added)
    }
    let off = whole.rules.indices.filter { !kept.contains($0) }.map { "  \(whole.rules[$0].fullName): off\n" }
    guard !off.isEmpty else { return whole }
    let profile = "profile: some_rules\ntitle: Some rules\nextends: \(name)\nrules:\n" + off.joined()
    return ProcedureReader.read(folder.files, profile: SourceText(name: "some-rules.yaml", text: profile)).procedure
  }
}
