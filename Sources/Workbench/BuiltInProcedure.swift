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
    return ProcedureReader.read(folder.documents, profile: applied).procedure
  }

  /// The procedure of this name with only the rules of some of its workflows, and what those rules ask of others, on.
  public static func named(_ name: String, withRulesOf workflows: [String]) -> Procedure? {
    guard let whole = named(name) else { return nil }
    let kept = whole.rules.indices.filter { workflows.contains(whole.workflows[whole.rules[$0].workflow].name) }
    return named(name, under: whole.profile(keeping: kept))
  }

  /// The procedure of this name with only these rules, named as `workflow.rule`, and what they ask of others, on.
  ///
  /// - Returns: `nil` where there is no such procedure, or no rule of one of the names.
  public static func named(_ name: String, withRules rules: [String]) -> Procedure? {
    profile(of: name, withRules: rules).flatMap { named(name, under: $0) }
  }

  /// A profile of the procedure of this name under which only these rules, and what they ask of others, are on, as a file.
  ///
  /// - Returns: `nil` where there is no such procedure, or no rule of one of the names.
  public static func profile(of name: String, withRules rules: [String]) -> String? {
    guard let whole = named(name) else { return nil }
    let kept = rules.compactMap { rule in whole.rules.firstIndex { $0.fullName == rule } }
    return kept.count == rules.count ? whole.profile(keeping: kept) : nil
  }

  private static func named(_ name: String, under profile: String) -> Procedure? {
    guard let folder = WorkflowLibrary.embedded.procedure(named: name) else { return nil }
    return ProcedureReader.read(folder.documents, profile: SourceText(name: "some-rules.yaml", text: profile)).procedure
  }
}

extension Procedure {
  /// A profile that turns off every rule but these and those whose clocks they ask about.
  fileprivate func profile(keeping rules: [RuleIndex]) -> String {
    var kept = Set(rules)
    var added = kept
    while !added.isEmpty {
      added = Set(added.flatMap { self.rules[$0].references.rules }).subtracting(kept)
      kept.formUnion(added)
    }
    let off = self.rules.indices.filter { !kept.contains($0) }.map { "  \(self.rules[$0].fullName): off\n" }
    let head = "profile: some_rules\ntitle: Some rules\nextends: \(name)\n"
    return off.isEmpty ? head : head + "rules:\n" + off.joined()
  }
}
