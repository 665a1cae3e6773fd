import CivilTime
import Conditions
import Histories
import Procedures

extension ReferenceRun {
  /// Whether a `done: no` entry speaks of what a condition asks for, and of nothing narrower.
  ///
  /// The condition must not be false of the entry, and must force every attribute that the entry states.
  func speaks(_ entry: Int, of condition: Condition?, _ context: ReferenceContext) -> Bool {
    if let condition, context.truth(of: condition) == .no { return false }
    let event = history.events[entry]
    let run = Int(event.firstAttribute)..<Int(event.firstAttribute) + Int(event.attributeCount)
    let own = history.attributes[run].filter { $0.children & (1 << UInt64(context.child)) != 0 && $0.value != .unknown }
    for stated in own {
      let declared = procedure.vocabulary.events[event.event].attributes.first { $0.index == stated.attribute }
      switch declared?.type {
      case nil, .text?: continue
      case .truth?:
        if !forces(condition, stated, [.truth(true), .truth(false)], context) { return false }
      case .choice(let choice)?:
        if !forces(condition, stated, choice.members.indices.map { .choice($0) }, context) { return false }
      default:
        var isNamed = false
        condition?.expression.visit { if $0 == .this(stated.attribute) { isNamed = true } }
        if !isNamed { return false }
      }
    }
    return true
  }

  /// Whether a condition cannot hold with any other of these values.
  private func forces(
    _ condition: Condition?, _ stated: AttributeEntry, _ values: [Value], _ context: ReferenceContext
  ) -> Bool {
    guard let condition else { return false }
    for value in values where value != stated.value {
      if context.supposing(stated.attribute, value).truth(of: condition) != .no { return false }
    }
    return true
  }

  /// Whether every dating puts a time on or after the day from which the child is judged.
  func isCertainlyKnown(_ child: Int, at time: ReferenceTime) -> Bool {
    let known = children[child].known
    if history.times.isExact || known == time { return true }
    guard case .point(let point) = known else { return true }
    return isCertainlyNotAfter(point, time)
  }
}
