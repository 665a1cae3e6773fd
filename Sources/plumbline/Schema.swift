import ArgumentParser
import Workbench

/// `plumbline schema KIND|DOCUMENT`.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of a kind of file or of a document, or what the columns of a table hold.",
    discussion: """
      An editor that knows the schema of a file completes and checks while typing. A program that reads a document knows
      it by its member `schema`, such as plumbline.replay/1; the document may be named here by that, too. Of a table, which \
      --format csv prints, it is a Table Schema: each column with its type, and whether it may be empty.

      EXAMPLES
        plumbline schema workflow > workflow.schema.json
        plumbline schema replay > replay.schema.json
        plumbline schema table.brief > brief.schema.json

      Exit status: 0 printed, 2 there is none of that name.
      """)

  @Argument(
    help: """
      A kind of file: \(Answer.schemaKinds.joined(separator: ", ")); a document: \
      \(Answer.schemaDocuments.joined(separator: ", ")); or a table: \(Answer.schemaTables.joined(separator: ", ")).
      """)
  var kind: String

  func run() throws { try Shell.give(.schema(of: kind)) }
}
