import Diagnostics

extension Checker {
  /// A name, or a path of names, or a member of a computed value.
  mutating func named(_ syntax: Syntax, expecting expected: ConditionType?) -> Typed? {
    if let path = syntax.path { return resolve(path, syntax, expecting: expected) }
    var members: [Syntax.Name] = []
    var base = syntax
    while case .member(let inner, let member) = base.form {
      members.insert(member, at: 0)
      base = inner
    }
    guard let typed = infer(base) else { return nil }
    return follow(typed, members[...], owner: base)
  }

  private mutating func resolve(_ path: [Syntax.Name], _ syntax: Syntax, expecting: ConditionType?) -> Typed? {
    switch nearby(path) {
    case .found(let typed): return typed
    case .refused: return nil
    case .elsewhere: break
    }
    switch path[0].text {
    case "this": return ofEvent("this", scope.this, path, through: .this)
    case "trigger": return ofEvent("trigger", scope.trigger, path, through: .trigger)
    case "child": return ownChild(path)
    case "today": return follow(Typed(expression: .today, type: .date), path[1...], owner: nil)
    case "unborn": return follow(Typed(expression: .fact(.unborn), type: .truth), path[1...], owner: nil)
    case "siblings": return follow(Typed(expression: .siblings, type: .children), path[1...], owner: syntax)
    default: return declared(path, syntax, expecting: expecting)
    }
  }

  // MARK: Names that the expression and its place bring

  /// What became of looking for a name in one place.
  private enum Lookup {
    case found(Typed)
    case refused
    case elsewhere

    init(_ typed: Typed?) { self = typed.map { .found($0) } ?? .refused }
  }

  /// A name of a filter, a quantifier, a pattern's event or `each`, the innermost first.
  private mutating func nearby(_ path: [Syntax.Name]) -> Lookup {
    for (distance, item) in items.reversed().enumerated() {
      let lookup = item.variable == nil ? ofFilter(item, distance, path) : ofVariable(item, distance, path)
      if case .elsewhere = lookup { continue }
      return lookup
    }
    if let event = patternEvent, path[0].text == "happened" || isAttribute(path[0].text, of: [event]) {
      let typed = member(path[0], of: [event], through: .this)
      return Lookup(typed.flatMap { follow($0, path[1...], owner: nil) })
    }
    if let each = scope.each, path[0].text == "each" || path[0].text == each.name {
      return Lookup(follow(Typed(expression: .each, type: each.type), path[1...], owner: nil))
    }
    return .elsewhere
  }

  private mutating func ofVariable(_ item: Item, _ distance: Int, _ path: [Syntax.Name]) -> Lookup {
    guard item.variable == path[0].text else { return .elsewhere }
    return Lookup(follow(Typed(expression: .item(scope: distance), type: item.type), path[1...], owner: nil))
  }

  private mutating func ofFilter(_ item: Item, _ distance: Int, _ path: [Syntax.Name]) -> Lookup {
    let name = path[0]
    let whole = Typed(expression: .item(scope: distance), type: item.type)
    if case .context(let fields) = item.type, fields.contains(where: { $0.name == name.text }) {
      return Lookup(follow(whole, path[...], owner: nil))
    }
    if item.isContextSoFar { return .elsewhere }
    if name.text == "item" { return Lookup(follow(whole, path[1...], owner: nil)) }
    switch item.type {
    case .occurrence(let events) where name.text == "happened" || isAttribute(name.text, of: events):
      return Lookup(follow(whole, path[...], owner: nil))
    case .child where childFact(name.text) != nil || isWorkflow(path):
      return Lookup(follow(whole, path[...], owner: nil))
    default: return .elsewhere
    }
  }

  private func isWorkflow(_ path: [Syntax.Name]) -> Bool {
    path.count > 1 && scope.workflows.contains { $0.name == path[0].text }
  }

  /// `this.attribute`, `trigger.happened`.
  private mutating func ofEvent(
    _ word: String, _ events: [EventIndex]?, _ path: [Syntax.Name], through reader: EventReader
  ) -> Typed? {
    guard let events else {
      let why = word == "this" ? "there is no event at hand" : "no event has opened a clock"
      report(.notAvailableHere(word, why: why), at: path[0])
      return nil
    }
    guard path.count > 1 else {
      report(.incompleteName(word, mend: "Write \(word).ATTRIBUTE or \(word).happened."), at: path[0])
      return nil
    }
    return member(path[1], of: events, through: reader).flatMap { follow($0, path[2...], owner: nil) }
  }

  // MARK: Members

