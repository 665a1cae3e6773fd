import Foundation

@testable import Workbench

/// The small procedure, history and table of findings that the tests of scores are about.
enum Pier {
  private static let folder = Harbour.folder.appending(path: "reviewed")

  static var request: ReplayRequest {
    var request = ReplayRequest()
    request.procedure = .files(
      ["procedure", "vocabulary", "plan", "strict"].map { file("pier/\($0).yaml", name: "reviewed/pier/\($0).yaml") })
    return request
  }

  /// The history and its table, as they are found in a folder.
  static var files: [InputFile] { [table, history] }

  static var history: InputFile { found(file("pier.yaml", name: "reviewed/pier.yaml")) }

  static var table: InputFile { found(file("pier.findings.yaml", name: "reviewed/pier.findings.yaml")) }

  /// The table with some of its text replaced.
  static func table(replacing old: String, with new: String) -> InputFile {
    let text = (try? String(contentsOf: folder.appending(path: "pier.findings.yaml"), encoding: .utf8)) ?? ""
    precondition(text.contains(old), "the fixture no longer holds what is to be replaced")
    return table(text.replacing(old, with: new))
  }

  static func table(_ text: String) -> InputFile {
    InputFile(name: "reviewed/pier.findings.yaml", content: .bytes(Array(text.utf8)), origin: .foundInFolder)
  }

  private static func found(_ file: InputFile) -> InputFile {
    InputFile(name: file.name, content: file.content, origin: .foundInFolder)
  }

  private static func file(_ path: String, name: String) -> InputFile {
    let bytes = (try? Data(contentsOf: folder.appending(path: path))) ?? Data()
    return InputFile(name: name, content: .bytes(Array(bytes)))
  }
}
