import Reporting

/// What is shown and chosen in a training, as a file holds it.
struct Transcript {
  let path: String
  private(set) var text: String

  /// - Parameter earlier: what the file holds already.
  init(path: String, after earlier: String = "") {
    self.path = path
    text = earlier
  }

  /// Adds what was shown; a file has no colours.
  mutating func add(_ shown: String) { text += shown.replacing(/\u{1B}\[[0-9;]*m/, with: "") }

  var file: OutputFile { OutputFile(path: path, text: text) }
}
