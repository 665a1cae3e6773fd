import Diagnostics

extension CaseRecord {
  /// Records that something happened.
  ///
  /// The order of the calls means *not later than*, as the order of a history file does.
  @discardableResult
  public mutating func record(
    _ event: Procedure.Event, for children: Participants = .all, when: When, file: String = #fileID, line: Int = #line
  ) -> RecordedEvent {
    let place = Place(file: file, line: line, column: 1)
    return add(event, for: children, at: place) { $0.write("when", when.written, at: place) }
  }

  /// Records one event of which different things are stated of each child.
  ///
  /// **Unknown**: what is not stated of a child is unknown of that child. That the events of two children are not of one
  /// kind is told when the record is read.
  @discardableResult
  public mutating func record(
    byChild events: KeyValuePairs<RecordedChild, Procedure.Event>, when: When, file: String = #fileID, line: Int = #line
  ) -> RecordedEvent {
    let place = Place(file: file, line: line, column: 1)
    var entry = EventLine(place: place)
    if let first = events.first { entry.entries.write("event", first.value.name.written, at: place) }
    if Set(events.map(\.value.name)).count != 1 {
      misuses.append(
        Diagnostic(
          .historyWrongShape, "One entry tells of one event, and this is none or several.", at: place,
          mend: "Record each event by itself."))
    }
    entry.entries.write("when", when.written, at: place)
    entry.own = events.map { child, event in
      var own = WrittenEntries()
      own.write(event, at: place)
      return (child.name, own)
    }
    return add(entry)
  }

  /// Records that something was not done over a stretch of time.
  ///
  /// **Ends**: the first and the last of the dates belong to it. Without an end it lasts as long as the observation.
  @discardableResult
  public mutating func recordNotDone(
    _ event: Procedure.Event, for children: Participants = .all, from: some Moment, until: (any Moment)? = nil,
    file: String = #fileID, line: Int = #line
  ) -> RecordedEvent {
    let place = Place(file: file, line: line, column: 1)
    return add(event, for: children, at: place) { entries in
      entries.write("done", .word("no"), at: place)
      entries.write("from", .word(from.words), at: place)
      if let until { entries.write("until", .word(until.words), at: place) }
    }
  }

  private mutating func add(
    _ event: Procedure.Event, for children: Participants, at place: Place, time: (inout WrittenEntries) -> Void
  ) -> RecordedEvent {
    var line = EventLine(place: place)
    line.entries.write("event", event.name.written, at: place)
    line.entries.write(children, at: place)
    time(&line.entries)
    line.entries.write(event, at: place)
    return add(line)
  }

  private mutating func add(_ line: EventLine) -> RecordedEvent {
    let recorded = RecordedEvent(identifier: "e\(events.count + 1)")
    events.append(line)
    return recorded
  }
}

// MARK: - What is said of an event afterwards

extension CaseRecord {
  /// Tells where in its source the record took an event from.
  public mutating func cite(_ event: RecordedEvent, _ paragraph: String, file: String = #fileID, line: Int = #line) {
    write("cite", .text(paragraph), of: event, at: Place(file: file, line: line, column: 1))
  }

  /// Lets the place of an event in the record say nothing about its time.
  public mutating func free(_ event: RecordedEvent, file: String = #fileID, line: Int = #line) {
    write("order", .word("free"), of: event, at: Place(file: file, line: line, column: 1))
  }

  private mutating func write(_ key: String, _ value: WrittenValue, of event: RecordedEvent, at place: Place) {
    guard let number = Int(event.identifier.dropFirst()), events.indices.contains(number - 1) else {
      misuses.append(
        Diagnostic(
          .unknownEventReference, "The record has no event \"\(event.identifier)\".", at: place,
          mend: "Give the event that this record returned when it was added."))
      return
    }
    events[number - 1].entries.write(key, value, at: place)
  }
}

// MARK: - How far the record goes

extension CaseRecord {
  /// Tells that the record holds every occurrence of these events, from one moment until another or all along.
  ///
  /// **Unknown**: what is not recorded of other events is not known not to have been done.
  public mutating func isComplete(
    for names: [Procedure.Event.Name], from: (any Moment)? = nil, until: (any Moment)? = nil,
    of children: Participants = .all, file: String = #fileID, line: Int = #line
  ) {
    let place = Place(file: file, line: line, column: 1)
    var entries = WrittenEntries()
    entries.write("event", .list(names.map(\.rawValue)), at: place)
    entries.write(children, at: place)
    if let from { entries.write("from", .word(from.words), at: place) }
    if let until { entries.write("until", .word(until.words), at: place) }
    completeness.append(entries)
  }

  /// The last observed day; without it, the last event.
  public mutating func observed(until moment: some Moment, file: String = #fileID, line: Int = #line) {
    observedUntil = (moment.words, Place(file: file, line: line, column: 1))
  }
}

extension WrittenEntries {
  /// Everything that is stated of an event.
  fileprivate mutating func write(_ event: some TypedEvent, at place: Place) {
    for attribute in event.attributes {
      guard let value = attribute.value else { continue }
      write(attribute.name, value.written, at: place)
    }
  }

  fileprivate mutating func write(_ children: Participants, at place: Place) {
    guard let names = children.names else { return }
    write("for", names == ["world"] ? .word("world") : .list(names), at: place)
  }
}
