import ArgumentParser
import Foundation
import Workbench

/// `plumbline gather FINDINGS --of PARTITIONS --to FILE`.
struct Gather: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Gather the findings of partitions, written under manifests, into one file.",
    discussion: """
      The file has the same bytes as the replay of all partitions, one behind another, by one process. It is written only if \
      every partition has findings, by the same procedure and options, and no case stands in two.

      EXAMPLE
        plumbline gather findings --of partitions --to findings.csv

      Exit status: the highest of the replays that are gathered, or 2 where they do not go together.
      """)

  @Argument(help: "The folder of the findings and their manifests.")
  var findings: String

  @Option(help: ArgumentHelp("The folder of the partitions, all of which must have findings.", valueName: "folder"))
  var of: String

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var to: String

  @Flag(help: "Write over a file that is already there.")
  var replace = false

  func run() throws {
    let found = Gather.names(in: findings).filter { $0.hasSuffix(ManifestedOutput.suffix) }.map { name in
      let path = Gather.path(name, in: findings)
      ReadFiles.note(path)
      return GatherRequest.Manifest(
        path: path, text: (try? String(contentsOfFile: path, encoding: .utf8)) ?? "",
        findings: FoundFiles.extract(String(path.dropLast(ManifestedOutput.suffix.count))))
    }
    let partitions = Gather.names(in: of).filter(ExtractInput.isExtract).map { FoundFiles.extract(Gather.path($0, in: of)) }
    let request = GatherRequest(folder: findings, manifests: found, partitionFolder: of, partitions: partitions, place: to)
    let messages = Terminal.standardError.dress
    try Shell.refuseToWriteOver([to], option: "--to")
    if FoundFiles.exists(to), !replace { return try Shell.give(.gatheredExists(to, messages: messages)) }
    let file = GrowingFile(to)
    let answer = Answer.gather(request, messages: messages) { file.take(.bytes($0)) }
    guard file.end(keeping: answer.isWhole) else { return try Shell.give(.gatheredNotWritten(to, messages: messages)) }
    try Shell.give(answer)
  }

  /// What lies in a folder, in the order of its names, but for what is hidden.
  private static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("_") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func path(_ name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
