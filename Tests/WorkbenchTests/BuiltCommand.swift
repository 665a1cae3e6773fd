import Foundation
import Testing

/// The command line as it is built, run as a person or a program runs it.
enum BuiltCommand {
  /// What a run gave.
  struct Run {
    let status: Int32
    let output: String
    let messages: String
  }

  /// The executable beside the test bundle.
  static let executable: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let beside = bundle ?? URL(filePath: CommandLine.arguments[0])
    return beside.deletingLastPathComponent().appending(path: "plumbline")
  }()

  /// A new folder, which is taken away afterwards.
  static func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// - Parameter input: what is typed.
  static func run(_ arguments: [String], in folder: URL, input: Data? = nil) throws -> Run {
    let (output, messages) = (folder.appending(path: ".output"), folder.appending(path: ".messages"))
    for file in [output, messages] { try Data().write(to: file) }
    let process = process(arguments, in: folder)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    let typed = folder.appending(path: ".input")
    try (input ?? Data()).write(to: typed)
    process.standardInput = try FileHandle(forReadingFrom: typed)
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      messages: try String(contentsOf: messages, encoding: .utf8))
  }

  /// A run that is still to begin.
  static func process(_ arguments: [String], in folder: URL) -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    return process
  }
}
