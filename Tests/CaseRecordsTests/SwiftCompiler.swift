import Foundation
import Testing

/// The compiler of the machine, given the modules that lie beside this test.
struct SwiftCompiler {
  struct Fault: Hashable {
    let line: Int
    let message: String
  }

  /// Where the modules of the package were built, and where the C modules that they import are declared.
  private let folders: [URL]

  /// - Throws: ``Missing``, where the modules are not to be found.
  init() throws {
    let above = sequence(first: Bundle.module.bundleURL.deletingLastPathComponent()) { folder in
      folder.pathComponents.count > 1 ? folder.deletingLastPathComponent() : nil
    }
    let folder = above.lazy.flatMap { [$0.appending(path: "Modules"), $0] }.first { folder in
      SwiftCompiler.exists(folder.appending(path: "EnglandProcedure.swiftmodule"))
    }
    guard let folder else { throw Missing.modules }
    let checkouts = above.map { $0.appending(path: "checkouts") }.first(where: SwiftCompiler.exists)
    let ofSystem = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/CZlib")
    folders = [folder, ofSystem] + (checkouts.map(SwiftCompiler.modules) ?? [])
  }

  /// Compiles a file, writes nothing, and gives the errors.
  ///
  /// - Throws: ``Missing``, where there is no compiler or it cannot read the modules: then nothing was tested.
  func faults(in file: URL) throws -> [Fault] {
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "swiftc", "-typecheck", "-swift-version", "6", "-enable-upcoming-feature", "MemberImportVisibility",
        "-diagnostic-style", "llvm",
      ] + folders.flatMap { ["-I", $0.path] } + [file.path]
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus != 127 else { throw Missing.compiler }
    let faults = told.split(separator: "\n").compactMap { fault($0, in: file) }
    guard process.terminationStatus == 0 || !faults.isEmpty else { throw Missing.reading(told) }
    return faults
  }

  /// The error that a line of the form `FILE:LINE:COLUMN: error: MESSAGE` tells.
  private func fault(_ told: Substring, in file: URL) -> Fault? {
    guard told.hasPrefix(file.path + ":") else { return nil }
    let parts = told.dropFirst(file.path.count + 1).split(separator: ":", maxSplits: 3)
    guard parts.count == 4, parts[2] == " error", let line = Int(parts[0]) else { return nil }
    return Fault(line: line, message: parts[3].trimmingCharacters(in: .whitespaces))
  }

  private static func exists(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

  /// The folders below with a module map of a C module.
  private static func modules(below folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return found.filter { $0.hasSuffix("/include/module.modulemap") }.sorted()
      .map { folder.appending(path: $0).deletingLastPathComponent() }
  }
}

extension SwiftCompiler {
  /// Why a test of what compiles cannot be made; it must fail and not pass in silence.
  enum Missing: Error, CustomStringConvertible {
    case modules
    case compiler
    case reading(String)

    var description: String {
      switch self {
      case .modules:
        "NOT TESTED: the built module EnglandProcedure is in no folder above \(Bundle.module.bundleURL.path)."
      case .compiler: "NOT TESTED: there is no swiftc on the PATH, and this test is about what compiles."
      case .reading(let told): "NOT TESTED: the compiler could not read the modules that were built:\n\(told)"
      }
    }
  }
}
