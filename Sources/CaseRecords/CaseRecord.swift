import Diagnostics

/// A case as a program records it: children, and typed events of a procedure with when they happened.
///
/// It means what the same case means as a history file, and is read by the same reader. What the types cannot hold
/// against it, a date that does not exist or times that contradict one another, is told at the line of the program.
public struct CaseRecord<Procedure: TypedProcedure>: Sendable {
  let name: String
  let title: String
  var children: [ChildLine] = []
  var events: [EventLine] = []
  var completeness: [WrittenEntries] = []
  var observedUntil: (moment: String, place: Place)?
  /// What the program did with the record that makes no sense whatever the procedure says.
  var misuses: [Diagnostic] = []

  public init(_ name: String, title: String? = nil) {
    self.name = name
    self.title = title ?? name
  }
}

/// What is recorded of one child.
struct ChildLine: Sendable {
  let name: String
  let place: Place
  /// `known`, `born` and `until`.
  var moments = WrittenEntries()
  /// The states the child was in when the record opens.
  var startsIn = WrittenEntries()
}

/// One entry of the record.
struct EventLine: Sendable {
  let place: Place
  var entries = WrittenEntries()
  /// What the entry says of some children only.
  var own: [(child: String, entries: WrittenEntries)] = []
}
