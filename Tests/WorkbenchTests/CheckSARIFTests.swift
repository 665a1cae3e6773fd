import Diagnostics
import Reporting
import Testing

@testable import Workbench

/// The requirements of SARIF 2.1.0 that its schema cannot state, beside those that it can.
@Suite struct `The report of a check for tools that review code` {
  private static func run(_ request: CheckRequest) throws -> JSONDocument {
    let answer = Answer.check(request, options: OutputOptions(format: .sarif)).answer
    #expect(answer.messages == "")
    let document = try JSONDocument(answer.output)
    #expect(document["version"] == .text("2.1.0"))
    #expect(document["runs"]?.list?.count == 1)
    return try #require(document["runs"]?[0])
  }

  private static func run(_ files: [InputFile]) throws -> JSONDocument { try run(CheckRequest(files: files)) }

  private static var drift: CheckRequest {
    var request = CheckRequest(files: Harbour.workflows)
    request.drift = .full
    request.beside = ["court.issued"]
    return request
  }

  private static func region(_ result: JSONDocument?) -> JSONDocument? {
    result?["locations"]?[0]?["physicalLocation"]?["region"]
  }

  private static func results(_ run: JSONDocument) -> [JSONDocument] { run["results"]?.list ?? [] }

  private static func fingerprints(_ run: JSONDocument) -> [String] {
    results(run).compactMap { $0["partialFingerprints"]?["plumbline/v1"]?.text }
  }

  @Test func `Drift holes and a fault read as their golden`() throws {
    try Golden.expect(Answer.check(Harbour.faulty, options: OutputOptions(format: .sarif)).output, is: "faulty.sarif")
    let conflict = CheckRequest(files: try `Timescales that cannot be met together, told`.files())
    try Golden.expect(Answer.check(conflict, options: OutputOptions(format: .sarif)).answer.output, is: "timescales.sarif")
  }

  @Test func `A fault is marked at its characters, the last of which is before the end column`() throws {
    let run = try Self.run(Harbour.faulty)
    #expect(run["columnKind"] == .text("unicodeCodePoints"))
    let result = try #require(Self.results(run).first)
    #expect(result["ruleId"] == .text("PL2103"))
    let place = try #require(result["locations"]?[0]?["physicalLocation"])
    #expect(place["artifactLocation"]?["uri"] == .text("workflows/harbour/court.yaml"))
    #expect(place["artifactLocation"]?["uriBaseId"] == .text("%SRCROOT%"))
    let (first, after) = (
      try #require(Self.region(result)?["startColumn"]?.number), try #require(Self.region(result)?["endColumn"]?.number)
    )
    let file = try #require(Harbour.faulty.first { $0.name.hasSuffix("court.yaml") }?.decoded().source)
    let number = try #require(Self.region(result)?["startLine"]?.number)
    let line = try #require(file.line(number))
    #expect(line.dropFirst(first - 1).prefix(after - first) == "isued")
  }

