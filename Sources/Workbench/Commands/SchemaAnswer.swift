import Diagnostics
import Notation

extension Answer {
  /// The kinds of file that have a schema.
  public static let schemaKinds = FileKind.allCases.map(\.rawValue)

  /// The JSON Schema of a kind of file, from the description that its reader uses.
  public static func schema(of kind: String) -> Answer {
    if let kind = FileKind(rawValue: kind) { return Answer(output: SchemaGenerator.schema(for: kind), status: .clean) }
    let problem = Diagnostic.ofCommand(
      .unknownFileKind, "There is no kind of file \"\(kind)\".", option: "schema",
      mend: "Known: \(schemaKinds.joined(separator: ", ")).")
    return Answer(messages: [problem].messages(sources: [], dress: .plain), status: .badInput)
  }
}
