import CivilTime
import Conditions
import Histories
import Procedures
import Replay

extension ChangeCandidates {
  /// An event that came without the steps before it, or where no steps lead to it.
  mutating func propose(for departure: Departure) {
    switch departure.kind {
    case .jumped: proposeSteps(departure)
    case .outOfOrder: proposeOrder(departure)
    case .undecided: break
    }
  }

  // MARK: - Steps passed over

  private mutating func proposeSteps(_ departure: Departure) {
    let transitions = kit.procedure.workflows[departure.workflow].transitions
    let options = departure.jumped.map { self.options(of: transitions[$0], before: departure) }
    if options.count == 1 {
      for option in options[0] { propose([option.edit], days: option.days) }
    }
    // Several steps: each made up for in the first way there is, then each added.
    for choice in [{ (options: [Option]) in options.first }, { $0.first { $0.edit.isAddition } }, { $0.last }] {
      let chosen = options.compactMap(choice)
      guard chosen.count == options.count, chosen.count > 1 else { continue }
      var additions = 0
      let edits = chosen.map { option -> HistoryEdit in
        defer { if option.edit.isAddition { additions += 1 } }
        return option.edit.shifted(by: additions, from: departure.event)
      }
      propose(edits, days: chosen.reduce(0) { $0 + $1.days })
    }
    // The event that came too soon comes after what came later.
    for step in departure.jumped {
      guard case .events(let cues) = transitions[step].cue else { continue }
      for later in entries(of: cues) where day(of: later) >= day(of: departure.event) {
        proposeMove(of: departure.event, to: .day(span(of: later).latest.adding(days: 1)))
      }
    }
  }

  /// One way to make up for a step.
  private struct Option {
    let edit: HistoryEdit
    var days = 0
  }

  private func options(of step: Transition, before departure: Departure) -> [Option] {
    guard case .events(let cues) = step.cue else { return [] }
    let revealing = departure.event
    let time: EditedTime = span(of: revealing).isExact ? .day(day(of: revealing)) : .after(event: revealing, days: 0)
    let plans = moves(on: day(of: revealing), before: revealing).plainAndFull({ $0.taking(step) }, most: 3)
      .filter { cues.contains($0.event) }
    var options: [Option] = []
    // 1. What is recorded as not done was done.
    for entry in entries(of: cues, done: false)
    where history.times.spans[history.events[entry].time].earliest <= span(of: revealing).latest {
      let attributes = plans.first { $0.event == history.events[entry].event }?.attributes ?? [:]
      options.append(Option(edit: .confirm(event: entry, on: dayBefore(departure), attributes: attributes)))
    }
    // 2. What came later came before.
    for later in entries(of: cues) where day(of: later) > day(of: revealing) {
      let target = dayBefore(departure)
      options.append(
        Option(
          edit: .move(event: later, to: target), days: history.distance(from: later, to: target, in: unit).farthest))
      break
    }
    // 3. The step comes besides; the day counts as far off as that of what came later.
    let days = options.last?.days ?? 0
    return options + plans.map { Option(edit: .add(added($0, at: time), before: revealing), days: days) }
  }

  /// The day before an event, or its own where the step before it came so late.
  private func dayBefore(_ departure: Departure) -> EditedTime {
    guard span(of: departure.event).isExact else { return .after(event: departure.event, days: -1) }
    let day = span(of: departure.event).earliest.adding(days: -1)
    guard let since = departure.since else { return .day(day) }
    return .day(max(day, min(span(of: since).latest, day.adding(days: 1))))
  }

  // MARK: - Out of order

  private mutating func proposeOrder(_ departure: Departure) {
    let event = departure.event
    let kind = history.events[event].event
    let heard = kit.procedure.workflows[departure.workflow].transitions.filter { transition in
      if case .events(let cues) = transition.cue { cues.contains(kind) } else { false }
    }
    for from in heard.map({ StateReference(workflow: departure.workflow, state: $0.from) }) {
      // 1. It comes while the child is where it can be followed.
      for stay in judged.replay.stays where stay.child == finding.child && stay.state == from {
        if stay.entered.earliest > day(of: event) {
          for further in [0, 1] { proposeMove(of: event, to: .day(stay.entered.latest.adding(days: further))) }
        } else if let left = stay.left {
          for further in [-1, 0] { proposeMove(of: event, to: .day(left.earliest.adding(days: further))) }
        }
      }
      // 2. A step that leads there comes before it.
      for planned in moves(on: day(of: event), before: event).toward(from).prefix(3) {
        proposeAddition(of: planned, at: .after(event: event, days: 0), before: event)
        for later in entries(of: [planned.event]) where day(of: later) >= day(of: event) {
          proposeMove(of: later, to: .day(span(of: event).earliest.adding(days: -1)))
        }
      }
    }
  }
}

extension HistoryEdit {
  fileprivate var isAddition: Bool { if case .add = self { true } else { false } }

  /// The same where so many events were added before an entry: the numbers from there on are higher.
  fileprivate func shifted(by count: Int, from place: Int) -> HistoryEdit {
    func shift(_ event: Int) -> Int { event >= place ? event + count : event }
    func shift(_ time: EditedTime) -> EditedTime {
      if case .after(let event, let days) = time { .after(event: shift(event), days: days) } else { time }
    }
    switch self {
    case .move(let event, let time): return .move(event: shift(event), to: shift(time))
    case .confirm(let event, let time, let attributes):
      return .confirm(event: shift(event), on: shift(time), attributes: attributes)
    case .restate(let event, let children, let attributes):
      return .restate(event: shift(event), children: children, attributes: attributes)
    case .add(let added, let before):
      let moved = AddedEvent(
        event: added.event, children: added.children, attributes: added.attributes, time: shift(added.time))
      return .add(moved, before: shift(before))
    }
  }
}
