import Reporting

/// How an answer is written.
public struct OutputOptions: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case text
    case json
  }

  public enum Dress: Sendable {
    case plain
    /// For a terminal; no meaning hangs on the colour.
    case colour
  }

  public let format: Format
  /// How a text on standard output is dressed.
  public let output: Dress
  /// How messages on standard error are dressed.
  public let messages: Dress

  public init(format: Format = .text, output: Dress = .plain, messages: Dress = .plain) {
    self.format = format
    self.output = output
    self.messages = messages
  }
}

extension OutputOptions.Dress {
  var style: TextStyle {
    switch self {
    case .plain: .plain
    case .colour: .colour
    }
  }
}
