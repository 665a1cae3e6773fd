public import Conditions
public import Diagnostics

/// A state of a workflow.
public struct State: Sendable {
  public enum Kind: Sendable, Hashable {
    case atomic
    /// One of its children is active whenever it is; the start is one of them, or states further in.
    case compound(start: [StateIndex])
    /// All of its children are active whenever it is.
    case parallel
    /// A final state: its parent is complete when it is entered.
    case end
    /// Remembers which states below its parent were last active; the default is entered where there is no memory.
    case history(depth: HistoryDepth, otherwise: [StateIndex])
  }

  public enum HistoryDepth: Sendable, Hashable {
    case shallow
    case deep
  }

  public let name: String
  /// The names from the top down, joined by dots.
  public let path: String
  /// The name by which an SCXML file knows the state; `nil` for one that was not read from SCXML.
  public let identifier: String?
  public let title: String?
  public let kind: Kind
  /// The state around it; `nil` directly below the workflow.
  public let parent: StateIndex?
  public let children: [StateIndex]
  public let onEntry: [Action]
  public let onExit: [Action]
  /// What is done on the way to the start of a compound state, or where a history state has nothing to remember.
  public let onStart: [Action]
  public let place: Place

  public init(
    name: String, path: String, identifier: String? = nil, title: String?, kind: Kind, parent: StateIndex?,
    children: [StateIndex], onEntry: [Action] = [], onExit: [Action] = [], onStart: [Action] = [], place: Place
  ) {
    self.name = name
    self.path = path
    self.identifier = identifier
    self.title = title
    self.kind = kind
    self.parent = parent
    self.children = children
    self.onEntry = onEntry
    self.onExit = onExit
    self.onStart = onStart
    self.place = place
  }
}
