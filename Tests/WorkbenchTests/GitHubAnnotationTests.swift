import Diagnostics
import Testing

@testable import Reporting
@testable import Workbench

@Suite struct `Annotations for GitHub` {
  private static let github = OutputOptions(format: .github)

  /// Each command with its level, its properties and its message, read as GitHub reads it; `nil` where a line is none.
  private static func read(_ output: String) -> [(level: String, properties: [String: String], message: String)?] {
    output.split(separator: "\n").map { line in
      guard let match = line.wholeMatch(of: /::(error|warning|notice) ([^:]*)::(.*)/) else { return nil }
      let properties = match.output.2.split(separator: ",").compactMap { property -> (String, String)? in
        let parts = property.split(separator: "=", maxSplits: 1)
        return parts.count == 2 ? (String(parts[0]), unescaped(String(parts[1]))) : nil
      }
      return (
        String(match.output.1), Dictionary(properties, uniquingKeysWith: { $1 }), unescaped(String(match.output.3))
      )
    }
  }

  private static func unescaped(_ text: String) -> String {
    [("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")].reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  @Test func `What would end a command or a property is written as percent and two digits`() {
    let place = Place(file: "a,b:c%.yaml", line: 3, column: 5, length: 2)
    let annotation = GitHubAnnotation(level: .error, place: place, title: "one: two, 100%", message: ["so: 5%, and", "then"])
    #expect(
      annotation.text
        == "::error file=a%2Cb%3Ac%25.yaml,line=3,col=5,endColumn=7,title=one%3A two%2C 100%25::so: 5%25, and%0Athen\n")
  }

  @Test func `Text of an input begins no command of its own`() {
    let annotation = GitHubAnnotation(level: .notice, place: nil, title: "t", message: ["a\n::error::b\r\n::warning::c"])
    #expect(annotation.text.split(separator: "\n").count == 1)
    #expect(Self.read(annotation.text).compactMap { $0 }.count == 1)
  }

  @Test func `A fault of a procedure is marked in its file`() throws {
    let answer = Answer.check(Harbour.faulty, options: Self.github)
    #expect(answer.status == .badInput && answer.messages == "")
    let told = try #require(Self.read(answer.output).first ?? nil)
    #expect(told.level == "error")
    #expect(told.properties["file"] == "workflows/harbour/court.yaml" && told.properties["line"] == "14")
    #expect(told.properties["title"] == "PL2103")
    #expect(told.message.contains("Did you mean \"issued\"?"))
  }

  @Test func `A drift hole is a warning at its state`() throws {
    var request = CheckRequest(files: Harbour.workflows)
    request.drift = .full
    let told = try Self.read(Answer.check(request, options: Self.github).answer.output).map { try #require($0) }
    let holes = told.filter { $0.properties["title"]?.hasPrefix("PL5010 ") == true }
    #expect(holes.count > 2)
    for annotation in holes {
      #expect(annotation.level == "warning")
      #expect(annotation.properties["line"] != nil && annotation.message.contains("\nFor example:\n"))
    }
  }

  @Test func `What is wrong with a command is told without a file`() throws {
    let answer = Answer.check([InputFile](), options: Self.github)
    let told = try #require(Self.read(answer.output).first ?? nil)
    #expect(told.properties["file"] == nil && told.message.hasPrefix("check: "))
  }

  @Test func `A finding is an error at or over the threshold, else a warning, and a notice where it is not recorded`() throws {
    let filter = FindingFilter(failOn: ["certain", "high"])
    for name in ["dated", "relative"] {
      let history = try Harbour.history(name)
      let answer = Answer.replay([history], Harbour.request, filter: filter, options: Self.github)
      let findings = CSVText(Answer.replay([history], Harbour.request, options: OutputOptions(format: .csv)).output)
      let told = try Self.read(answer.output).map { try #require($0) }
      #expect(told.map(\.properties["title"]) == findings.column("finding"))
      let kinds = zip(findings.column("kind"), zip(findings.column("certainty"), findings.column("severity")))
      let levels = kinds.map { $0 == "not recorded" ? "notice" : $1 == ("certain", "high") ? "error" : "warning" }
      #expect(told.map(\.level) == levels)
      // What is not recorded is neither certain nor possible.
      for (annotation, level) in zip(told, levels) {
        let found = String(try #require(annotation.message.firstMatch(of: /Found: .*/)).output)
        let isRanked = found.contains(", certain, ") || found.contains(", possible, ")
        #expect(isRanked == (level != "notice"), "\(found)")
      }
      #expect(told.allSatisfy { $0.properties["file"] == "histories/\(name).yaml" && $0.properties["line"] != nil })
      #expect(answer.status == (levels.contains("error") ? .findings : .clean))
    }
  }

  @Test func `A faulty history is an error of its file`() throws {
    let history = try Harbour.history("dated", replacing: "event: plan_made", with: "event: plan_mad")
    let answer = Answer.replay([history], Harbour.request, options: Self.github)
    #expect(answer.status == .badInput && answer.messages == "")
    let told = try #require(Self.read(answer.output).first ?? nil)
    #expect(told.level == "error" && told.properties["file"] == "histories/dated.yaml")
  }
}
