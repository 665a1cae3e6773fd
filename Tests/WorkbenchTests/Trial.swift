import Diagnostics
import Foundation

@testable import Workbench

/// Files of expectations about the histories of the harbour.
enum Trial {
  /// Everything that a file may name, by its path.
  static func fileAt(_ path: String) -> InputFile {
    let bytes = try? Data(contentsOf: Harbour.folder.appending(path: path))
    return InputFile(name: path, content: bytes.map { .bytes(Array($0)) } ?? .missing)
  }

  static func file(_ text: String, name: String = "trials/case.yaml") -> InputFile {
    InputFile(name: name, content: .bytes(Array(text.utf8)), origin: .foundInFolder)
  }

  /// A file about the history with dates, with what is expected of it.
  static func about(_ body: String) -> InputFile { about("dated", body) }

  /// A file about a history of the harbour, with what is expected of it.
  static func about(_ history: String, _ body: String) -> InputFile {
    file("expectations: a case\nhistory: ../histories/\(history).yaml\n\(body)\n")
  }

  static func test(
    _ files: [InputFile], _ options: TrialOptions = TrialOptions(coverage: .none), request: ReplayRequest = Harbour.request
  ) -> Answer {
    Answer.test(files, request, options: options, fileAt: fileAt)
  }

  /// The faults of one file.
  static func faults(of text: String) -> [Diagnostic] {
    guard let source = file(text).decoded().source else { return [] }
    var bench = ExpectationBench(Harbour.request, fileAt: fileAt)
    _ = bench.tried(source)
    return bench.diagnostics.inReadingOrder()
  }
}
