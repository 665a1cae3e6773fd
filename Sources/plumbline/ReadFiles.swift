import Foundation
import Synchronization
import Workbench

/// The files that this run reads, as they were found, so that none of them is written over.
enum ReadFiles {
  private struct Notes {
    var paths: Set<String> = []
    /// Of those that were looked up, the places.
    var places: Set<String> = []
  }

  private static let notes = Mutex(Notes())

  static func note(_ path: String) { notes.withLock { _ = $0.paths.insert(path) } }

  /// Whether a path leads to one of them, also through a link or by another name of the same file.
  static func contain(_ path: String) -> Bool {
    let place = FoundFiles.identity(of: path)
    return notes.withLock { notes in
      for path in notes.paths { notes.places.insert(FoundFiles.identity(of: path)) }
      notes.paths = []
      return notes.places.contains(place)
    }
  }
}

extension Shell {
  /// Refuses to write over a file that is read, or two files in one place.
  ///
  /// - Parameters:
  ///   - paths: where something is to be written, also beside a file.
  ///   - option: the option that names the place.
  /// - Throws: the exit status, where that is so.
  static func refuseToWriteOver(_ paths: [String], option: String) throws {
    if let answer = refusal(toWrite: paths, option: option) { try give(answer) }
  }

  /// What is answered where files cannot be written without writing over one that is read, or over each other.
  static func refusal(toWrite paths: [String], option: String?) -> Answer? {
    let messages = Terminal.standardError.dress
    if let path = paths.first(where: ReadFiles.contain) { return .writtenIsRead(path, option: option, messages: messages) }
    var places: Set<String> = []
    let twice = paths.first { !places.insert(FoundFiles.identity(of: $0)).inserted }
    return twice.map { .writtenTwice($0, option: option, messages: messages) }
  }
}
