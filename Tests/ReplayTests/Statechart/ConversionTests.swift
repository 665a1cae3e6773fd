import Conditions
import Diagnostics
import Foundation
import Notation
import Procedures
import Replay
import Testing

/// The machines of the SCION suite written anew, as SCXML and in the workflow language.
@Suite struct `Machines of the suites written anew` {
  private static let paths = SuiteFolder.paths(in: "scion", ending: ".scxml").filter { SuiteFolder.excluded[$0] == nil }

  private func read(_ path: String) throws -> (workflow: Workflow, script: ScionScript) {
    let script = try JSONDecoder().decode(
      ScionScript.self, from: Data(SuiteFolder.text(String(path.dropLast(6)) + ".json").utf8))
    let workflow = SCXMLReader.read(SourceText(name: path, text: try SuiteFolder.text(path))).workflow
    return (try #require(workflow), script)
  }

  @Test(arguments: paths) func `A machine written as SCXML again is where its script says`(_ path: String) throws {
    let (workflow, script) = try read(path)
    let (text, losses) = SCXMLWriter.write(workflow)
    #expect(losses == [])
    let copy = try #require(SCXMLReader.read(SourceText(name: "copy.scxml", text: text)).workflow, "\(text)")
    #expect(script.disagreement(with: copy) == nil, "\(path)")
    #expect(SCXMLWriter.write(copy).text == text)
  }

  /// What the language cannot say is counted by its code.
  @Test func `A machine that the workflow language can say is where its script says`() throws {
    var said = 0
    var unsaid: [String: Int] = [:]
    for path in Self.paths {
      let (workflow, script) = try read(path)
      let (files, diagnostics) = WorkflowConverter.files(of: workflow)
      guard !files.isEmpty else {
        for code in Set(diagnostics.filter { $0.severity == .error }.map(\.code.label)) { unsaid[code, default: 0] += 1 }
        continue
      }
      said += 1
      let texts = files.map { SourceText(name: $0.name, text: $0.text) }
      let (procedure, faults) = ProcedureReader.read(texts)
      let converted = try #require(
        procedure, "\(path)\n\(DiagnosticRenderer(sources: texts).render(faults))\n\(files[0].text)")
      #expect(faults == [], "\(path)")
      expectSame(script, converted, as: workflow, path)
    }
    let others = unsaid.sorted { $0.key < $1.key }.map { "\($0.value) for \($0.key)" }.joined(separator: ", ")
    print("In the workflow language: \(said) of \(Self.paths.count) machines of SCION; the others not: \(others)")
    if SuiteFolder.isCheckedIn { #expect(said == 106) }
  }

  /// Holds a converted machine against the script of the one it was made from, by the numbers of their states.
  private func expectSame(_ script: ScionScript, _ procedure: Procedure, as original: Workflow, _ path: String) {
    let converted = procedure.workflows[0]
    #expect(converted.states.count == original.states.count, "\(path)")
    var run = VirtualRun(converted)
    var expected = VirtualRun(original)
    run.begin()
    expected.begin()
    for step in script.events {
      #expect(run.activeStates == expected.activeStates, "\(path) before \(step.event.name)")
      run.pass(Milliseconds(step.after ?? 0))
      expected.pass(Milliseconds(step.after ?? 0))
      expected.hear(step.event.name)
      if let event = event(step.event.name, in: procedure) { run.hear(event: event) } else { run.hear("") }
    }
    #expect(run.activeStates == expected.activeStates, "\(path)")
  }

  /// The event of the vocabulary that a name is, or of which it is a kind that no transition tells from it.
  private func event(_ name: String, in procedure: Procedure) -> EventIndex? {
    let words = name.split(separator: ".")
    for count in stride(from: words.count, to: 0, by: -1) {
      if let event = procedure.vocabulary.event(named: words.prefix(count).joined(separator: "_")) { return event }
    }
    return nil
  }
}
