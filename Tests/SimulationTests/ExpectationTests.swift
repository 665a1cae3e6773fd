import Foundation
import Testing
import Workbench

/// The files of expectations of the repository, each worked out by hand from the text of the rule.
@Suite struct `The expectations of the repository` {
  private static let folder = "simulations/expectations"

  private static let paths: [String] = {
    let below = try? FileManager.default.subpathsOfDirectory(atPath: Simulation.repository.appending(path: folder).path)
    return (below ?? []).filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
  }()

  private static func file(_ path: String) -> InputFile {
    let bytes = try? Data(contentsOf: Simulation.repository.appending(path: path))
    return InputFile(name: path, content: bytes.map { .bytes(Array($0)) } ?? .missing)
  }

  @Test(arguments: paths) func `Each holds`(_ path: String) {
    let answer = Answer.test(
      [Self.file(path)], ReplayRequest(), options: TrialOptions(coverage: .none), fileAt: Self.file)
    #expect(answer.status == .clean, "\(answer.messages)\(answer.output)")
  }

  @Test func `Every example has one`() throws {
    #expect(Self.paths.count >= 15)
    let examples = try FileManager.default.contentsOfDirectory(
      atPath: Simulation.repository.appending(path: "simulations/examples").path)
    let texts = try Self.paths.map { try Simulation.text($0) }
    for example in examples { #expect(texts.contains { $0.contains("/examples/\(example)\n") }, "\(example)") }
  }

  /// What they reach grows with them and with the procedure; this it must not fall below.
  @Test func `Together they reach a good part of the procedure`() {
    let options = TrialOptions(
      coverage: .none, atLeast: ["states=40", "transitions=15", "rules=30", "kept=8", "broken=5"])
    let answer = Answer.test(Self.paths.map(Self.file), ReplayRequest(), options: options, fileAt: Self.file)
    #expect(answer.status == .clean, "\(answer.messages)\(answer.output)")
  }
}
