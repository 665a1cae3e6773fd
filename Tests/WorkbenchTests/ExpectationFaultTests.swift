import Diagnostics
import Foundation
import Testing

@testable import Workbench

/// One file for each fault; its first line says `# expects CODE at LINE:COLUMN`.
@Suite struct `Faults of a file of expectations` {
  static let fixtures: [URL] = {
    let folder = Harbour.folder.appending(path: "expectations/faulty")
    let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
  }()

  @Test(arguments: fixtures) func `A fault is told by its code at its place, with what to do`(file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let expected = try #require(text.split(separator: "\n").first)
    let told = Trial.faults(of: text)
    let places = told.map { "# expects \($0.code.label) at \($0.place.line):\($0.place.column)" }
    #expect(places == [String(expected)], "\(file.lastPathComponent): \(told.map(\.message))")
    for problem in told { #expect(problem.mend != nil, "\(file.lastPathComponent)") }
  }

  @Test func `Every code of a file of expectations has a fixture`() throws {
    let told = Set(
      try Self.fixtures.compactMap { file in
        try String(contentsOf: file, encoding: .utf8).split(separator: " ").dropFirst(2).first.map(String.init)
      })
    let all = DiagnosticCode.allCases.filter { (7501...7512).contains($0.rawValue) }.map(\.label)
    #expect(all.filter { !told.contains($0) } == [])
  }

  @Test func `The messages read as their golden`() throws {
    let messages = try Self.fixtures.map { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      return Trial.test([Trial.file(text, name: "trials/\(file.lastPathComponent)")]).messages
    }
    try Golden.expect(messages.joined(separator: "\n"), is: "expectation-faults.txt")
  }

  @Test(arguments: [
    ("{rule: plan.first_grop, verdict: late}", "plan.first_group"), ("{rule: plann.*, verdict: late}", "plan.*"),
    ("{rule: plan.first_group, verdict: lat}", "late"), ("{rule: plan.first_group, verdict: late, child: anne}", "ann"),
    ("{rule: plan.first_group, verdict: late, opened by: e11}", "e1"),
    ("{rule: plan.attendance, verdict: held, member: health_visiter}", "health_visitor"),
    ("{rule: plan.first_group, verdict: late, certainty: certan}", "certain"),
    ("{rule: plan.first_group, verdict: late, opend by: e1}", "opened by"),
    ("{state: plan.on_plann}", "plan.on_plan"), ("{workflow: cort, kind: missed transition}", "court"),
    ("{workflow: court, kind: missed transition, passed over: [leter_sent]}", "letter_sent"),
    ("{workflow: court, kind: missed transitions}", "missed transition"),
  ])
  func `The nearest word is suggested`(_ expectation: String, _ nearest: String) {
    let answer = Trial.test([Trial.about("expect:\n  - \(expectation)")])
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("mend: Did you mean \"\(nearest)\"?"), "\(answer.messages)")
  }

  @Test func `A file with a fault does not hold up the others`() {
    let faulty = Trial.file("expectations: x\nhistory: ../histories/none.yaml\nnothing else: true\n", name: "trials/a.yaml")
    let good = Trial.about("kept", "nothing else: true")
    let answer = Trial.test([faulty, good])
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("error PL7501"))
    #expect(answer.output.contains("holds trials/case.yaml"))
  }

  @Test func `A faulty history is told once, whoever names it`() throws {
    let body = Trial.about("broken", "nothing else: true")
    let other = Trial.file(
      "expectations: y\nhistory: ../histories/broken.yaml\nnothing else: true\n", name: "trials/other.yaml")
    let broken = try Harbour.history("kept", replacing: "event: plan_made", with: "event: plan_mode")
    let answer = Answer.test([body, other], Harbour.request, fileAt: { InputFile(name: $0, content: broken.content) })
    #expect(answer.status == .badInput)
    #expect(answer.messages.contains("\n1 error, no warnings"), "\(answer.messages)")
  }

  @Test func `What is no file of expectations is told where it is pointed at, and passed by in a folder`() throws {
    let history = try Harbour.history("kept")
    #expect(Trial.test([history]).messages.contains("error PL6008"))
    let found = InputFile(name: history.name, content: history.content, origin: .foundInFolder)
    #expect(Trial.test([found]).messages.contains("error PL6007"))
    #expect(Trial.test([found, Trial.about("kept", "nothing else: true")]).status == .clean)
    #expect(
      Answer.replay([InputFile(name: "x.yaml", content: Trial.about("kept", "").content)], Harbour.request).messages
        .contains("`plumbline test` reads it"))
  }

  @Test func `A check reads files of expectations with their histories`() throws {
    let kept = try Harbour.history("kept")
    let files = Harbour.workflows + [kept]
    let good = Trial.about("kept", "expect:\n  - {rule: plan.first_group, verdict: met}")
    #expect(Answer.check(files + [good]).status == .clean, "\(Answer.check(files + [good]).messages)")
    let faulty = Trial.about("kept", "expect:\n  - {rule: plan.first_grop, verdict: met}")
    #expect(Answer.check(files + [faulty]).messages.contains("error PL7502"))
    let misspelt = Trial.about("elsewhere", "expct: []\nnothing else: true")
    #expect(Answer.check(files + [misspelt]).messages.contains("error PL2001"))
  }
}
