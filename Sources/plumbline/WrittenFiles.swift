import Foundation
import Workbench

/// Files as they are written where the user points.
enum WrittenFiles {
  /// Writes a file whole or not at all, with the folders that it needs.
  static func write(_ file: OutputFile) throws {
    let place = URL(filePath: file.path)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.text.utf8).write(to: place, options: .atomic)
  }
}
