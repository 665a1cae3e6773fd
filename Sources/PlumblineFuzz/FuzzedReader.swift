import Diagnostics
import Notation

/// A reader that is given whatever bytes a fuzzer thinks of.
enum FuzzedReader: String, CaseIterable {
  case yaml
  case conditions
  case scxml
  case histories

  /// Reads the bytes as a file and holds the reader to its promises.
  func read(_ bytes: some Collection<UInt8>) throws(BrokenPromise) {
    let (source, faults) = SourceText.decoding(name: nameOfInput, bytes: bytes)
    guard let source else { return try promise(!faults.isEmpty, "The bytes are no text, and nothing is told.") }
    switch self {
    case .yaml: try YAMLTrial.read(source)
    case .conditions: try ConditionTrial.read(source)
    case .scxml: try SCXMLTrial.read(source)
    case .histories: try HistoryTrial.read(source)
    }
  }

  private var nameOfInput: String { self == .scxml ? "input.scxml" : "input.yaml" }
}
