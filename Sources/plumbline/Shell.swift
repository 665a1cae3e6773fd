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

  /// Writes a piece of what is printed; false where nobody reads it.
  static func write(_ text: String) -> Bool {
    (try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))) != nil
  }

  /// Refuses an option that was written without the other that it needs.
  ///
  /// - Throws: the exit status, where that is so.
  static func refuse(_ option: String, if isIdle: Bool, without other: String) throws {
    guard isIdle else { return }
    try give(.withoutEffect(option, without: other, messages: Terminal.standardError.dress))
  }

  /// Refuses an option that has no effect beside another.
  ///
  /// - Throws: the exit status, where that is so.
  static func refuse(_ option: String, if isIdle: Bool, with other: String, mend: String) throws {
    guard isIdle else { return }
    try give(.withoutEffect(option, with: other, mend: mend, messages: Terminal.standardError.dress))
  }

  /// Writes files, then prints the answer, or what is answered where one could not be written.
  static func give(_ answer: Answer, writing files: [OutputFile], else unwritten: (OutputFile) -> Answer) throws {
    if let refusal = refusal(toWrite: files.map(\.path), option: nil) { return try give(refusal) }
    for file in files where (try? WrittenFiles.write(file)) == nil { return try give(unwritten(file)) }
    try give(answer)
  }
}
