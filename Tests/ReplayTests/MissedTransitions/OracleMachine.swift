import CivilTime
import Conditions
import Procedures
import Replay

/// Where the oracle's machine is after some events, and what was told of them.
struct OracleMachine {
  private(set) var configuration: ReferenceConfiguration
  private(set) var episode = 1
  /// The event with which it last moved, by its number in the sequence.
  private(set) var lastEvent: Int?
  /// Whether its last step hung on something unrecorded.
  private(set) var isUncertain = false
  private(set) var record = ToldRecord()

  /// A machine begins where it comes to rest; what it passed through is no stay.
  init(beginning: ReferenceStep) {
    configuration = beginning.configuration
    record.taken = beginning.transitions.map { ToldRecord.Taken(transition: $0, event: nil, isPassedOver: false) }
    record.visits = configuration.active.sorted().map { state in
      ToldRecord.Visit(
        state: state, episode: episode, entered: Span(ToldSequences.day(of: 0)), enteringEvent: nil)
    }
  }

  /// Takes the event's own step.
  mutating func take(_ step: ReferenceStep, with event: Int, isCertain: Bool) {
    move(by: step, at: Span(ToldSequences.day(of: event)), event, isPassedOver: false)
    isUncertain = !isCertain
  }

  /// Takes steps that the record does not show, each at some time since the machine last moved.
  mutating func passOver(_ steps: [ReferenceStep], at event: Int) {
    let time = stretch(since: lastEvent ?? 0, to: event)
    for step in steps { move(by: step, at: time, event, isPassedOver: true) }
  }

  /// Leaves the end and enters the start of the next episode.
  ///
  /// - Parameter since: the first event of the stretch in which that happened; `nil` where the event at hand did it.
  mutating func beginAgain(_ start: ReferenceStep, at event: Int, since: Int?) {
    let time = since.map { stretch(since: $0, to: event) } ?? Span(ToldSequences.day(of: event))
    let left = configuration.active.sorted(by: >).map { ReferenceChange(workflow: 0, state: $0, isEntry: false) }
    visit(left, at: time, event: event)
    episode += 1
    configuration = start.configuration
    visit(start.changes, at: time, event: event)
    record.taken += start.transitions.map { ToldRecord.Taken(transition: $0, event: event, isPassedOver: false) }
  }

  /// Notes that the event has no place, or that the record does not say which.
  mutating func depart(_ kind: Departure.Kind, at event: Int) {
    record.deviations.append(
      ToldRecord.Deviation(
        kind: kind, episode: episode, event: event, since: lastEvent, jumped: [], shownNotDone: [],
        isCertain: !isUncertain, isMissingTold: kind == .undecided))
  }

  /// Notes that required transitions were passed over before the event.
  ///
  /// - Parameter isCertain: whether the event's own step, from which that is inferred, hung on nothing unrecorded.
  mutating func jump(_ jumped: [Int], at event: Int, shownNotDone: [Int], isCertain: Bool) {
    record.deviations.append(
      ToldRecord.Deviation(
        kind: .jumped, episode: episode, event: event, since: lastEvent, jumped: jumped, shownNotDone: shownNotDone,
        isCertain: isCertain && !isUncertain, isMissingTold: false))
  }

  private mutating func move(by step: ReferenceStep, at time: Span, _ event: Int, isPassedOver: Bool) {
    configuration = step.configuration
    record.taken += step.transitions.map {
      ToldRecord.Taken(transition: $0, event: event, isPassedOver: isPassedOver)
    }
    visit(step.changes, at: time, event: event)
    lastEvent = event
  }

  private mutating func visit(_ changes: [ReferenceChange], at time: Span, event: Int?) {
    for change in changes {
      if change.isEntry {
        record.visits.append(
          ToldRecord.Visit(state: change.state, episode: episode, entered: time, enteringEvent: event))
      } else if let index = record.visits.lastIndex(where: { $0.state == change.state && $0.left == nil }) {
        record.visits[index].left = time
        record.visits[index].leavingEvent = event
      }
    }
  }

  /// Some day from one event to another.
  private func stretch(since first: Int, to last: Int) -> Span {
    let (first, last) = (ToldSequences.day(of: first), ToldSequences.day(of: last))
    return Span(earliest: first, latest: last) ?? Span(last)
  }
}
