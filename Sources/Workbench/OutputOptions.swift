import Reporting

/// How an answer is written.
public struct OutputOptions: Sendable {
  /// Not every command has every format; see ``ReportingCommand``.
  public enum Format: String, Sendable, CaseIterable {
    /// For people.
    case text
    /// For programs, each document with a form that has a schema.
    case json
    /// A page for a browser, in one file that asks nothing of the network.
    case html
    /// A table, for a spreadsheet.
    case csv
    /// A finding on each line as a JSON document, for programs that read a stream.
    case jsonLines = "jsonl"
    /// SARIF 2.1.0, for tools that review code.
    case sarif
    /// JUnit's XML, for build servers.
    case junit
    /// Workflow commands by which GitHub marks lines.
    case github
  }

  public enum Dress: Sendable {
    case plain
    /// For a terminal; no meaning hangs on the colour.
    case colour
  }

  /// How a text report tells the rules under which nothing was judged.
  public enum Unused: Sendable {
    /// How many each workflow has.
    case counted
    /// Each by its name.
    case named
  }

  public let format: Format
  /// How a text on standard output is dressed.
  public let output: Dress
  /// How messages on standard error are dressed.
  public let messages: Dress
  public let unused: Unused

  public init(format: Format = .text, output: Dress = .plain, messages: Dress = .plain, unused: Unused = .counted) {
    self.unused = unused
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

extension OutputOptions.Unused {
  var inReports: UnusedRules {
    switch self {
    case .counted: .counted
    case .named: .named
    }
  }
}
