import Diagnostics
import Foundation
import Notation
import Procedures
import Replay
import Testing

/// The public suites of state machines, run as they are by the engine that replays cases.
@Suite struct `Public suites of state machines` {
  /// The machine of a file; `nil` in a folder of suites from elsewhere where the file needs more than the control part.
  private func workflow(_ path: String, _ text: String) -> Workflow? {
    let (workflow, diagnostics) = SCXMLReader.read(SourceText(name: path, text: text))
    let beyond = diagnostics.first { isBeyond($0, text) }
    if !SuiteFolder.isCheckedIn, let beyond {
      print("not run: \(path): \(beyond.code.label) \(beyond.message)")
      return nil
    }
    if workflow == nil { Issue.record("\(DiagnosticRenderer(sources: []).render(diagnostics))") }
    return workflow
  }

  /// Whether a file needs data, or words of the conformance namespace that need it.
  private func isBeyond(_ diagnostic: Diagnostic, _ text: String) -> Bool {
    (9201...9204).contains(diagnostic.code.rawValue)
      || (diagnostic.code == .scxmlExtensionLeftOut && text.contains(" conf:") || text.contains("<conf:"))
  }

  @Test(arguments: SuiteFolder.paths(in: "scion", ending: ".scxml").filter { SuiteFolder.excluded[$0] == nil })
  func `A machine of SCION is where its script says after every event`(_ path: String) throws {
    let script = String(path.dropLast(6)) + ".json"
    let expected = try JSONDecoder().decode(ScionScript.self, from: Data(SuiteFolder.text(script).utf8))
    guard let workflow = try workflow(path, SuiteFolder.text(path)) else { return }
    let wrong = expected.disagreement(with: workflow)
    #expect(wrong == nil, "\(path) \(wrong ?? "")")
  }

  @Test(arguments: SuiteFolder.paths(in: "w3c", ending: ".txml").filter { SuiteFolder.excluded[$0] == nil })
  func `A machine of the W3C ends in its state of that name`(_ path: String) throws {
    guard let workflow = try workflow(path, W3CWording.plain(SuiteFolder.text(path))) else { return }
    var run = VirtualRun(workflow)
    run.begin()
    run.runOut()
    #expect(run.atomicStates.map { workflow.states[$0].path } == ["pass"], "\(path)")
    #expect(!run.isCutOff)
  }

  @Test func `Every file is run, or stands in the list of what is not with its reason`() {
    let scion = SuiteFolder.paths(in: "scion", ending: ".scxml")
    let w3c = SuiteFolder.paths(in: "w3c", ending: ".txml")
    for (path, reason) in SuiteFolder.excluded.sorted(by: { $0.key < $1.key }) {
      print("not run: \(path): \(reason)")
      #expect(!reason.isEmpty)
      #expect((scion + w3c).contains(path), "\(path) is not there")
    }
    let counts = [scion, w3c].map { paths in (run: paths.count { SuiteFolder.excluded[$0] == nil }, all: paths.count) }
    print("run: SCION \(counts[0].run) of \(counts[0].all), W3C \(counts[1].run) of \(counts[1].all)")
    guard SuiteFolder.isCheckedIn else { return }
    #expect(counts[0] == (127, 127))
    #expect(counts[1] == (30, 32))
  }
}
