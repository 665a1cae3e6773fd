import ArgumentParser
import Foundation
import Workbench

/// `plumbline document [PATH] --to FOLDER`.
struct Document: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the pages and pictures of a procedure: one page for each workflow, with its rules and their sources.",
    discussion: """
      EXAMPLE
        plumbline document workflows/england --to Sources/EnglandProcedure/EnglandProcedure.docc

      Exit status: 0 written, 2 the files are faulty or cannot be written.
      """)

  @Argument(help: "The folder of a procedure; without it the procedure that is built in.")
  var path: String?

  @Option(help: ArgumentHelp("The folder of a DocC catalogue to write them to.", valueName: "folder"))
  var to: String

  func run() throws {
    let (answer, files) = Answer.document(path.map(FoundFiles.at))
    let paths = files.map { URL(filePath: to).appending(path: $0.path).path }
    try Shell.refuseToWriteOver(paths, option: "--to")
    for file in files { try write(file) }
    try Shell.give(answer)
  }

  private func write(_ file: OutputFile) throws {
    let place = URL(filePath: to).appending(path: file.path)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.text.utf8).write(to: place)
  }
}
