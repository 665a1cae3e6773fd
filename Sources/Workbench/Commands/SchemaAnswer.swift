import Diagnostics
import Notation
import Reporting

extension Answer {
  /// The kinds of file that have a schema.
  public static let schemaKinds = FileKind.allCases.map(\.rawValue)

  /// The documents that Plumbline prints and that have a schema.
  public static let schemaDocuments = PublishedDocument.allCases.map(\.rawValue)

  /// The tables of a replay whose columns are declared.
  public static let schemaTables = CaseTable.allCases.map(\.declarationName)

  /// The JSON Schema of a kind of file, from the description that its reader uses, or of a document that is printed; or
  /// what the columns of a table hold.
  ///
  /// - Parameter kind: a kind of file, a document or table, or the form of one, such as `plumbline.replay/1`.
  ///
  /// Code: PL2004.
  public static func schema(of kind: String) -> Answer {
    if let kind = FileKind(rawValue: kind) { return Answer(output: SchemaGenerator.schema(for: kind), status: .clean) }
    if let document = PublishedDocument(named: kind) { return Answer(output: document.schema, status: .clean) }
    if let table = CaseTable(declared: kind) { return Answer(output: table.declaration, status: .clean) }
    let known = schemaKinds + schemaDocuments + schemaTables
    let problem = Diagnostic.ofCommand(
      .unknownFileKind, "There is no kind of file, document or table \"\(kind)\".", option: "schema",
      mend: Suggestion.mend(for: kind, among: known, otherwise: "Known: \(known.joined(separator: ", "))."))
    return Answer(messages: [problem].messages(sources: [], dress: .plain), status: .badInput)
  }
}
