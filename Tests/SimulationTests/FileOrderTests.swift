import Foundation
import Testing
import Workbench

/// The order in which a shell finds the files means nothing, and nor does the run.
@Suite struct `The same bytes for Theo` {
  private static func file(_ path: String) throws -> InputFile {
    let data = try Data(contentsOf: Simulation.repository.appending(path: path))
    return InputFile(name: path, content: .bytes(Array(data)), origin: .foundInFolder)
  }

  private static func paths(below folder: String) throws -> [String] {
    let below = try FileManager.default.subpathsOfDirectory(atPath: Simulation.repository.appending(path: folder).path)
    return below.filter { $0.hasSuffix(".yaml") }.map { "\(folder)/\($0)" }.sorted()
  }

  private static func answer(_ workflows: [InputFile], _ format: OutputOptions.Format) throws -> Answer {
    var request = ReplayRequest()
    request.procedure = .files(workflows)
    return Answer.replay([try file(Theo.path)], request, options: OutputOptions(format: format))
  }

  @Test(arguments: ReportingCommand.replay.formats)
  func `A replay by shuffled files of the procedure is the same`(_ format: OutputOptions.Format) throws {
    let files = try Self.paths(below: "workflows").map(Self.file)
    let first = try Self.answer(files, format)
    #expect(!first.output.isEmpty && first.messages.isEmpty)
    // A step that divides the number of files would pass some by.
    for step in [7, 11, 13, 17].filter({ !files.count.isMultiple(of: $0) }).prefix(2) {
      let shuffled = files.indices.map { files[($0 * step + 5) % files.count] }
      #expect(Set(shuffled.map(\.name)).count == files.count)
      #expect(try Self.answer(shuffled, format).output == first.output)
    }
    #expect(try Self.answer(files, format).output == first.output)
  }

  @Test func `The built-in procedure gives what the files give`() throws {
    let files = try Self.paths(below: "workflows").map(Self.file)
    let builtIn = Answer.replay([try Self.file(Theo.path)], ReplayRequest())
    #expect(try Self.answer(files, .text).output == builtIn.output)
  }
}
