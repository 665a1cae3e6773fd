import Foundation
import Workbench

/// Files as they are found where the user points; every name is what was typed, with what lies below it.
enum FoundFiles {
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func isFile(_ path: String) -> Bool { exists(path) && !isFolder(path) }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Whether two paths lead to one file, or would once it is written.
  static func isSame(_ one: String, _ other: String) -> Bool { identity(of: one) == identity(of: other) }

  /// What is the same for all paths to one file: its number where it is there, else the folder's and its name.
  static func identity(of path: String) -> String {
    var found = stat()
    if path == "-" ? fstat(STDIN_FILENO, &found) == 0 : stat(path, &found) == 0 {
      return "\(found.st_dev):\(found.st_ino)"
    }
    let place = URL(filePath: WrittenFiles.place(path)).standardizedFileURL
    let folder = place.deletingLastPathComponent().path
    return folder == place.path ? folder : identity(of: folder) + "/" + place.lastPathComponent
  }

  /// One file, or standard input for `-`.
  static func file(_ path: String) -> InputFile {
    ReadFiles.note(path)
    return contents(path)
  }

  /// The same of a file that may be written as well.
  static func contents(_ path: String) -> InputFile {
    guard path != "-" else { return InputFile(name: path, content: content(of: .standardInput)) }
    guard exists(path) else { return InputFile(name: path, content: .missing) }
    guard !isFolder(path) else { return InputFile(name: path, content: .folder) }
    guard let handle = FileHandle(forReadingAtPath: path) else { return InputFile(name: path, content: .unreadable) }
    return InputFile(name: path, content: content(of: handle))
  }

  /// A file, or every YAML file below a folder in the order of paths; hidden ones are passed by.
  static func at(_ path: String) -> [InputFile] {
    guard isFolder(path) else { return [file(path)] }
    guard let below = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
      return [InputFile(name: path, content: .unreadable)]
    }
    let folder = path.hasSuffix("/") ? path : path + "/"
    return below.filter { $0.hasSuffix(".yaml") && !isHidden($0) }.map { folder + $0 }.filter { !isFolder($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map(file)
  }

  /// A file that is read piece by piece, or standard input for `-`.
  static func extract(_ path: String) -> ExtractInput {
    ReadFiles.note(path)
    return opened(path)
  }

  /// The same of a file that may be written as well.
  static func opened(_ path: String) -> ExtractInput {
    ExtractInput(name: path, isFolder: isFolder(path)) {
      let descriptor = path == "-" ? FileHandle.standardInput.fileDescriptor : open(path, O_RDONLY)
      guard descriptor >= 0, path == "-" || !isFolder(path) else { return nil }
      let file = OpenFile(descriptor)
      return { file.read(into: $0) }
    }
  }

  /// A history, or the histories among the files of a folder.
  static func histories(_ path: String) -> [InputFile] {
    guard isFolder(path) else { return [file(path)] }
    let found = at(path).map { InputFile(name: $0.name, content: $0.content, origin: .foundInFolder) }
    return found.isEmpty ? [InputFile(name: path, content: .emptyFolder)] : found
  }

  /// A table of findings or a history with what lies beside it, or the files of a folder.
  static func reviews(_ path: String) -> [InputFile] {
    guard isFile(path) else { return histories(path) }
    return besides(path).enumerated().map { place, file in
      place == 0 ? file : InputFile(name: file.name, content: file.content, origin: .beside)
    }
  }

  /// A file and all that lie in its folder, which it may need.
  static func besides(_ path: String) -> [InputFile] {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let others = at(folder.isEmpty ? "./" : folder).map { file in
      folder.isEmpty ? InputFile(name: String(file.name.dropFirst(2)), content: file.content) : file
    }
    return [file(path)] + others.filter { $0.name != path }
  }

  /// A file where there is one or a path is meant, else a workflow.
  static func workflow(_ input: String) -> ConversionRequest.Input {
    let isPath = input == "-" || exists(input) || input.contains("/") || input.contains(".")
    guard isPath else { return .workflow(input) }
    // Only a file of the workflow language needs what lies beside it.
    guard input.hasSuffix(".yaml") || input.hasSuffix(".yml"), isFile(input) else {
      return .file(file(input), besides: [])
    }
    let files = besides(input)
    return .file(files[0], besides: Array(files.dropFirst()))
  }

  private static func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  /// No more bytes than are needed to see that there are too many.
  private static func content(of handle: FileHandle) -> InputFile.Content {
    do {
      let data = try handle.read(upToCount: InputFile.largestSize + 1) ?? Data()
      return data.count > InputFile.largestSize ? .tooLarge : .bytes(Array(data))
    } catch {
      return .unreadable
    }
  }
}

/// A file that is open for as long as something holds it.
private final class OpenFile {
  private let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = Foundation.read(descriptor, room.baseAddress, room.count)
      if count < 0, errno == EINTR { continue }
      return count
    }
  }
}
