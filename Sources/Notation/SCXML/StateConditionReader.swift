import Conditions
import Diagnostics

/// Reads a condition that asks for states alone: `In('id')`, `true`, `false`, joined by `!`, `&&`, `||` and brackets.
///
/// **Source:** W3C SCXML 1.0, B.1.1, "Boolean Expressions" of the null data model; the joining words are those of the
/// ECMAScript data model.
struct StateConditionReader {
  private static let deepestNesting = 100
  private static let mostParts = 1000

  private let attribute: PlacedElement.Attribute
  private let scalars: [Unicode.Scalar]
  private let states: [String: StateIndex]
  private let workflow: WorkflowIndex
  private var position = 0
  private var depth = 0
  private var parts = 0
  private(set) var diagnostics: [Diagnostic] = []

  init(_ attribute: PlacedElement.Attribute, states: [String: StateIndex], workflow: WorkflowIndex) {
    self.attribute = attribute
    scalars = Array(attribute.value.unicodeScalars)
    self.states = states
    self.workflow = workflow
  }

  /// The condition, or `nil` with one error where there is none.
  mutating func condition() -> Condition? {
    do throws(Fault) {
      let expression = try either()
      skipSpace()
      if position < scalars.count { throw unexpected() }
      var references = References()
      expression.collectStates(into: &references.states)
      return Condition(
        expression: expression, type: .truth, text: attribute.value, place: attribute.valuePlace, references: references)
    } catch {
      diagnostics.append(error.problem.diagnostic(at: error.place))
      return nil
    }
  }

  private struct Fault: Error {
    let problem: SCXMLProblem
    let place: Place
  }

  private mutating func either() throws(Fault) -> Expression {
    var result = try both()
    while accept("||") || accept(word: "or") { result = .or(result, try both()) }
    return result
  }

  private mutating func both() throws(Fault) -> Expression {
    var result = try single()
    while accept("&&") || accept(word: "and") { result = .and(result, try single()) }
    return result
  }

  private mutating func single() throws(Fault) -> Expression {
    (depth, parts) = (depth + 1, parts + 1)
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting, parts <= Self.mostParts else {
      throw fault(.conditionSyntax("The condition is too long or nested too deeply."), position)
    }
    if accept("!") || accept(word: "not") { return .not(try single()) }
    if accept("(") {
      let inner = try either()
      guard accept(")") else { throw unexpected() }
      return inner
    }
    if accept(word: "true") { return .constant(.truth(true)) }
    if accept(word: "false") { return .constant(.truth(false)) }
    guard accept(word: "In") else { throw unexpected() }
    guard accept("(") else { throw unexpected() }
    let state = try self.state()
    guard accept(")") else { throw unexpected() }
    return state
  }

  private mutating func state() throws(Fault) -> Expression {
    skipSpace()
    let start = position
    var name = String.UnicodeScalarView()
    if let quote = next, quote == "'" || quote == "\"" {
      position += 1
      while let scalar = next, scalar != quote { take(scalar, into: &name) }
      guard next == quote else { throw fault(.conditionSyntax("The text is not closed."), start) }
      position += 1
    } else {
      while let scalar = next, scalar != ")", !scalar.isXMLSpace { take(scalar, into: &name) }
    }
    guard !name.isEmpty else { throw unexpected() }
    if let state = states[String(name)] { return .state(StateReference(workflow: workflow, state: state)) }
    let place = attribute.place(at: start, length: position - start)
    diagnostics.append(SCXMLProblem.inUnknownState(String(name)).diagnostic(at: place))
    return .constant(.truth(false))
  }

  private mutating func take(_ scalar: Unicode.Scalar, into name: inout String.UnicodeScalarView) {
    name.append(scalar)
    position += 1
  }

  // MARK: - Words and signs

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func skipSpace() { while let scalar = next, scalar.isXMLSpace { position += 1 } }

  private mutating func accept(_ sign: String) -> Bool {
    skipSpace()
    let end = position + sign.unicodeScalars.count
    guard end <= scalars.count, Array(sign.unicodeScalars) == Array(scalars[position..<end]) else { return false }
    // `!=` is no negation.
    if sign == "!", end < scalars.count, scalars[end] == "=" { return false }
    position = end
    return true
  }

  private mutating func accept(word: String) -> Bool {
    skipSpace()
    guard self.word(at: position) == word else { return false }
    position += word.unicodeScalars.count
    return true
  }

  private func word(at position: Int) -> String {
    let word = scalars[position...].prefix { $0.continuesXMLName && $0 != ":" && $0 != "-" }
    return String(scalars: word)
  }

  private func unexpected() -> Fault {
    if position >= scalars.count { return fault(.conditionSyntax("The condition breaks off."), max(0, position - 1)) }
    let word = self.word(at: position)
    if word.isEmpty, ["(", ")", "'", "\""].contains(scalars[position]) {
      return fault(.conditionSyntax("This was not expected here."), position)
    }
    let written = word.isEmpty ? String(Character(scalars[position])) : word
    return fault(.conditionNotCovered(written), position, length: written.unicodeScalars.count)
  }

  private func fault(_ problem: SCXMLProblem, _ position: Int, length: Int = 1) -> Fault {
    Fault(problem: problem, place: attribute.place(at: position, length: length))
  }
}

extension Expression {
  /// The states that a condition on states alone asks for.
  fileprivate func collectStates(into states: inout Set<StateReference>) {
    switch self {
    case .state(let state): states.insert(state)
    case .not(let inner): inner.collectStates(into: &states)
    case .and(let a, let b), .or(let a, let b):
      a.collectStates(into: &states)
      b.collectStates(into: &states)
    default: break
    }
  }
}
