import Foundation
import Workbench

/// Files as they are written where the user points.
enum WrittenFiles {
  /// Writes a file whole or not at all, with the folders that it needs; a link leads to where it is written, and who may read
  /// a file that is there stays as it is. A device is no place for a file.
  static func write(_ file: OutputFile) throws {
    let place = URL(filePath: file.path).resolvingSymlinksInPath()
    let earlier = try? FileManager.default.attributesOfItem(atPath: place.path)
    if let type = earlier?[.type] as? FileAttributeType, type != .typeRegular { throw CocoaError(.fileWriteUnknown) }
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.text.utf8).write(to: place, options: .atomic)
    if let mode = earlier?[.posixPermissions] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.path)
    }
  }

  /// Writes all files, or leaves all as they were; gives the one that cannot be written.
  static func writeAll(_ files: [OutputFile]) -> OutputFile? {
    var earlier: [(place: URL, content: Data?)] = []
    for file in files {
      let place = URL(filePath: file.path)
      earlier.append((place, try? Data(contentsOf: place)))
      if (try? write(file)) != nil { continue }
      for (place, content) in earlier.dropLast() { restore(content, at: place) }
      return file
    }
    return nil
  }

  private static func restore(_ content: Data?, at place: URL) {
    if let content { try? content.write(to: place, options: .atomic) } else { try? FileManager.default.removeItem(at: place) }
  }
}
