import ArgumentParser
import Workbench

/// `plumbline check [PATH]`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check procedures: syntax and types, states, guards and rules that cannot work, unused names, sources.",
    discussion: """
      Every procedure below PATH is checked by itself and with every profile that extends it. Every fault is told with
      its file, line, column, a stable code and the mend; `plumbline explain CODE` tells more of what is claimed.

      EXAMPLES
        plumbline check workflows
        plumbline check workflows/profiles/theo-then.yaml
        plumbline check --format json workflows

      Exit status: 0 clean (there may be warnings), 1 the procedure reads well but cannot work as it stands, 2 the files
      are faulty.
      """)

  @Argument(help: "A folder of procedures, or a file; without it the procedures that are built in.")
  var path: String?

  @Option(help: "How to print: text or json.")
  var format = Format.text

  func run() throws {
    guard let path else { return try Shell.give(.check(nil, options: format.options)) }
    guard !FoundFiles.isFile(path) else {
      let files = FoundFiles.besides(path)
      return try Shell.give(.check(files, focus: path, options: format.options))
    }
    try Shell.give(.check(FoundFiles.at(path), options: format.options))
  }
}
