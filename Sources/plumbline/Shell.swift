import ArgumentParser
import Foundation
import Workbench

/// Prints what the workbench answers.
enum Shell {
  /// - Throws: the exit status, unless it is 0.
  static func give(_ answer: Answer) throws {
    FileHandle.standardOutput.write(Data(answer.output.utf8))
    FileHandle.standardError.write(Data(answer.messages.utf8))
    if answer.status != .clean { throw ExitCode(answer.status.rawValue) }
  }
}
