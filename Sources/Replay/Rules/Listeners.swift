import Conditions

/// A rule that listens to an event or a state, and which leaf of its pattern it hears with.
struct Hook: BitwiseCopyable {
  let rule: Int32
  let leaf: Int32
  let condition: CompiledCondition?

  init(rule: RuleIndex, leaf: Int, condition: CompiledCondition?) {
    self.rule = Int32(rule)
    self.leaf = Int32(leaf)
    self.condition = condition
  }
}

/// Everything that listens to one event, state entered or state left: runs of hooks, those of one rule side by side.
struct Listeners: BitwiseCopyable {
  var checks = Places.none
  var extensions = Places.none
  var fulfils = Places.none
  var excepts = Places.none
  var opens = Places.none
  /// The rules that are opened by a date which the event carries.
  var dates = Places.none
  var isEmpty = true
}

/// A rule that is opened by a date which an event carries.
struct DateHook: BitwiseCopyable {
  let rule: RuleIndex
  let attribute: AttributeIndex
}

/// What listens to one event or state, while the tables are made.
struct GatheredListeners {
  var checks: [Hook] = []
  var extensions: [Hook] = []
  var fulfils: [Hook] = []
  var excepts: [Hook] = []
  var opens: [Hook] = []
  var dates: [DateHook] = []

  /// Puts the hooks into the tables' columns.
  func placed(in hooks: inout Column<Hook>, _ dateHooks: inout Column<DateHook>) -> Listeners {
    var listeners = Listeners()
    listeners.checks = hooks.place(checks)
    listeners.extensions = hooks.place(extensions)
    listeners.fulfils = hooks.place(fulfils)
    listeners.excepts = hooks.place(excepts)
    listeners.opens = hooks.place(opens)
    listeners.dates = dateHooks.place(dates)
    listeners.isEmpty =
      checks.isEmpty && extensions.isEmpty && fulfils.isEmpty && excepts.isEmpty && opens.isEmpty && dates.isEmpty
    return listeners
  }
}

extension Column {
  /// Adds values at the end, and tells where.
  mutating func place(_ values: [Element]) -> Places {
    let places = Places(first: count, count: values.count)
    for value in values { append(value) }
    return places
  }
}
