import Diagnostics
import Foundation
import Replay
import Reporting
import Testing

@testable import Notation
@testable import Workbench

@Suite struct `The report on expectations` {
  /// Two files that hold, and one with a failure of every kind.
  static let files = ["kept", "late", "wrong"].map { name in
    InputFile(
      name: "expectations/\(name).yaml", content: Trial.fileAt("expectations/\(name).yaml").content, origin: .foundInFolder)
  }

  private static func test(_ options: TrialOptions, _ files: [InputFile] = files) -> Answer { Trial.test(files, options) }

  @Test(arguments: [
    (OutputOptions.Format.text, TrialOptions.Coverage.full, "expectations.txt"),
    (.json, .full, "expectations.json"), (.junit, .none, "expectations.xml"), (.github, .none, "expectations.annotations"),
  ])
  func `It reads as its golden`(_ format: OutputOptions.Format, _ coverage: TrialOptions.Coverage, _ golden: String) throws {
    let answer = Self.test(
      TrialOptions(
        coverage: coverage, atLeast: ["states=50", "broken=100"], form: OutputOptions(format: format)))
    #expect(answer.messages == "")
    #expect(answer.status == .findings)
    try Golden.expect(answer.output, is: golden)
    if format == .text { for line in answer.output.split(separator: "\n") { #expect(line.count <= 100, "\(line)") } }
  }

  @Test(arguments: ReportingCommand.test.formats) func `Two runs are identical`(_ format: OutputOptions.Format) {
    let runs = (0..<2).map { _ in Self.test(TrialOptions(coverage: .full, form: OutputOptions(format: format))).output }
    #expect(runs[0] == runs[1])
  }

  @Test func `The form for programs is JSON that names its form`() throws {
    let output = Self.test(TrialOptions(coverage: .full, form: OutputOptions(format: .json))).output
    let document = try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "plumbline.test/1")
    #expect((document["files"] as? [Any])?.count == 3)
  }

  @Test func `JUnit's form is well formed whatever a path or a history holds, and counts its tests`() throws {
    let odd = Trial.file(
      """
      expectations: "<&> \\"quoted\\" 'and' more"
      history:
        history: odd
        procedure: harbour
        children: {ann: {}}
        observed until: 2019-05-31
        events: [{id: e1, event: plan_made, agreed: true, when: 2019-04-01, cite: "<5> & \\"six\\""}]
      expect:
        - {rule: plan.first_group, opened by: e1, verdict: met}
      """, name: "trials/a&b<c>.yaml")
    let output = Self.test(TrialOptions(atLeast: ["states=100"], form: OutputOptions(format: .junit)), Self.files + [odd])
      .output
    let (root, problems) = XMLReader.read(SourceText(name: "junit.xml", text: output))
    #expect(problems.isEmpty, "\(problems.map(\.message))")
    let suites = try #require(root).elements
    #expect(suites.count == 5)
    for suite in suites {
      #expect(number("tests", of: suite) == suite.elements.count)
      #expect(number("failures", of: suite) == suite.elements.count { !$0.elements.isEmpty })
    }
    #expect(number("tests", of: try #require(root)) == suites.map(\.elements.count).reduce(0, +))
    #expect(output.contains("cited at &lt;5&gt; &amp; &quot;six&quot;"))
    #expect(output.contains("name=\"trials/a&amp;b&lt;c&gt;.yaml\""))
  }

  private func number(_ name: String, of element: PlacedElement) -> Int? {
    element.attributes.first { $0.writtenName == name }.flatMap { Int($0.value) }
  }

  @Test(arguments: [
    ("states=0", true), ("states=100", false), ("kept=1", true), ("broken=100", false), ("rules=100%", true),
    ("transitions=100", false),
  ])
  func `What must be reached fails a run that reaches less`(_ threshold: String, _ holds: Bool) {
    let answer = Self.test(TrialOptions(coverage: .none, atLeast: [threshold]), Array(Self.files.prefix(2)))
    #expect(answer.status == (holds ? .clean : .findings), "\(answer.output)")
    #expect(answer.output.contains("at least"))
  }

  @Test(arguments: ["states", "states=101", "states=-1", "states=", "state=50", "=50", "states=50=50", "rules=half"])
  func `What does not say how much of what is told`(_ threshold: String) {
    let answer = Self.test(TrialOptions(atLeast: [threshold]))
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("--at-least: error PL7531"))
    #expect(answer.output == "")
  }

  @Test func `The coverage may be that of one workflow`() {
    let answer = Self.test(TrialOptions(workflows: ["court"]))
    #expect(answer.output.contains("\n  court"))
    #expect(!answer.output.contains("\n  plan "))
    let unknown = Self.test(TrialOptions(workflows: ["cort"]))
    #expect(unknown.status == .badInput)
    #expect(unknown.messages.contains("--workflow: error PL6006"))
    #expect(unknown.messages.contains("Did you mean \"court\"?"))
  }
}
