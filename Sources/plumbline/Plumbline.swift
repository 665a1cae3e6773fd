import ArgumentParser
import Foundation
import Workbench

/// The command line: finds files, hands them to the workbench, prints its answer and exits with its status.
@main
struct Plumbline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plumbline",
    abstract: "Shows how far a child's case leans from the procedure that was meant to protect the child.",
    discussion: """
      EXAMPLE
        plumbline replay simulations/theo.yaml

      Exit status: 0 clean, 1 findings at or over --fail-on, 2 bad input.
      """,
    version: "plumbline \(Answer.version)",
    subcommands: [
      Check.self, Rules.self, Replay.self, Gather.self, Explain.self, Test.self, Paths.self, Compare.self, Step.self, Score.self,
      Coverage.self, Document.self, Draw.self, Convert.self, Generate.self, Anonymise.self, MappingCommand.self,
      Schema.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitCode {
      Foundation.exit(status.rawValue)
    } catch {
      let asked = exitCode(for: error) == .success
      let channel = asked ? FileHandle.standardOutput : FileHandle.standardError
      channel.write(Data((fullMessage(for: error) + "\n").utf8))
      Foundation.exit(asked ? 0 : 2)
    }
  }
}
