import Foundation
import Workbench

/// A replay of a table by the door that the command line uses.
struct ExtractReplay {
  let table: String
  let rules: Trial.Rules
  let threads: Int

  /// Reads, replays and reports.
  ///
  /// - Parameter output: the file that takes the findings; nowhere where there is none.
  func run(_ work: Trial.Work, to output: String?) throws -> Answer {
    var request = ReplayRequest()
    (request.procedure, request.profile) = (.named("england"), .withoutProfile)
    if rules == .twelve {
      guard let profile = BuiltInProcedure.profile(of: "england", withRules: TwelveRules.names) else {
        throw BenchmarkFault("The built-in procedure does not have all of the twelve rules.")
      }
      request.profile = .file(InputFile(name: "twelve-rules.yaml", content: .bytes(Array(profile.utf8))))
    }
    var extracts = ExtractRequest()
    extracts.jobs = threads
    let sink = try output.map(NewFile.init)
    let path = table
    let input = ExtractInput(name: path) {
      guard let file = FileHandle(forReadingAtPath: path) else { return nil }
      return { read(file.fileDescriptor, $0.baseAddress, $0.count) }
    }
    return Answer.replay(
      [input], extracts, request, filter: FindingFilter(failOn: ["none"]),
      options: OutputOptions(format: work == .findings ? .csv : .text),
      output: BulkOutput { text in sink == nil || (try? sink?.write(Data(text.utf8))) != nil })
  }
}
