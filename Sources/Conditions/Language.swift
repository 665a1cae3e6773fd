/// The one door to the language: text in, checked expression or diagnostics out.
///
/// Never fails: a result is `nil` exactly when at least one error was added to `diagnostics`.
public struct Language: Sendable {
  public let scope: ConditionScope

  public init(scope: ConditionScope) { self.scope = scope }
}
