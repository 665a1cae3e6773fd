import ArgumentParser
import Workbench

/// `--format`, as it was typed.
struct Format: ExpressibleByArgument {
  static let text = Format(argument: "text")

  private let word: String

  init(argument: String) { word = argument }

  var defaultValueDescription: String { word }

  /// What the option of a command says of itself.
  static func help(of command: ReportingCommand) -> ArgumentHelp {
    ArgumentHelp("How to print: \(command.formatsInWords).", valueName: "format")
  }

  /// How an answer is to be written on the terminal at hand.
  ///
  /// - Throws: the exit status, where the command has no such format; why is then said.
  func options(of command: ReportingCommand, naming unused: OutputOptions.Unused = .counted) throws -> OutputOptions {
    let (output, messages) = (Terminal.standardOutput.dress, Terminal.standardError.dress)
    let format = command.format(named: word)
    if format == nil { try Shell.give(.unknownFormat(word, of: command, messages: messages)) }
    return OutputOptions(format: format ?? .text, output: output, messages: messages, unused: unused)
  }

  /// How a text is to be written on the terminal at hand.
  static var textOptions: OutputOptions {
    OutputOptions(output: Terminal.standardOutput.dress, messages: Terminal.standardError.dress)
  }
}
