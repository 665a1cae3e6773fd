import Foundation
import Workbench

/// A report that is written as it comes, and that a later run can go on with: until it is whole it stands beside its place as
/// `NAME.unfinished`, with `NAME.checkpoint` that tells how far it is.
///
/// Whoever writes it holds a lock on the first of the two, so that two runs at once do not meet; it ends with the process.
final class ResumableFile {
  enum Beginning {
    case begun(BulkOutput)
    /// What was asked for cannot be; nothing was touched.
    case refused(Answer)
  }

  /// As typed.
  private let path: String
  /// Where that leads.
  private let place: String
  private let draft: String
  private let note: String
  private var handle: FileHandle?
  /// Whether something could not be written, as when the disk is full; what was noted before stays for a later run.
  private(set) var hasFailed = false

  init(_ path: String) {
    self.path = path
    place = WrittenFiles.place(path)
    (draft, note) = (place + ResumableFile.besides[0], place + ResumableFile.besides[1])
  }

  /// What stands behind the name of a report in those of the files beside it.
  static let besides = [".unfinished", ".checkpoint"]

  /// - Parameters:
  ///   - isResumed: goes on with the run that was broken off, where there is one.
  ///   - isReplaced: writes over a report that is there, and over what is left of a run that was broken off.
  func begin(isResumed: Bool, isReplaced: Bool) -> Beginning {
    let messages = Terminal.standardError.dress
    if let refusal = refusal(isResumed: isResumed, isReplaced: isReplaced) { return .refused(refusal) }
    do {
      let isNew = !FoundFiles.exists(draft)
      guard let opened = try lockedDraft() else { return .refused(.reportUnderWay(path, messages: messages)) }
      handle = opened
      // Another run may have ended since.
      if let refusal = refusal(isResumed: isResumed, isReplaced: isReplaced) {
        if isNew { try? FileManager.default.removeItem(atPath: draft) }
        return .refused(refusal)
      }
      guard isResumed, !isReplaced, isBrokenOff else {
        try? FileManager.default.removeItem(atPath: note)
        try opened.truncate(atOffset: 0)
        return .begun(BulkOutput(write: { self.write($0) }, save: { self.save($0) }))
      }
      let checkpoint = (try? String(contentsOfFile: note, encoding: .utf8)) ?? ""
      let left = BrokenOffRun(checkpoint: checkpoint, report: FoundFiles.opened(draft)) { self.cut($0) }
      return .begun(BulkOutput(write: { self.write($0) }, save: { self.save($0) }, resuming: left))
    } catch {
      return .refused(.reportNotWritten(path, messages: messages))
    }
  }

  /// Puts the report in its place; false where it cannot be put there. What is not whole stays for a later run.
  func end(isWhole: Bool) -> Bool {
    guard isWhole else { return true }
    do {
      try handle?.synchronize()
      try WrittenFiles.move(URL(filePath: draft), to: place)
      try? FileManager.default.removeItem(atPath: note)
      // The lock last: the note must not be that of another run.
      try handle?.close()
      return true
    } catch {
      return false
    }
  }

  /// Whether there is something to go on with: a note whose report was put in its place is what a run left that ended just then.
  private var isBrokenOff: Bool {
    FoundFiles.exists(note) && (FoundFiles.exists(draft) || !FoundFiles.exists(place))
  }

  private func refusal(isResumed: Bool, isReplaced: Bool) -> Answer? {
    guard !isReplaced else { return nil }
    let messages = Terminal.standardError.dress
    if FoundFiles.exists(place), !(isResumed && isBrokenOff) { return .reportExists(path, messages: messages) }
    return isBrokenOff && !isResumed ? .reportUnfinished(path, messages: messages) : nil
  }

  /// The draft as it is, for this run alone; `nil` where another writes it.
  private func lockedDraft() throws -> FileHandle? {
    try WrittenFiles.makeFolder(of: place)
    while true {
      // A link is no draft of ours.
      let descriptor = open(draft, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
      let opened = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      // A disk that knows no locks has none to wait for.
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return nil }
      var (held, there) = (stat(), stat())
      guard fstat(descriptor, &held) == 0, held.st_mode & S_IFMT == S_IFREG else { throw CocoaError(.fileWriteUnknown) }
      // Else it was put in its place by a run that ended before the lock was held.
      if lstat(draft, &there) == 0, there.st_ino == held.st_ino, there.st_dev == held.st_dev { return opened }
    }
  }

  private func cut(_ length: Int) -> Bool {
    let isCut = (try? handle?.truncate(atOffset: UInt64(length))) != nil && (try? handle?.seek(toOffset: UInt64(length))) != nil
    hasFailed = hasFailed || !isCut
    return isCut
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
      hasFailed = true
      return false
    }
  }
}
