import Conditions
public import Diagnostics
public import Procedures

/// Reads the control part of SCXML into a workflow: states, transitions, `In()`, and the actions that need no data.
///
/// What needs a data model or a second machine is told, never passed over. Names mean what they mean in SCXML: every
/// transition hears by event descriptors, and document order decides.
///
/// **Source:** W3C State Chart XML (SCXML), Recommendation of 1 September 2015.
public enum SCXMLReader {
  /// The workflow that a file describes, or `nil` where there is an error; all faults in reading order.
  ///
  /// - Parameter procedure: the procedure whose workflow the file is, if it was written by Plumbline: its events and
  ///   conditions are then read in the procedure's words. Without it such a condition is never known to hold.
  ///
  /// Codes: PL1002, PL1003, PL2112, PL9001 to PL9208, and with a procedure those of a condition.
  public static func read(
    _ source: SourceText, in procedure: Procedure? = nil
  ) -> (workflow: Workflow?, diagnostics: [Diagnostic]) {
    let (root, faults) = XMLReader.read(source)
    guard let root else { return (nil, faults) }
    guard root.name.local == SCXMLElement.scxml.rawValue,
      root.name.namespace == nil || root.name.namespace == SCXMLNames.namespace
    else { return (nil, [SCXMLProblem.notTheRoot(root.writtenName).diagnostic(at: root.place)]) }
    var grammar = SCXMLGrammar(namespace: root.name.namespace)
    grammar.check(root, .scxml)
    var reading = SCXMLReading(root, source: source, procedure: procedure)
    let workflow = reading.workflow()
    let diagnostics = (grammar.diagnostics + reading.diagnostics).inReadingOrder()
    return (diagnostics.hasErrors ? nil : workflow, diagnostics)
  }
}

extension SCXMLReading {
  /// The data models that a file may ask for, as long as it uses no data.
  private static let dataModels = ["null", "ecmascript", ""]

  fileprivate mutating func workflow() -> Workflow {
    checkHead()
    let states = states()
    tellCircles(in: states)
    let start = startTargets()
    let transitions = transitions(of: states)
    let name = root["name"]?.value ?? source.nameOfFile
    return Workflow(
      name: name, title: root.added("title")?.value ?? name, states: states, topStates: tree.top,
      start: start.first.map { tree.branches[$0].ancestors.last ?? $0 } ?? 0, startTargets: start,
      transitions: transitions, signals: signals.names, place: root.place)
  }

  private mutating func checkHead() {
    if let version = root["version"], version.value != "1.0" {
      tell(.badValue(version.value, attribute: "version", expected: "Write 1.0."), at: version.valuePlace)
    }
    if let model = root["datamodel"], !Self.dataModels.contains(model.value) {
      tell(.dataModelNotCovered(model.value), at: model.valuePlace)
    }
    if let binding = root["binding"], !["early", "late"].contains(binding.value) {
      tell(.badValue(binding.value, attribute: "binding", expected: "Write early or late."), at: binding.valuePlace)
    }
  }
}

extension SourceText {
  /// The name of the file without folder and ending; `machine` where it has none.
  fileprivate var nameOfFile: String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let ending = [".scxml", ".xml"].first { last.hasSuffix($0) && last.count > $0.count } ?? ""
    return last == "-" ? "machine" : String(last.dropLast(ending.count))
  }
}
