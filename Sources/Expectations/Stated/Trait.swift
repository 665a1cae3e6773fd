public import CivilTime
public import Conditions
public import Procedures
public import Replay

/// One thing that an expectation states, or that something found has.
public enum Trait: Sendable, Hashable {
  case child(Int)
  case member(String)
  /// By number; `nil` where no event did.
  case openedBy(Int?)
  case closedBy(Int?)
  case verdict(Verdict)
  case kind(FindingKind?)
  case certainty(Certainty)
  case opened(Span)
  case due(Span?)
  case ended(Span?)
  case lateBy(StatedLateness?)
  case intervals(Int?)
  /// Events, by number, in file order.
  case restsOn([Int])
  case shownBy(Int)
  /// For each step that was passed over, the events that would have taken it.
  case passedOver([[EventIndex]])

  /// The key under which a file states it.
  public var name: TraitName {
    switch self {
    case .child: .child
    case .member: .member
    case .openedBy: .openedBy
    case .closedBy: .closedBy
    case .verdict: .verdict
    case .kind: .kind
    case .certainty: .certainty
    case .opened: .opened
    case .due: .due
    case .ended: .ended
    case .lateBy: .lateBy
    case .intervals: .intervals
    case .restsOn: .restsOn
    case .shownBy: .shownBy
    case .passedOver: .passedOver
    }
  }

  /// Whether what is stated here is what was found.
  func isMet(by found: Trait) -> Bool {
    switch (self, found) {
    case (.restsOn(let stated), .restsOn(let events)): stated.allSatisfy(events.contains)
    case (.lateBy(let stated?), .lateBy(let lateness?)): stated.isMet(by: lateness)
    case (.passedOver(let stated), .passedOver(let steps)):
      stated.count == steps.count && zip(stated, steps).allSatisfy { stated, step in stated.allSatisfy(step.contains) }
    default: self == found
    }
  }
}
