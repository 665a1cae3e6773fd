import Diagnostics

/// A command that reports, with the formats in which it does.
public enum ReportingCommand: String, Sendable, CaseIterable {
  case check
  case rules
  case replay
  case explain
  case test
  case paths
  case score
  case coverage
  case compare
  case generate

  public var formats: [OutputOptions.Format] {
    switch self {
    case .check: [.text, .json, .sarif, .github]
    case .replay: [.text, .json, .html, .csv, .jsonLines, .junit, .github]
    case .test: [.text, .json, .junit, .github]
    case .rules, .explain, .paths, .score, .coverage: [.text, .json]
    case .compare: [.text, .json, .html]
    case .generate: [.text, .html]
    }
  }

  /// "text, json or junit".
  public var formatsInWords: String {
    let words = formats.map(\.rawValue)
    return words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }

  /// The format of this name; `nil` where the command has none such.
  public func format(named word: String) -> OutputOptions.Format? { formats.first { $0.rawValue == word } }
}

extension OutputOptions {
  /// What a command answers that does not have the format; `nil` where it does.
  func refusal(by command: ReportingCommand) -> Answer? {
    command.formats.contains(format) ? nil : .unknownFormat(format.rawValue, of: command, messages: messages)
  }
}

extension Answer {
  /// A format was asked for that the command does not have.
  ///
  /// Code: PL6031.
  public static func unknownFormat(
    _ word: String, of command: ReportingCommand, messages: OutputOptions.Dress = .plain
  ) -> Answer {
    let others = ReportingCommand.allCases.filter { $0.format(named: word) != nil }.map(\.rawValue)
    let elsewhere = others.isEmpty ? "" : " It is one of \(others.joined(separator: " and "))."
    let known = command.formats.map(\.rawValue)
    let near = Suggestion.nearest(to: word, among: known).map { "Did you mean \"\($0)\"? " } ?? ""
    let problem = Diagnostic.ofCommand(
      .unknownFormat, "\"\(word)\" is no format of `plumbline \(command.rawValue)`.\(elsewhere)", option: "--format",
      mend: "\(near)Write \(command.formatsInWords).")
    return Answer(messages: [problem].messages(sources: [], dress: messages), status: .badInput)
  }
}
