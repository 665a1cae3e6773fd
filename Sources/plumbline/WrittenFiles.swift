import Foundation
import Workbench

/// Files as they are written where the user points.
enum WrittenFiles {
  /// Where a path leads: a link is followed, also to where nothing is yet, and is never written over itself.
  static func place(_ path: String) -> String {
    var place = path
    for _ in 0..<40 {
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: place) else { return place }
      place = target.hasPrefix("/") ? target : URL(filePath: place).deletingLastPathComponent().path + "/" + target
    }
    return place
  }

  static func makeFolder(of place: String) throws {
    try FileManager.default.createDirectory(
      at: URL(filePath: place).deletingLastPathComponent(), withIntermediateDirectories: true)
  }

  /// Writes a file whole or not at all, with the folders that it needs; a link leads to where it is written, and who may read
  /// a file that is there stays as it is. A device is no place for a file, and neither is a file that is read.
  static func write(_ file: OutputFile) throws {
    guard !ReadFiles.contain(file.path) else { throw CocoaError(.fileWriteFileExists) }
    let place = URL(filePath: place(file.path))
    let earlier = try? FileManager.default.attributesOfItem(atPath: place.path)
    if let type = earlier?[.type] as? FileAttributeType, type != .typeRegular { throw CocoaError(.fileWriteUnknown) }
    try makeFolder(of: place.path)
    try Data(file.text.utf8).write(to: place, options: .atomic)
    if let mode = earlier?[.posixPermissions] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.path)
    }
  }

  /// An empty file beside a place, for what is to be put there once it is whole; nobody else has its name, on whatever machine.
  /// A device is no place for a file, and neither is a file that is read.
  static func draft(for path: String) throws -> URL {
    guard !ReadFiles.contain(path) else { throw CocoaError(.fileWriteFileExists) }
    let place = URL(filePath: place(path))
    if let type = try? FileManager.default.attributesOfItem(atPath: place.path)[.type] as? FileAttributeType,
      type != .typeRegular
    {
      throw CocoaError(.fileWriteUnknown)
    }
    let folder = place.deletingLastPathComponent()
    try makeFolder(of: place.path)
    let draft = folder.appending(path: ".\(place.lastPathComponent).\(UUID().uuidString)")
    try Data().write(to: draft)
    return draft
  }

  /// Puts a draft in its place, over what is there; who may read a file that is there stays as it is.
  static func move(_ draft: URL, to path: String) throws {
    let place = URL(filePath: place(path))
    let mode = (try? FileManager.default.attributesOfItem(atPath: place.path))?[.posixPermissions]
    if let mode { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: draft.path) }
    guard rename(draft.path, place.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
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
