import Conditions
import Diagnostics
import Procedures

/// Writes the states of one workflow: a state with states inside it is a case that carries the active one of them.
struct StateWriting {
  /// What a state carries.
  private enum Content {
    /// Nothing: it has no states inside it, or none of which it matters which is active.
    case nothing
    /// One of the states inside it.
    case oneOf([StateIndex])
    /// One state of each region.
    case all([StateIndex])
  }

  private let workflow: Workflow

  init(_ workflow: Workflow) { self.workflow = workflow }

  /// The names of the states inside each state.
  var books: [NameBook] {
    ([workflow.topStates] + workflow.states.map(\.children)).map { siblings in
      var book = NameBook(of: "state")
      for state in siblings.map({ workflow.states[$0] }) where !state.isHistory {
        book.take(SwiftName.enumCase(state.name), for: state.path, at: state.place)
      }
      return book
    }
  }

  func write(in procedure: String, into code: inout SwiftText) {
    code.block("public enum \(SwiftName.upper(workflow.name)): CaseRecords.WorkflowStates") { code in
      code.line("public typealias Procedure = \(procedure)")
      code.line("public static let workflow = \"\(workflow.name)\"")
      code.gap()
      writeBody(of: workflow.topStates, into: &code)
    }
  }

  private func content(of index: StateIndex) -> Content {
    let state = workflow.states[index]
    let children = state.children.filter { !workflow.states[$0].isHistory }
    switch state.kind {
    case .compound: return .oneOf(children)
    case .parallel:
      let regions = children.filter { if case .nothing = content(of: $0) { false } else { true } }
      return regions.isEmpty ? .nothing : .all(regions)
    case .atomic, .end, .history: return .nothing
    }
  }

  private func type(_ index: StateIndex) -> String { SwiftName.upper(workflow.states[index].name) }

  private func name(_ index: StateIndex) -> String { SwiftName.enumCase(workflow.states[index].name) }

  /// The type of what a state carries, where it carries anything.
  private func writeType(of index: StateIndex, into code: inout SwiftText) {
    switch content(of: index) {
    case .nothing: return
    case .oneOf(let inner):
      code.gap()
      code.says("The states inside \(words(index)).")
      code.block("public enum \(type(index)): Swift.Hashable, Swift.Sendable") { writeBody(of: inner, into: &$0) }
    case .all(let regions):
      code.gap()
      code.says("The state of each region of \(words(index)).")
      code.block("public struct \(type(index)): Swift.Hashable, Swift.Sendable") { writeRegions(regions, into: &$0) }
    }
  }

  private func words(_ index: StateIndex) -> String {
    let state = workflow.states[index]
    return "\"\(state.title ?? state.name.split(separator: "_").joined(separator: " "))\""
  }
}

// MARK: - One of several states

extension StateWriting {
  private func writeBody(of siblings: [StateIndex], into code: inout SwiftText) {
    let states = siblings.filter { !workflow.states[$0].isHistory }
    for index in states {
      if let title = workflow.states[index].title { code.says("\(title).") }
      if case .nothing = content(of: index) {
        code.line("case \(name(index))")
      } else {
        code.line("case \(name(index))(\(type(index)))")
      }
    }
    code.gap()
    writeReading(of: states, into: &code)
    code.gap()
    writePaths(of: states, into: &code)
    for index in states { writeType(of: index, into: &code) }
  }

  private func writeReading(of states: [StateIndex], into code: inout SwiftText) {
    code.block("public init?(_ active: CaseRecords.ActiveStates)") { code in
      for index in states {
        if case .nothing = content(of: index) {
          code.block("if active.contains(\"\(workflow.states[index].path)\")") { code in
            code.line("self = .\(name(index))")
            code.line("return")
          }
        } else {
          code.block("if let inner = \(type(index))(active)") { code in
            code.line("self = .\(name(index))(inner)")
            code.line("return")
          }
        }
      }
      code.line("return nil")
    }
  }

  private func writePaths(of states: [StateIndex], into code: inout SwiftText) {
    code.block("public var paths: [Swift.String]") { code in
      code.line("switch self {")
      for index in states {
        if case .nothing = content(of: index) {
          code.line("case .\(name(index)): [\"\(workflow.states[index].path)\"]")
        } else {
          code.line("case .\(name(index))(let inner): inner.paths")
        }
      }
      code.line("}")
    }
  }
}

// MARK: - All of several regions

extension StateWriting {
  private func writeRegions(_ regions: [StateIndex], into code: inout SwiftText) {
    for index in regions { code.line("public var \(name(index)): \(type(index))") }
    code.gap()
    let parameters = regions.map { "\(name($0)): \(type($0))" }.joined(separator: ", ")
    code.block("public init(\(parameters))") { code in
      for index in regions { code.line("self.\(name(index)) = \(name(index))") }
    }
    code.gap()
    code.block("public init?(_ active: CaseRecords.ActiveStates)") { code in
      for (number, index) in regions.enumerated() {
        code.line("guard let region\(number + 1) = \(type(index))(active) else { return nil }")
      }
      let values = regions.enumerated().map { "\(name($1)): region\($0 + 1)" }.joined(separator: ", ")
      code.line("self.init(\(values))")
    }
    code.gap()
    let paths = regions.map { "\(name($0)).paths" }.joined(separator: " + ")
    code.line("public var paths: [Swift.String] { \(paths) }")
    for index in regions { writeType(of: index, into: &code) }
  }
}
