/// A file of a procedure or a profile, as a program has read it.
public struct ProcedureText: Hashable, Sendable {
  /// The name as faults should show it.
  public let name: String
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
