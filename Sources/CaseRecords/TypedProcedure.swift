/// A procedure whose words are types of Swift, made from its files when the package is built.
///
/// A program that sends an event that the vocabulary does not have, or a wrong attribute, role or word, does not
/// compile. `TypeWorkflows` writes the conforming types.
public protocol TypedProcedure: Sendable {
  /// Who acts.
  associatedtype Role: ProcedureWord
  /// What can happen, with what may be stated of it.
  associatedtype Event: TypedEvent

  /// The procedure's own name, such as `england`.
  static var name: String { get }
}
