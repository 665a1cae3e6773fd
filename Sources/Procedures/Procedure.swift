public import Conditions

/// A checked procedure: one vocabulary, its sources, dated parameters, workflows and rules, with a profile applied.
///
/// Everything is numbered: an index into one of these lists is how the rest of Plumbline names a thing.
public struct Procedure: Sendable {
  public let name: String
  public let title: String
  /// The name of the profile that was applied, if any.
  public let profile: String?
  public let vocabulary: Vocabulary
  public let sources: [Source]
  public let parameters: [Parameter]
  public let workflows: [Workflow]
  /// All rules of all workflows: a `RuleIndex` is an index into this list.
  public let rules: [Rule]
  /// The scope in which names outside any rule are looked up.
  public let scope: ConditionScope

  public init(
    name: String, title: String, profile: String?, vocabulary: Vocabulary, sources: [Source], parameters: [Parameter],
    workflows: [Workflow], rules: [Rule], scope: ConditionScope
  ) {
    self.name = name
    self.title = title
    self.profile = profile
    self.vocabulary = vocabulary
    self.sources = sources
    self.parameters = parameters
    self.workflows = workflows
    self.rules = rules
    self.scope = scope
  }
}
