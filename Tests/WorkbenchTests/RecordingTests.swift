import Diagnostics
import Foundation
import Testing

@testable import Workbench

@Suite struct `A recording of what is found` {
  private static func record(
    _ history: String, output: String? = nil, existing: ConversionRequest.Existing = .kept, folder: String = "",
    request: ReplayRequest = Harbour.request, isThere: (String) -> Bool = { _ in false }
  ) throws -> (answer: Answer, files: [OutputFile]) {
    let recording = RecordingRequest(
      history: try Harbour.history(history), output: output, existing: existing, folder: folder)
    return Answer.record(recording, request, isThere: isThere)
  }

  @Test(arguments: ["dated", "kept", "relative"]) func `It holds when it is tried`(_ history: String) throws {
    let (answer, files) = try Self.record(history, output: "trials/recorded.yaml")
    #expect(answer.status == .clean)
    let file = try #require(files.first)
    let tried = Trial.test([Trial.file(file.text, name: file.path)])
    #expect(tried.status == .clean, "\(file.text)\(tried.messages)\(tried.output)")
    #expect(file.text.contains("nothing else: true"))
  }

  @Test func `It reads as its golden`() throws {
    try Golden.expect(Self.record("dated").answer.output, is: "recorded.yaml")
  }

  @Test func `Profile and last day are written where they were asked for`() throws {
    var request = Harbour.request
    (request.profile, request.asOf) = (.named("calm"), "2019-05-01")
    let text = try Self.record("dated", request: request).answer.output
    #expect(text.contains("\nprofile: calm\nas of: 2019-05-01\n"))
    request.profile = .withoutProfile
    #expect(try Self.record("dated", request: request).answer.output.contains("\nprofile: none\n"))
  }

  @Test func `A file that is there is written over only where that is asked for`() throws {
    let kept = try Self.record("dated", output: "x.yaml", isThere: { $0 == "x.yaml" })
    #expect(kept.files.isEmpty && kept.answer.status == .badInput)
    #expect(kept.answer.messages.contains("x.yaml: error PL7521"))
    let replaced = try Self.record("dated", output: "x.yaml", existing: .replaced, isThere: { $0 == "x.yaml" })
    #expect(replaced.files.map(\.path) == ["x.yaml"])
  }

  @Test(arguments: [
    ("a.yaml", "histories/dated.yaml"), ("histories/a.yaml", "dated.yaml"), ("trials/deep/a.yaml", "../../histories/dated.yaml"),
    ("./trials/../a.yaml", "histories/dated.yaml"), ("/here/trials/a.yaml", "../histories/dated.yaml"),
    ("/there/a.yaml", "../here/histories/dated.yaml"),
  ])
  func `The path of the history is that from the file`(_ output: String, _ path: String) throws {
    let text = try #require(try Self.record("dated", output: output, folder: "/here").files.first).text
    #expect(text.contains("\nhistory: \(path)\n"), "\(text.prefix(300))")
  }

  @Test func `Standard input has no name to be written down, and a faulty history is told`() throws {
    let typed = InputFile(name: "-", content: try Harbour.history("dated").content)
    let answer = Answer.record(RecordingRequest(history: typed), Harbour.request).answer
    #expect(answer.messages.contains("--record: error PL7523"))
    let faulty = try Harbour.history("dated", replacing: "event: plan_made", with: "event: plan_mode")
    #expect(Answer.record(RecordingRequest(history: faulty), Harbour.request).answer.status == .badInput)
  }
}