  @Test func `Every result names a rule that is described, at the index that it says`() throws {
    for run in [try Self.run(Harbour.faulty), try Self.run(Self.drift)] {
      let rules = try #require(run["tool"]?["driver"]?["rules"]?.list)
      #expect(Set(rules.map { $0["id"]?.text }).count == rules.count)
      #expect(!Self.results(run).isEmpty)
      for result in Self.results(run) {
        let rule = rules[try #require(result["ruleIndex"]?.number)]
        #expect(rule["id"] == result["ruleId"])
        #expect(rule["defaultConfiguration"]?["level"] == result["level"])
        #expect(rule["shortDescription"]?["text"]?.text?.isEmpty == false)
        #expect(rule["help"]?["text"]?.text?.isEmpty == false)
      }
    }
  }

  @Test func `A drift hole is a result at its state, with its example and the mend of its page`() throws {
    let run = try Self.run(Self.drift)
    let page = try #require(ClaimPage.on("PL5010"))
    let holes = Self.results(run).filter { $0["ruleId"] == .text("PL5010") }
    #expect(holes.count > 1)
    for hole in holes {
      #expect(hole["level"] == .text("warning"))
      #expect(hole["message"]?["text"]?.text?.contains("\nFor example:\n") == true)
      #expect(hole["properties"]?["mend"] == .text(page.mend))
      #expect(Self.region(hole)?["startLine"]?.number ?? 0 > 0)
    }
    let described = try #require(run["tool"]?["driver"]?["rules"]?.list?.first { $0["id"] == .text("PL5010") })
    #expect(described["fullDescription"]?["text"] == .text(page.claims))
  }

  @Test func `A fingerprint tells results apart, and does not hang on the numbers of lines`() throws {
    let (before, files) = (try Self.run(Self.drift), Harbour.workflows)
    #expect(Set(Self.fingerprints(before)).count == Self.results(before).count)
    func moved(_ files: [InputFile]) -> [InputFile] {
      files.map { file in
        guard case .bytes(let bytes) = file.content else { return file }
        return InputFile(name: file.name, content: .bytes(Array("# A line more.\n\n".utf8) + bytes))
      }
    }
    var drift = Self.drift
    drift.files = moved(files)
    let after = try Self.run(drift)
    #expect(Self.fingerprints(after) == Self.fingerprints(before))
    #expect(Self.results(after).map(Self.region) != Self.results(before).map(Self.region))
    #expect(try Self.fingerprints(Self.run(moved(Harbour.faulty))) == Self.fingerprints(Self.run(Harbour.faulty)))
  }

  @Test func `What is wrong with the command or a file that is not there is of the run, and no result`() throws {
    let missing = try Self.run([InputFile(name: "missing.yaml", content: .missing)])
    #expect(missing["results"] == .list([]))
    let told = try #require(missing["invocations"]?[0])
    #expect(told["executionSuccessful"] == .truth(false))
    #expect(told["toolExecutionNotifications"]?[0]?["descriptor"]?["id"] == .text("PL1010"))
    #expect(try Self.run(Harbour.workflows)["invocations"]?[0]?["executionSuccessful"] == .truth(true))
  }

  @Test(arguments: [
    ("a b/é.yaml", "a%20b/%C3%A9.yaml", true), ("./plan.yaml", "plan.yaml", true),
    ("/tmp/plan.yaml", "file:///tmp/plan.yaml", false),
    ("../plan.yaml", "../plan.yaml", false), ("50%/plan.yaml", "50%25/plan.yaml", true),
  ])
  func `A path is a URI, from the root where it lies below it`(path: String, uri: String, isBelow: Bool) throws {
    let run = try Self.run([InputFile(name: path, content: .bytes(Array("workflow: [plan\n".utf8)))])
    let place = try #require(Self.results(run).first?["locations"]?[0]?["physicalLocation"]?["artifactLocation"])
    #expect(place["uri"] == .text(uri))
    #expect((place["uriBaseId"] != nil) == isBelow)
  }

  @Test func `A note becomes a related place, and a brace in a message is doubled`() throws {
    let twice = "vocabulary: v\nroles: {}\nevents:\n  made: {title: Made}\n  made: {title: Made}\n"
    let run = try Self.run([InputFile(name: "vocabulary.yaml", content: .bytes(Array(twice.utf8)))])
    let result = try #require(Self.results(run).first { $0["relatedLocations"] != nil })
    #expect(result["relatedLocations"]?[0]?["physicalLocation"]?["region"]?["startLine"] == .number(4))
    let braces = "vocabulary: v\nroles: {}\nevents: {made: {title: Made, \"{a}\": b}}\n"
    let told = try Self.run([InputFile(name: "vocabulary.yaml", content: .bytes(Array(braces.utf8)))])
    #expect(Self.results(told).contains { $0["message"]?["text"]?.text?.contains("{{a}}") == true })
  }
}
