import Conditions
import Procedures

/// A workflow as text for Graphviz, which lays it out by itself: `dot -Tsvg`.
///
/// A state with others inside it is a cluster with a point inside for the lines that lead to or from it.
public struct DOTText: Sendable {
  private let drawn: DrawnWorkflow
  private var workflow: Workflow { drawn.workflow }

  public init(_ drawn: DrawnWorkflow) { self.drawn = drawn }

  public var text: String {
    var lines = [
      "digraph \(DOTText.quoted(workflow.name)) {",
      "  graph [compound=true, rankdir=TB, label=\(DOTText.quoted(drawn.heading)), labelloc=t, fontname=\"sans-serif\"];",
      "  node [shape=box, style=rounded, fontname=\"sans-serif\"];",
      "  edge [fontname=\"sans-serif\", fontsize=11];",
    ]
    for state in workflow.topStates { lines += declared(state, depth: 1) }
    lines += begun(workflow.startTargets, "start", depth: 1)
    for step in drawn.steps {
      let label = step.labels.enumerated().map { $0 == 0 ? $1 : "or \($1)" }
      for target in step.to { lines.append(line(from: step.from, to: target, label, isOptional: step.isOptional)) }
    }
    for (from, to) in drawn.fallbacks { lines.append(line(from: from, to: to, [DrawnWorkflow.fallback], isOptional: false)) }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  private func declared(_ state: StateIndex, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let entry = workflow.states[state]
    let label = DOTText.lines([drawn.boxes[state].title] + drawn.boxes[state].told)
    guard !entry.children.isEmpty else {
      return ["\(indent)s\(state) [label=\(label)\(entry.kind == .end ? ", peripheries=2" : "")];"]
    }
    let isRegion = entry.parent.map { workflow.states[$0].kind == .parallel } ?? false
    return [
      "\(indent)subgraph cluster_\(state) {", "\(indent)  label=\(label); labeljust=l; style=\(isRegion ? "dashed" : "rounded");",
    ]
      + ["\(indent)  s\(state) [shape=point, style=invis, label=\"\"];"]
      + entry.children.flatMap { declared($0, depth: depth + 1) }
      + begun(drawn.starts(of: state), "start\(state)", depth: depth + 1)
      + ["\(indent)}"]
  }

  /// The point at which something begins, with its lines.
  private func begun(_ states: [StateIndex], _ name: String, depth: Int) -> [String] {
    guard !states.isEmpty else { return [] }
    let indent = String(repeating: "  ", count: depth)
    return ["\(indent)\(name) [shape=point, width=0.12, label=\"\"];"]
      + states.map { "\(indent)\(name) -> s\($0)\(ends(from: nil, to: $0));" }
  }

  private func line(from: StateIndex, to: StateIndex, _ label: [String], isOptional: Bool) -> String {
    let style = isOptional ? ", style=dashed" : ""
    return "  s\(from) -> s\(to)\(ends(from: from, to: to, ["label=\(DOTText.lines(label))\(style)"]));"
  }

  /// Lines that lead to or from a cluster end at its edge, unless they lead out of it or into it from within.
  private func ends(from: StateIndex?, to: StateIndex, _ others: [String] = []) -> String {
    let nesting = StateNesting(of: workflow)
    func isCluster(_ state: StateIndex) -> Bool { !workflow.states[state].children.isEmpty }
    let isWithin = from.map { $0 == to || nesting.isInside($0, to) || nesting.isInside(to, $0) } ?? false
    let tail = from.flatMap { isCluster($0) && !isWithin ? "ltail=cluster_\($0)" : nil }
    let head = isCluster(to) && !isWithin ? "lhead=cluster_\(to)" : nil
    let all = others + [tail, head].compactMap(\.self)
    return all.isEmpty ? "" : " [\(all.joined(separator: ", "))]"
  }

  /// Lines below one another, each from the left.
  private static func lines(_ texts: [String]) -> String {
    "\"" + texts.map { escaped($0) + "\\l" }.joined() + "\""
  }

  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "\\", "\"": escaped += "\\\(character)"
      case _ where character.isNewline: escaped += " "
      default: escaped.append(character)
      }
    }
  }

  private static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }
}
