import CivilTime
import Conditions
import Diagnostics
import Histories
import Procedures
import Replay

/// A file of expectations as far as it has been read, and all faults found.
struct ExpectationReading {
  let judged: JudgedCase
  private(set) var diagnostics: [Diagnostic] = []

  init(_ judged: JudgedCase) { self.judged = judged }

  mutating func report(_ problem: ExpectationProblem, at place: Place) { diagnostics.append(problem.diagnostic(at: place)) }

  mutating func file(_ node: PlacedNode) -> ExpectationFile {
    let expected = (node["expect"]?.list ?? []).flatMap { expectations($0, of: .expected) }
    let forbidden = (node["never"]?.list ?? []).flatMap { prohibitions($0) }
    let closure = closure(node["nothing else"])
    let isEmpty = (node["expect"]?.list ?? []).isEmpty && (node["never"]?.list ?? []).isEmpty && closure == nil
    if isEmpty { report(.expectsNothing, at: node.place) }
    return ExpectationFile(
      title: node["expectations"]?.scalar ?? "", expected: expected, forbidden: forbidden, closure: closure)
  }

  /// Under which key an expectation stands.
  enum Stance {
    case expected
    case forbidden
  }

  private mutating func prohibitions(_ node: PlacedNode) -> [Prohibition] {
    guard node.scalar != nil else { return expectations(node, of: .forbidden).map { .such($0) } }
    return [scope(node).map { .finding(of: $0, place: node.place) }].compactMap(\.self)
  }

  private mutating func closure(_ node: PlacedNode?) -> ExpectationFile.Closure? {
    guard let node else { return nil }
    if let list = node.list { return ExpectationFile.Closure(scopes: list.compactMap { scope($0) }, place: node.place) }
    return node.scalar?.lowercased() == "true" ? ExpectationFile.Closure(scopes: nil, place: node.place) : nil
  }
}

// MARK: - One expectation

extension ExpectationReading {
  /// One for each child that is named, or one for any child.
  private mutating func expectations(_ node: PlacedNode, of stance: Stance) -> [Expectation] {
    guard let subject = subject(node, of: stance) else { return [] }
    let children = children(node["child"])
    let traits = traits(node, of: subject)
    let expectations = children.map { child in
      Expectation(
        subject: subject, traits: child.map { [.child($0)] + traits } ?? traits,
        times: node["times"]?.scalar.flatMap { Int($0) }, place: node.place)
    }
    if case .rule = subject, stance == .expected, node["verdict"] == nil, node["kind"] == nil {
      report(.saysNotHow, at: node.place)
    }
    return expectations
  }

  private mutating func subject(_ node: PlacedNode, of stance: Stance) -> ExpectedSubject? {
    if let rule = node["rule"] { return scope(rule).map { .rule($0) } }
    if let workflow = node["workflow"] { return self.workflow(workflow).map { .workflow($0) } }
    guard let named = node["state"], let state = state(named) else { return nil }
    return time(node["at"], of: stance).map { .state(state, at: $0) }
  }

  private mutating func children(_ node: PlacedNode?) -> [Int?] {
    guard let node else { return [nil] }
    let known = judged.history.children.map(\.name)
    return (node.list ?? [node]).compactMap { node in
      guard let name = node.scalar else { return nil }
      guard let child = known.firstIndex(of: name) else {
        report(.unknownChild(name, known: known), at: node.place)
        return nil
      }
      return child
    }
  }

  private mutating func time(_ node: PlacedNode?, of stance: Stance) -> ExpectedSubject.Time? {
    guard let node, let text = node.scalar else { return stance == .expected ? .end : .anyTime }
    if text == "end" { return .end }
    if let span = span(text), span.isExact { return .day(span.earliest) }
    report(.unclearTime(text), at: node.place)
    return nil
  }
}
