import Diagnostics
import Reporting
import Testing

@testable import Workbench

@Suite struct `The schemas of what is printed for programs` {
  private static let json = OutputOptions(format: .json)

  /// Real documents of every form, such that each part of a schema is met.
  private static func printed(_ document: PublishedDocument) throws -> [String] {
    switch document {
    case .replay:
      try ["dated", "relative", "kept"].map { Answer.replay([try Harbour.history($0)], Harbour.request, options: json).output }
    case .explain: try explained()
    case .claim: ClaimPage.all.map { Answer.explain(claim: $0.code.label, options: json).output }
    case .claims: [Answer.explain(claim: Answer.claims, options: json).output]
    case .rules:
      [
        Answer.rules(Harbour.request.naming("harbour"), in: [], at: [], options: json).output,
        Answer.rules(Harbour.request.naming("harbour"), in: ["plan.on_plan"], at: ["plan_made"], options: json).output,
      ]
    case .check: try checked()
    case .test:
      TrialOptions.Coverage.allCases.map { coverage in
        Trial.test(
          `The report on expectations`.files, TrialOptions(coverage: coverage, atLeast: ["states=50"], form: json)
        ).output
      }
    case .paths:
      [Answer.paths(PathsRequest(), Harbour.request, options: json).answer.output]
    case .score: [Answer.score(Pier.files, Pier.request, options: json).output]
    case .coverage: [Answer.coverage(nil, ReplayRequest(), options: json).output]
    case .compare: try `Two versions of a procedure`.documents(json)
    }
  }

  private static func explained() throws -> [String] {
    let history = try Harbour.history("relative")
    let findings = try JSONDocument(Answer.replay([history], Harbour.request, options: json).output)["cases"]?[0]?["findings"]
    return (findings?.list ?? []).compactMap { $0["id"]?.text }.map {
      Answer.explain(history, finding: $0, Harbour.request, options: json).output
    }
  }

  private static func checked() throws -> [String] {
    var full = CheckRequest(files: Harbour.workflows)
    full.drift = .full
    full.beside = ["court.issued"]
    return [
      Answer.check(full, options: json).answer.output, Answer.check(Harbour.faulty, options: json).output,
      Answer.check(Harbour.workflows + [try Harbour.history("dated")], options: json).output,
      Answer.check([InputFile(name: "missing.yaml", content: .missing)], options: json).output,
      Answer.check(CheckRequest(files: try `Timescales that cannot be met together, told`.files()), options: json).answer.output,
    ]
  }

  @Test(arguments: PublishedDocument.allCases)
  func `What is printed is as its schema says, and names its form`(document: PublishedDocument) throws {
    let schema = try JSONSchema(document.schema)
    let printed = try Self.printed(document)
    #expect(!printed.isEmpty)
    for text in printed {
      let told = try JSONDocument(text)
      #expect(told["schema"] == .text(document.form))
      #expect(schema.faults(of: told) == [])
    }
  }

  @Test(arguments: PublishedDocument.allCases)
  func `A document with one member more, or one less that is always there, is not as the schema says`(
    document: PublishedDocument
  ) throws {
    let schema = try JSONSchema(document.schema)
    let told = try JSONDocument(try #require(try Self.printed(document).min { $0.utf8.count < $1.utf8.count }))
    let added = told.variants { [$0.merging(["novel": .list([])]) { $1 }] }
    #expect(!added.isEmpty)
    for changed in added { #expect(!schema.faults(of: changed).isEmpty) }
    for name in try #require(try JSONDocument(document.schema)["required"]?.list).compactMap(\.text) {
      guard case .members(var members) = told else { continue }
      members[name] = nil
      #expect(schema.faults(of: .members(members)) == [": has no \(name)"])
    }
  }

  @Test(arguments: PublishedDocument.allCases)
  func `A schema is printed by the name of its document and by the form that a document names`(document: PublishedDocument) {
    for name in [document.rawValue, document.form] {
      let answer = Answer.schema(of: name)
      #expect(answer.status == .clean)
      #expect(answer.output == document.schema)
    }
  }

  @Test func `A document that is nowhere is refused with the nearest name`() {
    let answer = Answer.schema(of: "replya")
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("PL2004"))
    #expect(answer.messages.contains("Did you mean \"replay\"?"))
  }

  @Test func `A change of a form is seen, and read before it is taken`() throws {
    let outlines = try PublishedDocument.allCases.map { document in
      let lines = JSONSchema.outline(of: try JSONDocument(document.schema), at: "")
      return "\(document.form)\n" + lines.map { "  \($0)\n" }.joined()
    }
    try Golden.expect(outlines.joined(separator: "\n"), is: "forms.txt")
  }
}
