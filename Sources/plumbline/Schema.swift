import ArgumentParser
import Workbench

/// `plumbline schema KIND`.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of a kind of file, for an editor that completes and checks while typing.",
    discussion: """
      EXAMPLE
        plumbline schema workflow > workflow.schema.json
      """)

  @Argument(help: "One of \(Answer.schemaKinds.joined(separator: ", ")).")
  var kind: String

  func run() throws { try Shell.give(.schema(of: kind)) }
}
