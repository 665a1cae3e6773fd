import Foundation
import Workbench

/// A file that is written as it comes: it stands beside its place until it is whole, and is then put there.
final class GrowingFile {
  private let path: String?
  private var handle: FileHandle?
  private var draft: URL?

  /// - Parameter path: where the file is to be; `nil` for standard output.
  init(_ path: String?) { self.path = path }

  /// Writes what comes next; false where that cannot be.
  func take(_ part: GeneratedPart) -> Bool {
    switch part {
    case .file(let file): return (try? WrittenFiles.write(file)) != nil
    case .bytes(let bytes):
      do {
        try open().write(contentsOf: Data(bytes))
        return true
      } catch {
        return false
      }
    }
  }

  /// Puts the file in its place, or takes away what there is of it; false where it cannot be put there.
  func end(keeping isWhole: Bool) -> Bool {
    guard let draft, let path else { return true }
    self.draft = nil
    let isKept = isWhole && (try? handle?.synchronize()) != nil && (try? handle?.close()) != nil
    if isKept, (try? WrittenFiles.move(draft, to: path)) != nil { return true }
    try? FileManager.default.removeItem(at: draft)
    return !isWhole
  }

  private func open() throws -> FileHandle {
    if let handle { return handle }
    guard let path else {
      handle = .standardOutput
      return .standardOutput
    }
    let draft = try WrittenFiles.draft(for: path)
    self.draft = draft
    let opened = try FileHandle(forWritingTo: draft)
    handle = opened
    return opened
  }
}
