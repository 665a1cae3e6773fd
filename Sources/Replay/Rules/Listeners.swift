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
  /// Which of them there are.
  var interests = Interests()
}

/// What those who listen to something do on hearing it.
struct Interests: OptionSet, BitwiseCopyable {
  let rawValue: UInt8

  static let checks = Interests(rawValue: 1)
  static let fulfils = Interests(rawValue: 2)
  static let excepts = Interests(rawValue: 4)
  static let opens = Interests(rawValue: 8)
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
    if !checks.isEmpty { listeners.interests.insert(.checks) }
    if !fulfils.isEmpty { listeners.interests.insert(.fulfils) }
    if !excepts.isEmpty { listeners.interests.insert(.excepts) }
    if !opens.isEmpty { listeners.interests.insert(.opens) }
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
