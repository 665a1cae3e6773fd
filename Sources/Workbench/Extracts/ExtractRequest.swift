import Diagnostics
import Extracts

/// How extracts are to be read.
public struct ExtractRequest: Sendable {
  /// What becomes of a record with a fault.
  public enum Strictness: Sendable {
    /// Its case is not judged, and the command fails.
    case strict
    /// It is passed over, counted and listed; its case is judged by what is left, and no event is taken as complete there.
    case lenient
  }

  public var strictness = Strictness.strict
  /// The mapping that reads them, as typed; `nil` is the bulk form, or what the document itself tells.
  public var mapping: MappingChoice?
  /// How their text is written, as typed; `nil` is what the mapping says, or UTF-8.
  public var encoding: String?
  /// How many threads judge cases; the same bytes come of any number.
  public var jobs = 1
  /// How large the parts are in which tables in bulk form are read; `nil` is as large as suits the report.
  ///
  /// **Unit**: bytes.
  var partSize: Int?

  public enum MappingChoice: Sendable {
    case named(String)
    case file(InputFile)
  }

  public init() {}
}

extension ExtractRequest {
  /// The file of the mapping, where it is one.
  var fileNames: [String] { if case .file(let file) = mapping { [file.name] } else { [] } }

  /// How text is written, where that was said.
  ///
  /// Codes: PL6006.
  func textEncoding() -> (encoding: TextEncoding?, diagnostics: [Diagnostic]) {
    guard let word = encoding else { return (nil, []) }
    if let encoding = TextEncoding(rawValue: word.lowercased()) { return (encoding, []) }
    let known = TextEncoding.allCases.map(\.rawValue)
    let mend = Suggestion.mend(for: word, among: known, otherwise: "Known: \(known.joined(separator: ", ")).")
    let message = "\"\(word)\" is none of the words that may stand here."
    return (nil, [.ofCommand(.badOnly, message, option: "--encoding", mend: mend)])
  }
}
