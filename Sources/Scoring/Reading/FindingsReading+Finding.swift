import Conditions
import Diagnostics
import Histories
import Procedures
import Replay

extension FindingsReading {
  /// One finding, whose identifier must say the same as its other keys.
  mutating func finding(_ node: PlacedNode, profile: String?) -> ListedFinding? {
    guard let judged = review.judged(by: profile), let identifier = node["finding"]?.scalar,
      let kind = node["kind"]?.scalar.flatMap(FindingKind.init(rawValue:)),
      let certainty = node["certainty"]?.scalar.flatMap(Certainty.init(word:))
    else { return nil }
    let areNamesKnown = [
      checkChild(node["child"], judged), checkRule(node["rule"], node["member"], judged), checkEvent(node["event"], judged),
    ]
    if areNamesKnown.allSatisfy(\.self) { checkIdentifier(node) }
    return ListedFinding(identifier: identifier, kind: kind, certainty: certainty)
  }

  private mutating func checkChild(_ node: PlacedNode?, _ judged: JudgedCase) -> Bool {
    let known = judged.history.children.map(\.name)
    guard let node, let name = node.scalar, !known.contains(name) else { return true }
    report(.unknownChild(name, known: known), at: node.place)
    return false
  }

  private mutating func checkRule(_ node: PlacedNode?, _ member: PlacedNode?, _ judged: JudgedCase) -> Bool {
    guard let node, let name = node.scalar else { return true }
    guard let rule = judged.procedure.rules.first(where: { $0.fullName == name }) else {
      let breaches = judged.procedure.workflows.flatMap { workflow in
        [WorkflowBreach.missedTransition, WorkflowBreach.outOfOrder].map { "\(workflow.name).\($0)" }
      }
      guard !breaches.contains(name) else { return checkMember(member, known: []) }
      report(.unknownRule(name, known: judged.procedure.rules.map(\.fullName) + breaches), at: node.place)
      return false
    }
    return checkMember(member ?? node, isNamed: member != nil, known: rule.each?.choice.members ?? [])
  }

  private mutating func checkMember(_ node: PlacedNode?, isNamed: Bool = true, known: [String]) -> Bool {
    guard let node, isNamed || !known.isEmpty else { return true }
    if isNamed, let name = node.scalar, known.contains(name) { return true }
    report(isNamed ? .unknownMember(node.scalar ?? "", known: known) : .memberMissing(known: known), at: node.place)
    return false
  }

  private mutating func checkEvent(_ node: PlacedNode?, _ judged: JudgedCase) -> Bool {
    let known = judged.history.events.map(\.identifier) + ["start"]
    guard let node, let name = node.scalar, !known.contains(name) else { return true }
    report(.unknownEvent(name, known: known), at: node.place)
    return false
  }

  /// `case/child/workflow.rule[member]/event#n`.
  private mutating func checkIdentifier(_ node: PlacedNode) {
    guard let identifier = node["finding"], let written = identifier.scalar else { return }
    let member = node["member"]?.scalar.map { "[\($0)]" } ?? ""
    let (child, rule, event) = (node["child"]?.scalar ?? "", node["rule"]?.scalar ?? "", node["event"]?.scalar ?? "")
    let beginning = "\(review.own.history.name)/\(child)/\(rule)\(member)/\(event)#"
    let number = written.hasPrefix(beginning) ? Int(written.dropFirst(beginning.count)) : nil
    guard let number, number > 0 else {
      report(.identifierDiffers(shouldBegin: beginning), at: identifier.place)
      return
    }
  }
}

extension Certainty {
  /// The certainty as a table writes it.
  init?(word: String) {
    switch word {
    case "certain": self = .certain
    case "possible": self = .possible
    default: return nil
    }
  }
}
