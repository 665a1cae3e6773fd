import Conditions
import Diagnostics
import Notation
import Procedures
import Replay

/// Reads a text as SCXML; what is accepted is run, written, and converted.
enum SCXMLTrial {
  private static let mostEvents = 6

  static func read(_ source: SourceText) throws(BrokenPromise) {
    let (workflow, diagnostics) = SCXMLReader.read(source)
    try Promises.answers(workflow != nil, diagnostics, "SCXMLReader")
    try Promises.lie(in: [source], diagnostics, "SCXMLReader")
    try Promises.repeats(diagnostics, SCXMLReader.read(source).diagnostics, "SCXMLReader")
    let inProcedure = SCXMLReader.read(source, in: SampleProcedure.procedure)
    try Promises.answers(inProcedure.workflow != nil, inProcedure.diagnostics, "SCXMLReader, with a procedure,")
    try Promises.lie(in: [source], inProcedure.diagnostics, "SCXMLReader, with a procedure,")
    guard let workflow else { return }
    let stays = stays(of: workflow)
    try promise(stays == self.stays(of: workflow), "A second run went another way.")
    try readBack(workflow, stays)
    try convert(workflow, readFrom: source)
  }

  /// The states it is in after every event it could hear; of a machine that was cut off, as far as that.
  private static func stays(of workflow: Workflow) -> [[StateIndex]] {
    var run = VirtualRun(workflow)
    run.begin()
    var stays = [run.activeStates]
    for name in names(heardBy: workflow) where !run.isCutOff {
      run.hear(name)
      stays.append(run.activeStates)
      run.pass(Milliseconds(1500))
      stays.append(run.activeStates)
    }
    run.runOut()
    return stays + [run.activeStates]
  }

  private static func names(heardBy workflow: Workflow) -> [String] {
    var names = ["unheard.of"]
    for transition in workflow.transitions where names.count < mostEvents {
      guard case .named(let descriptors) = transition.cue else { continue }
      names += descriptors.compactMap(\.prefix).filter { !names.contains($0) }.prefix(2)
    }
    return names
  }

  private static func readBack(_ workflow: Workflow, _ stays: [[StateIndex]]) throws(BrokenPromise) {
    let text = SCXMLWriter.write(workflow).text
    let (copy, faults) = SCXMLReader.read(SourceText(name: "written.scxml", text: text))
    guard let copy else { throw BrokenPromise("What was written is not read: \(faults.map(\.message))\n\(text)") }
    try promise(self.stays(of: copy) == stays, "The machine that was written goes another way.\n\(text)")
    try promise(SCXMLWriter.write(copy).text == text, "What was written is written otherwise when it is read.\n\(text)")
  }

  private static func convert(_ workflow: Workflow, readFrom source: SourceText) throws(BrokenPromise) {
    let (files, diagnostics) = WorkflowConverter.files(of: workflow, readFrom: source)
    try Promises.answers(!files.isEmpty, diagnostics, "WorkflowConverter")
    try Promises.lie(in: [source], diagnostics, "WorkflowConverter")
    guard files.count == 3 else { return }
    let texts = files.map { SourceText(name: $0.name, text: $0.text) }
    let (procedure, faults) = ProcedureReader.read(texts)
    let told = "\(faults.map(\.message))\n\(files.map(\.text).joined(separator: "\n"))"
    try promise(procedure != nil, "What was converted is not read: \(told)")
    try Promises.lie(in: texts, faults, "ProcedureReader, of what was converted,")
    try promise(procedure?.workflows[0].states.count == workflow.states.count, "A converted machine has other states.")
  }
}
