/// What the checks at one event come to as far as the event alone decides it, which is the same for all its children.
struct SettledChecks: ~Copyable {
  /// -1 for none.
  var event = -1
  /// The one child for whom it is known; -1 where it is for all of the event.
  var child = -1
  /// The judgements that are only counted, as places in `RuleTallies`.
  var passed = Column<Int32>()
  /// How many of those are not recorded.
  var passedNotRecorded = 0
  /// Among `ReplayTables.eventChecks`: those that each child's own record decides.
  var open = Column<Int>()

  mutating func begin(_ event: Int, for child: Int) {
    self.event = event
    self.child = child
    passed.removeAll()
    passedNotRecorded = 0
    open.removeAll()
  }
}
