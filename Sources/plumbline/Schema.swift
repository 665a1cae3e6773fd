import ArgumentParser
import Workbench

/// `plumbline schema KIND|DOCUMENT`.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of a kind of file, or of a document that a command prints with --format json.",
    discussion: """
      An editor that knows the schema of a file completes and checks while typing. A program that reads a document knows
      it by its member `schema`, such as plumbline.replay/1; the document may be named here by that, too.

      EXAMPLES
        plumbline schema workflow > workflow.schema.json
        plumbline schema replay > replay.schema.json
      """)

  @Argument(
    help: """
      A kind of file: \(Answer.schemaKinds.joined(separator: ", ")); or a document: \
      \(Answer.schemaDocuments.joined(separator: ", ")).
      """)
  var kind: String

  func run() throws { try Shell.give(.schema(of: kind)) }
}
