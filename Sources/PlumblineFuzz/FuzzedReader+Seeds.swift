import Diagnostics
import Notation

extension FuzzedReader {
  /// The inputs a fuzzer begins with, made of files of the repository, each once.
  func seeds(from texts: [String]) -> [String] {
    let own: [String] =
      switch self {
      case .yaml: texts + SampleProcedure.files.map(\.source.text) + [SampleProcedure.text]
      case .conditions: (texts + SampleProcedure.files.map(\.source.text)).flatMap(Self.expressions)
      case .scxml: texts
      case .histories: texts + [SampleProcedure.caseText]
      }
    return Set(own).filter { !$0.isEmpty && $0.utf8.count <= 50_000 }.sorted()
  }

  /// The keys under which expressions stand, in procedures and in the cases of the FEEL suite.
  private static let expressionKeys: Set<String> = [
    "when", "while", "unless", "require", "within", "or within", "ahead", "every", "first", "of", "at", "expect", "each", "event",
    "from", "to", "expression",
  ]

  /// The expressions in a YAML text, or in a text of JSON lines.
  private static func expressions(in text: String) -> [String] {
    let lines = text.hasPrefix("{") ? text.split(separator: "\n").map(String.init) : [text]
    return lines.flatMap { line in
      YAMLReader.read(SourceText(name: "seed", text: line)).node.map { expressions(in: $0, isExpression: false) } ?? []
    }
  }

  private static func expressions(in node: PlacedNode, isExpression: Bool) -> [String] {
    switch node.content {
    case .scalar(let text, _): isExpression ? [text] : []
    case .list(let items): items.flatMap { expressions(in: $0, isExpression: isExpression) }
    case .entries(let entries):
      entries.flatMap { expressions(in: $0.value, isExpression: expressionKeys.contains($0.key)) }
    case .nothing: []
    }
  }
}
