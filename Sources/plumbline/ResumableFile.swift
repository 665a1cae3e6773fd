import Foundation
import Workbench

/// A report that is written as it comes, and that a later run can go on with: until it is whole it stands beside its place as
/// `NAME.unfinished`, with `NAME.checkpoint` that tells how far it is.
final class ResumableFile {
  enum Beginning {
    case begun(BulkOutput)
    /// What was asked for cannot be; nothing was touched.
    case refused(Answer)
  }

  private let path: String
  private let draft: String
  private let note: String
  private var handle: FileHandle?
  /// Whether something could not be written, as when the disk is full; what was noted before stays for a later run.
  private(set) var hasFailed = false

  init(_ path: String) {
    self.path = path
    draft = path + ".unfinished"
    note = path + ".checkpoint"
  }

  /// - Parameters:
  ///   - isResumed: goes on with the run that was broken off, where there is one.
  ///   - isReplaced: writes over a report that is there, and over what is left of a run that was broken off.
  func begin(isResumed: Bool, isReplaced: Bool) -> Beginning {
    let messages = Terminal.standardError.dress
    if FoundFiles.exists(path), !isReplaced, !(isResumed && FoundFiles.exists(note)) {
      return .refused(.reportExists(path, messages: messages))
    }
    if FoundFiles.exists(note), !isResumed, !isReplaced { return .refused(.reportUnfinished(path, messages: messages)) }
    do {
      let checkpoint =
        isResumed && !isReplaced && FoundFiles.exists(note) ? try String(contentsOfFile: note, encoding: .utf8) : nil
      try open(at: checkpoint.map { BulkOutput.length(in: $0) ?? 0 } ?? 0)
      return .begun(BulkOutput(write: { self.write($0) }, save: { self.save($0) }, resuming: checkpoint))
    } catch {
      return .refused(.reportNotWritten(path, messages: messages))
    }
  }

  /// Puts the report in its place; false where it cannot be put there. What is not whole stays for a later run.
  func end(isWhole: Bool) -> Bool {
    guard isWhole else { return true }
    do {
      try handle?.synchronize()
      try handle?.close()
      try WrittenFiles.move(URL(filePath: draft), to: path)
      try? FileManager.default.removeItem(atPath: note)
      return true
    } catch {
      return false
    }
  }

  /// Opens the draft with so many bytes of what was written.
  private func open(at length: Int) throws {
    if !FoundFiles.exists(draft) || length == 0 {
      try? FileManager.default.removeItem(atPath: note)
      try WrittenFiles.write(OutputFile(path: draft, text: ""))
    }
    let opened = try FileHandle(forUpdating: URL(filePath: draft))
    guard try opened.seekToEnd() >= UInt64(length) else { throw CocoaError(.fileReadCorruptFile) }
    try opened.truncate(atOffset: UInt64(length))
    try opened.seek(toOffset: UInt64(length))
    handle = opened
  }

  private func write(_ text: String) -> Bool {
    let isWritten = (try? handle?.write(contentsOf: Data(text.utf8))) != nil
    hasFailed = hasFailed || !isWritten
    return isWritten
  }

  private func save(_ checkpoint: String) -> Bool {
    do {
      try handle?.synchronize()
      try WrittenFiles.write(OutputFile(path: note, text: checkpoint))
      return true
    } catch {
      return false
    }
  }
}
