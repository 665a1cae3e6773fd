import Conditions
import Procedures

/// A workflow as Mermaid text (`stateDiagram-v2`), which many wikis draw by themselves.
///
/// A note beside a state tells its timescales; those of a state with others inside it stand beside the first of these, for
/// Mermaid has no notes on such a state. What is dashed in a picture is told as "(may come)".
public struct MermaidText: Sendable {
  private let drawn: DrawnWorkflow
  private var workflow: Workflow { drawn.workflow }

  public init(_ drawn: DrawnWorkflow) { self.drawn = drawn }

  public var text: String {
    var lines = ["---", "title: \(MermaidText.quoted(drawn.heading))", "---", "stateDiagram-v2", "  direction TB"]
    for state in workflow.topStates { lines += declared(state, depth: 1) }
    lines += workflow.startTargets.map { "  [*] --> \(id($0))" }
    for step in drawn.steps {
      let label = (step.isOptional ? "(may come) " : "") + step.labels.joinedInWords("or")
      lines += step.to.map { "  \(id(step.from)) --> \(id($0)) : \(MermaidText.escaped(label))" }
    }
    lines += drawn.fallbacks.map { "  \(id($0.from)) --> \(id($0.to)) : \(DrawnWorkflow.fallback)" }
    lines += workflow.states.indices.filter { workflow.states[$0].kind == .end }.map { "  \(id($0)) --> [*]" }
    for state in workflow.states.indices { lines += note(on: state) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func id(_ state: StateIndex) -> String { "s\(state)" }

  private func declared(_ state: StateIndex, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let title = "\(indent)state \"\(MermaidText.escaped(drawn.boxes[state].title))\" as \(id(state))"
    let inside = workflow.states[state].children
    guard !inside.isEmpty else { return [title] }
    let divider = workflow.states[state].kind == .parallel ? ["\(indent)  --"] : []
    let parts = inside.enumerated().flatMap { ($0 == 0 ? [] : divider) + declared($1, depth: depth + 1) }
    return ["\(title) {"] + parts + drawn.starts(of: state).map { "\(indent)  [*] --> \(id($0))" } + ["\(indent)}"]
  }

  private func note(on state: StateIndex) -> [String] {
    let box = drawn.boxes[state]
    guard !box.told.isEmpty else { return [] }
    let place = innermost(of: state)
    let head = place == state ? [] : ["All of \(box.title):"]
    return ["  note right of \(id(place))"] + (head + box.told).map { "    \(MermaidText.escaped($0))" } + ["  end note"]
  }

  private func innermost(of state: StateIndex) -> StateIndex {
    workflow.states[state].children.first.map(innermost) ?? state
  }

  /// A text in which nothing means anything to Mermaid.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "#", ";", ":", "\"", "<", ">", "{", "}", "[", "]", "\\", "`", "%":
        escaped += "#\(character.unicodeScalars.first?.value ?? 32);"
      case _ where character.isNewline: escaped += " "
      default: escaped.append(character)
      }
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
