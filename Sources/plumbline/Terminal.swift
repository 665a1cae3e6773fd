import Foundation
import Workbench

/// One of the channels on which the command line speaks and is spoken to.
struct Terminal {
  static let standardInput = Terminal(descriptor: STDIN_FILENO)
  static let standardOutput = Terminal(descriptor: STDOUT_FILENO)
  static let standardError = Terminal(descriptor: STDERR_FILENO)

  private let descriptor: Int32

  /// Whether someone is looking.
  var isATerminal: Bool { isatty(descriptor) == 1 }

  /// Colour only where someone is looking and has not asked for none.
  var dress: OutputOptions.Dress {
    let environment = ProcessInfo.processInfo.environment
    let isUnwanted = environment["NO_COLOR"].map { !$0.isEmpty } ?? false || environment["TERM"] == "dumb"
    return isATerminal && !isUnwanted ? .colour : .plain
  }
}