  /// The members behind a value, one after the other.
  mutating func follow(_ base: Typed, _ members: ArraySlice<Syntax.Name>, owner: Syntax?) -> Typed? {
    guard let name = members.first else { return base }
    switch base.type {
    case .occurrence(let events):
      return member(name, of: events, through: EventReader(of: base.expression))
        .flatMap { follow($0, members.dropFirst(), owner: nil) }
    case .child: return ofChild(base.expression, members)
    case .occurrences:
      let list = listName(owner, without: name.text)
      report(
        .unknownMember(
          name.text, of: "a list of occurrences",
          mend: "Write latest(\(list)).\(name.text) for the last of them, or \(list)[...] for those that you mean."),
        at: name)
    default:
      guard let part = part(name, of: base) else {
        report(.unknownMember(name.text, of: base.type.inWords, mend: mendOfPart(name, of: base.type)), at: name)
        return nil
      }
      return follow(part, members.dropFirst(), owner: nil)
    }
    return nil
  }

  /// A property of a value, a named value of a context, or those of a list of contexts.
  private func part(_ name: Syntax.Name, of base: Typed) -> Typed? {
    switch base.type {
    case .context(let fields):
      return fields.first { $0.name == name.text }.map {
        Typed(expression: .entry(name.text, of: base.expression), type: $0.type)
      }
    case .list(.context(let fields)):
      return fields.first { $0.name == name.text }.map {
        Typed(expression: .map(base.expression, gives: .entry(name.text, of: .item(scope: 0))), type: .list($0.type))
      }
    default:
      return base.type.properties.first { $0.property.rawValue == name.text }.map {
        Typed(expression: .property($0.property, of: base.expression), type: $0.type)
      }
    }
  }

  private func mendOfPart(_ name: Syntax.Name, of type: ConditionType) -> String? {
    switch type {
    case .context(let fields), .list(.context(let fields)): Suggestion.mend(for: name.text, among: fields.map(\.name))
    default: Suggestion.mend(for: name.text, among: type.properties.map(\.property.rawValue))
    }
  }

  private func listName(_ owner: Syntax?, without member: String) -> String {
    let written = owner.map(written) ?? "..."
    return written.hasSuffix("." + member) ? String(written.dropLast(member.count + 1)) : written
  }

  /// The date of an event, or an attribute that all of these events carry with one type.
  mutating func member(_ name: Syntax.Name, of events: [EventIndex], through reader: EventReader) -> Typed? {
    if name.text == "happened" { return Typed(expression: reader.happened, type: .date) }
    var found: ConditionScope.Attribute?
    for event in events {
      guard let attribute = scope.events[event].attributes.first(where: { $0.name == name.text }) else {
        reportMissing(name, in: events)
        return nil
      }
      if let found, found.type != attribute.type {
        report(.unequalMember(name.text, of: names(events)), at: name)
        return nil
      }
      found = attribute
      references.attributes.insert(References.EventAttribute(event: event, attribute: attribute.index))
    }
    guard let found else {
      reportMissing(name, in: events)
      return nil
    }
    return Typed(expression: reader.attribute(found.index), type: found.type)
  }

  private mutating func reportMissing(_ name: Syntax.Name, in events: [EventIndex]) {
    if isAttribute(name.text, of: events) {
      report(.unequalMember(name.text, of: names(events)), at: name)
      return
    }
    let known = events.flatMap { scope.events[$0].attributes.map(\.name) } + ["happened"]
    let owner = events.isEmpty ? "what opened the clock, which is no event" : names(events)
    report(.unknownMember(name.text, of: owner, mend: Suggestion.mend(for: name.text, among: known)), at: name)
  }

  /// Whether at least one of the events has an attribute of that name.
  func isAttribute(_ name: String, of events: [EventIndex]) -> Bool {
    events.contains { scope.events[$0].attributes.contains { $0.name == name } }
  }

  func names(_ events: [EventIndex]) -> String {
    events.map { "\"\(scope.events[$0].name)\"" }.joined(separator: ", ")
  }
}

/// How the attributes and the date of one event are read.
struct EventReader {
  let attribute: (AttributeIndex) -> Expression
  let happened: Expression

  static var this: EventReader { EventReader(attribute: Expression.this, happened: .thisHappened) }
  static var trigger: EventReader { EventReader(attribute: Expression.trigger, happened: .triggerHappened) }

  init(attribute: @escaping (AttributeIndex) -> Expression, happened: Expression) {
    self.attribute = attribute
    self.happened = happened
  }

  /// Of an occurrence; that of an item needs no detour over the item.
  init(of occurrence: Expression) {
    if case .item(let scope) = occurrence {
      self.init(attribute: { .itemAttribute($0, scope: scope) }, happened: .itemHappened(scope: scope))
    } else {
      self.init(attribute: { .attribute($0, of: occurrence) }, happened: .happened(of: occurrence))
    }
  }
}
