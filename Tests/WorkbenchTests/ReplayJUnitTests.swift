import Diagnostics
import Testing

@testable import Notation
@testable import Workbench

@Suite struct `A replay as tests` {
  private static func answer(_ names: [String], only: [String] = [], failOn: [String] = []) throws -> Answer {
    Answer.replay(
      try names.map(Harbour.history), Harbour.request, filter: FindingFilter(only: only, failOn: failOn),
      options: OutputOptions(format: .junit))
  }

  private static func suites(_ answer: Answer) throws -> [PlacedElement] {
    let (root, problems) = XMLReader.read(SourceText(name: "junit.xml", text: answer.output))
    #expect(problems.isEmpty, "\(problems.map(\.message))")
    return try #require(root).elements
  }

  private static func value(_ name: String, of element: PlacedElement) -> String? {
    element.attributes.first { $0.writtenName == name }?.value
  }

  private static func tests(_ answer: Answer, with kind: String) throws -> [PlacedElement] {
    try suites(answer).flatMap(\.elements).filter { $0.elements.contains { $0.writtenName == kind } }
  }

  @Test(arguments: ["dated", "relative"]) func `It reads as its golden`(name: String) throws {
    try Golden.expect(try Self.answer([name]).output, is: "\(name).xml")
  }

  @Test func `Each case is a suite that counts its tests, those that fail and those that are not recorded`() throws {
    let answer = try Self.answer(["dated", "relative", "kept"])
    let suites = try Self.suites(answer)
    #expect(suites.map { Self.value("name", of: $0) } == ["dated", "relative", "kept"])
    for suite in suites {
      func count(_ kind: String) -> String { "\(suite.elements.count { $0.elements.contains { $0.writtenName == kind } })" }
      #expect(Self.value("tests", of: suite) == "\(suite.elements.count)")
      #expect(Self.value("failures", of: suite) == count("failure"))
      #expect(Self.value("skipped", of: suite) == count("skipped"))
      let names = suite.elements.map { "\(Self.value("classname", of: $0) ?? "") \(Self.value("name", of: $0) ?? "")" }
      #expect(Set(names).count == names.count)
    }
  }

  @Test func `Every finding is told once, whether its test fails or not`() throws {
    for failOn in [[], ["certain"], ["high"], ["none"]] {
      let answer = try Self.answer(["dated", "relative"], failOn: failOn)
      let table = try Answer.replay(
        ["dated", "relative"].map(Harbour.history), Harbour.request, options: OutputOptions(format: .csv)
      ).output
      for finding in CSVText(table).column("finding") {
        #expect(
          answer.output.ranges(of: "Finding: \(finding)<").count + answer.output.ranges(of: "Finding: \(finding)\n").count == 1)
      }
    }
  }

  @Test(arguments: [[], ["certain"], ["high"], ["certain", "high"], ["none"]])
  func `A test fails where and only where the status says that something was found`(failOn: [String]) throws {
    for name in ["dated", "relative", "kept"] {
      let answer = try Self.answer([name], failOn: failOn)
      #expect(try Self.tests(answer, with: "failure").isEmpty == (answer.status == .clean))
    }
  }

  @Test func `What is not recorded neither fails nor passes`() throws {
    let skipped = try Self.tests(try Self.answer(["relative"]), with: "skipped")
    #expect(!skipped.isEmpty)
    for test in skipped { #expect(!test.elements.contains { $0.writtenName == "failure" }) }
  }

  @Test func `The tests are narrowed to a child`() throws {
    let tests = try Self.suites(try Self.answer(["dated"], only: ["ann"])).flatMap(\.elements)
    #expect(!tests.isEmpty)
    for test in tests { #expect(Self.value("name", of: test)?.hasPrefix("ann: ") == true) }
  }
}
