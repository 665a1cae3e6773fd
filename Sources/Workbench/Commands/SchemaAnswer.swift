import Diagnostics
import Notation
import Reporting

extension Answer {
  /// The kinds of file that have a schema.
  public static let schemaKinds = FileKind.allCases.map(\.rawValue)

  /// The documents that Plumbline prints and that have a schema.
  public static let schemaDocuments = PublishedDocument.allCases.map(\.rawValue)

  /// The JSON Schema of a kind of file, from the description that its reader uses, or of a document that is printed.
  ///
  /// - Parameter kind: a kind of file, a document, or the form that a document names, such as `plumbline.replay/1`.
  ///
  /// Code: PL2004.
  public static func schema(of kind: String) -> Answer {
    if let kind = FileKind(rawValue: kind) { return Answer(output: SchemaGenerator.schema(for: kind), status: .clean) }
    if let document = PublishedDocument(named: kind) { return Answer(output: document.schema, status: .clean) }
    let known = schemaKinds + schemaDocuments
    let problem = Diagnostic.ofCommand(
      .unknownFileKind, "There is no kind of file or document \"\(kind)\".", option: "schema",
      mend: Suggestion.mend(for: kind, among: known, otherwise: "Known: \(known.joined(separator: ", "))."))
    return Answer(messages: [problem].messages(sources: [], dress: .plain), status: .badInput)
  }
}
