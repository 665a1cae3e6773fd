/// The keys of what an expectation states, as a file writes them, in the order in which they are told.
public enum TraitName: String, Sendable, CaseIterable {
  case child
  case member
  case openedBy = "opened by"
  case shownBy = "shown by"
  case passedOver = "passed over"
  case verdict
  case kind
  case certainty
  case opened
  case due
  case ended
  case closedBy = "closed by"
  case lateBy = "late by"
  case intervals
  case restsOn = "rests on"
}
