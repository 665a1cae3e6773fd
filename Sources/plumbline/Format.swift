import ArgumentParser
import Workbench

/// `--format`.
enum Format: String, ExpressibleByArgument, CaseIterable {
  case text
  case json

  /// How the answer is to be written on the terminal at hand.
  var options: OutputOptions { options(naming: .counted) }

  func options(naming unused: OutputOptions.Unused) -> OutputOptions {
    OutputOptions(
      format: self == .json ? .json : .text,
      output: Terminal.standardOutput.dress, messages: Terminal.standardError.dress, unused: unused)
  }
}
