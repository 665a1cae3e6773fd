import Diagnostics

/// What the workbench answers to a command: what to print, what to say beside it, and how it went.
public struct Answer: Sendable {
  /// The version of plumbline that answers.
  public static let version = "0.1"

  /// How a command went; the number is the exit status.
  public enum Status: Int32, Sendable {
    case clean = 0
    case findings = 1
    case badInput = 2
  }

  /// For standard output.
  public let output: String
  /// For standard error.
  public let messages: String
  public let status: Status
  /// Whether what was written piece by piece is there to its end.
  public let isWhole: Bool

  init(output: String = "", messages: String = "", status: Status, isWhole: Bool = true) {
    self.isWhole = isWhole
    self.output = output
    self.messages = messages
    self.status = status
  }
}
