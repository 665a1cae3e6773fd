import CivilTime
import Conditions
import Histories
import Notation

extension FuzzedReader {
  /// The words of the language, each of which the fuzzer may put in as a whole; libFuzzer's form, one a line.
  var dictionary: String {
    let unique = Set(words).filter { !$0.isEmpty && $0.utf8.count <= 60 }.sorted()
    return unique.map { "\"\(Self.escaped($0))\"\n" }.joined()
  }

  private var words: [String] {
    switch self {
    case .yaml: Self.yamlMarks + Self.keys(of: FileKind.allCases) + Language.words + SampleProcedure.names
    case .conditions: Language.words + Self.units + SampleProcedure.names + Self.literals
    case .scxml: SCXMLReader.words + Self.xmlMarks
    case .histories: Self.yamlMarks + Self.keys(of: [.history]) + HistoryReader.words + Self.units + SampleProcedure.names
    }
  }

  /// Keys, and words of closed lists: every text of the schema.
  private static func keys(of kinds: [FileKind]) -> [String] {
    kinds.flatMap { SchemaGenerator.schema(for: $0).split(separator: "\"") }
      .filter { text in text.allSatisfy { $0.isLetter || $0 == "_" || $0 == " " } && text.contains(where: \.isLetter) }
      .map(String.init)
  }

  private static var units: [String] { Period.Unit.allCases.flatMap { [$0.singular, $0.plural] } }

  private static let yamlMarks = [
    ": ", "- ", "? ", "[", "]", "{", "}", ", ", "'", "\"", "|\n", ">-\n", "# ", "&x", "*x", "!t", "---\n", "...\n", "%YAML",
    "<<: ", "\n  ", "\r\n", "\u{FEFF}", "\u{85}", "\u{2028}", "2019-04-12", "2019-Q2", "14:30", "true", "=== ",
  ]

  private static let literals = [
    "date(\"2020-02-29\")", "duration(\"P1Y2M\")", "duration(\"-PT1H\")", "time(\"23:59:59.999+01:00\")", "@\"P1D\"", "each",
    "this", "trigger", "child", "siblings", "today", "unborn", "[1..3)", "9.99E6144", "0.1", "any of", "all of", "entering ",
    "leaving ", "overdue ", "\\u", "\\U01F600", "//", "/*", "*/",
  ]

  private static let xmlMarks = [
    "<", ">", "</", "/>", "=\"", "='", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<?xml version=\"1.0\"?>", "<!DOCTYPE ",
    "&amp;", "&lt;", "&#x41;", "&#65;", "xmlns", "xmlns:p=", "xml:space", "In('", "')", "&amp;&amp;", "||", "!", "true", "false",
    "*", ".*", "done.state.", "error.", "1.5s", "100ms", "deep", "shallow", "internal", "external", "#_internal", "pl:",
  ]

  /// A word between libFuzzer's quotation marks: every byte but letters, digits and blanks by its number.
  private static func escaped(_ word: String) -> String {
    word.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        String(UnicodeScalar(byte))
      default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }.joined()
  }
}
