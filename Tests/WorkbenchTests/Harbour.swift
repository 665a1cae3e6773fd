import Foundation

@testable import Workbench

/// The small procedure and histories that the tests of reports are about.
enum Harbour {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  /// The files of the procedure and its profile, in the order of paths.
  static let workflows = files(below: "workflows")

  static var request: ReplayRequest {
    var request = ReplayRequest()
    request.procedure = .files(workflows)
    return request
  }

  static func history(_ name: String) throws -> InputFile {
    let path = "histories/\(name).yaml"
    return InputFile(name: path, content: .bytes(Array(try Data(contentsOf: folder.appending(path: path)))))
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: "histories/\(name).yaml"), encoding: .utf8)
  }

  static let repository = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A history of the repository.
  static func simulation(_ name: String) throws -> InputFile {
    let bytes = try Data(contentsOf: repository.appending(path: "simulations/\(name).yaml"))
    return InputFile(name: "\(name).yaml", content: .bytes(Array(bytes)))
  }

  /// The files, of which one names a state that is nowhere.
  static var faulty: [InputFile] {
    workflows.map { file in
      guard file.name.hasSuffix("court.yaml"), case .bytes(let bytes) = file.content else { return file }
      let text = String(decoding: bytes, as: UTF8.self).replacing("to: issued", with: "to: isued")
      return InputFile(name: file.name, content: .bytes(Array(text.utf8)))
    }
  }

  /// A history with something in it replaced.
  static func history(_ name: String, replacing old: String, with new: String) throws -> InputFile {
    let text = try text(name)
    precondition(text.contains(old), "the fixture no longer holds what is to be replaced")
    return InputFile(
      name: "histories/\(name).yaml", content: .bytes(Array(text.replacing(old, with: new).utf8)))
  }

  private static func files(below path: String) -> [InputFile] {
    let found = (try? FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: path).path)) ?? []
    return found.filter { $0.hasSuffix(".yaml") }.sorted().map { below in
      let file = folder.appending(path: path).appending(path: below)
      return InputFile(name: "\(path)/\(below)", content: .bytes(Array((try? Data(contentsOf: file)) ?? Data())))
    }
  }
}
