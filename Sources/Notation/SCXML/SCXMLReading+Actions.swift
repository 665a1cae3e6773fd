import CivilTime
import Conditions
import Diagnostics
import Procedures

extension SCXMLReading {
  /// What the `<onentry>` or `<onexit>` elements of a state say: several are blocks of their own.
  mutating func actions(of handlers: [PlacedElement]) -> [Action] {
    guard handlers.count > 1 else { return handlers.first.map { actions(in: $0) } ?? [] }
    return handlers.map { .block(actions(in: $0)) }
  }

  /// The actions written in an element, in order.
  ///
  /// - Complexity: recursion as deep as the elements are nested, which the XML reader bounds.
  mutating func actions(in element: PlacedElement) -> [Action] {
    element.elements.compactMap { action($0) }
  }

  private mutating func action(_ element: PlacedElement) -> Action? {
    switch element.kind(beside: root) {
    case .raise: raise(element)
    case .send: send(element)
    case .cancel: element["sendid"].map { .cancel(identifier: $0.value) }
    case .log: log(element)
    case .if: choice(element)
    default: nil
    }
  }

  private mutating func raise(_ element: PlacedElement) -> Action? {
    if let signal = element.added("signal") { return declaredSignal(signal).map { .raise(signal: $0) } }
    return eventName(element).map { .raise(signal: signals.number(of: $0)) }
  }

  /// The one name that an action gives to an event.
  private mutating func eventName(_ element: PlacedElement) -> String? {
    guard let event = element["event"] else { return nil }
    if event.words.count == 1 { return event.words[0].text }
    tell(.badValue(event.value, attribute: "event", expected: "An event that is sent has one name."), at: event.valuePlace)
    return nil
  }

  /// A signal that the file declares.
  mutating func declaredSignal(_ attribute: PlacedElement.Attribute) -> Int? {
    if let signal = signals.known(attribute.value) { return signal }
    let mend = Suggestion.mend(for: attribute.value, among: signals.names)
    tell(.unknownSignal(attribute.value, mend: mend), at: attribute.valuePlace)
    return nil
  }

  // MARK: - Sending

  private mutating func send(_ element: PlacedElement) -> Action? {
    let delay = delay(element)
    if let after = element.added("after") { return sendLater(element, after) }
    guard let name = eventName(element), let delay else { return nil }
    if let type = element["type"], !SCXMLNames.processors.contains(type.value) {
      return failure("the type \"\(type.value)\"", SCXMLNames.executionError, at: type.valuePlace)
    }
    if let target = element["target"], let action = action(sendingTo: target, name, element) { return action }
    return .post(signal: signals.number(of: name), after: delay, identifier: element["id"]?.value)
  }

  /// What comes of a send that names a target: only the machine's own queues are within reach.
  private mutating func action(
    sendingTo target: PlacedElement.Attribute, _ name: String, _ element: PlacedElement
  ) -> Action? {
    if target.value == "#_internal" {
      if let delay = element["delay"] {
        let expected = "What goes to #_internal arrives at once: delete the delay."
        tell(.badValue(delay.value, attribute: "delay", expected: expected), at: delay.valuePlace)
      }
      return .raise(signal: signals.number(of: name))
    }
    guard target.value.hasPrefix("#_") else {
      return failure("\"\(target.value)\"", SCXMLNames.executionError, at: target.valuePlace)
    }
    // Another machine that is not there: the file is in order, and the event is lost on the way.
    tell(.sendFails("\"\(target.value)\"", error: SCXMLNames.communicationError), at: target.valuePlace)
    return .raise(signal: signals.number(of: SCXMLNames.communicationError))
  }

  private mutating func failure(_ what: String, _ error: String, at place: Place) -> Action {
    tell(.sendFails(what, error: error), at: place)
    return .fail(signal: signals.number(of: error))
  }

  private mutating func delay(_ element: PlacedElement) -> Milliseconds? {
    guard let delay = element["delay"] else { return .zero }
    if let milliseconds = DelayText.milliseconds(delay.value) { return milliseconds }
    tell(
      .badValue(delay.value, attribute: "delay", expected: "Write a number and s or ms, such as 1.5s."),
      at: delay.valuePlace)
    return nil
  }

  /// A signal sent after a period of the calendar, as Plumbline writes it.
  private mutating func sendLater(_ element: PlacedElement, _ after: PlacedElement.Attribute) -> Action? {
    guard let period = Period(text: after.value) else {
      let expected = "Write a whole number and hours, days, working days, weeks, months or years."
      tell(.badValue(after.value, attribute: after.writtenName, expected: expected), at: after.valuePlace)
      return nil
    }
    if let signal = element.added("signal") { return declaredSignal(signal).map { .send(signal: $0, after: period) } }
    return eventName(element).map { .send(signal: signals.number(of: $0), after: period) }
  }

  // MARK: - Saying and choosing

  private mutating func log(_ element: PlacedElement) -> Action {
    let label = element["label"]?.value ?? ""
    guard let expression = element["expr"] else { return .log(label: label, text: "") }
    if let literal = Self.literal(expression.value) { return .log(label: label, text: literal) }
    tell(.logKeptAsText, at: expression.valuePlace)
    return .log(label: label, text: expression.value)
  }

  /// What a text between quotation marks or a number says.
  private static func literal(_ expression: String) -> String? {
    let scalars = Array(expression.unicodeScalars)
    if Double(expression) != nil || expression == "true" || expression == "false" { return expression }
    guard scalars.count >= 2, let quote = scalars.first, quote == "'" || quote == "\"", scalars.last == quote else {
      return nil
    }
    let inside = scalars[1..<(scalars.count - 1)]
    guard !inside.contains(quote), !inside.contains("\\") else { return nil }
    return String(scalars: inside)
  }

  /// `<if>` with its `<elseif>` and `<else>`, which divide what stands in it.
  private mutating func choice(_ element: PlacedElement) -> Action? {
    var branches: [Action.Branch] = []
    var when = element["cond"].flatMap { condition($0) }
    var actions: [Action] = []
    var hasElse = false
    for child in element.elements {
      switch child.kind(beside: root) {
      case .elseIf, .else:
        branches.append(Action.Branch(when: when?.expression, actions: actions))
        if hasElse { tell(.elementElsewhere(child.name.local, within: "else"), at: child.place) }
        hasElse = child.kind(beside: root) == .else
        when = child["cond"].flatMap { condition($0) }
        actions = []
      default: if let action = action(child) { actions.append(action) }
      }
    }
    branches.append(Action.Branch(when: when?.expression, actions: actions))
    return .choose(branches)
  }
}
