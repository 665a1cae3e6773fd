import CivilTime
import Conditions
import Histories
import Procedures

/// One replay of one case: walks the events in order of time and keeps machines, clocks and stretches.
///
/// **Order of work:** the nominal day of each event, then file order. Before a moment, delayed signals and due dates
/// fire in time order. Then per event and child: checks, machines, clocks; invariants at the end of the moment.
final class CaseRun {
  let tables: ReplayTables
  let procedure: Procedure
  let history: CaseHistory
  /// The events without what only reports need.
  let entries: [Entry]
  let times: CaseTimes
  let calendar: WorkingCalendar
  /// When observation ends.
  let observationEnd: TimeReference
  let observationEndDay: Day

  @exclusivity(unchecked) var children: [ChildState] = []
  @exclusivity(unchecked) var clocks: [Clock] = []
  @exclusivity(unchecked) var derivedTimes: [DerivedTime] = []
  @exclusivity(unchecked) var timers = TimerQueue()
  @exclusivity(unchecked) var judgements: [Judgement] = []
  /// By judgement: the clock it ended; -1 for none.
  @exclusivity(unchecked) var judgedClocks: [Int] = []
  @exclusivity(unchecked) var departures: [Departure] = []
  @exclusivity(unchecked) var stays = StayBook()

  // What is at hand.
  @exclusivity(unchecked) var child = 0
  @exclusivity(unchecked) var event = -1
  @exclusivity(unchecked) var trigger = -1
  @exclusivity(unchecked) var member: Value = .null
  @exclusivity(unchecked) var workflow = 0
  @exclusivity(unchecked) var day: Day
  @exclusivity(unchecked) var step = 0
  /// By rule: the step in which it last opened a clock or made a check.
  @exclusivity(unchecked) var openedAt: [Int]
  @exclusivity(unchecked) var changes: [WorkflowChange] = []
  @exclusivity(unchecked) var missing: [MissingValue] = []
  @exclusivity(unchecked) var timeIsUncertain = false
  /// Whether something happened since the invariants were last judged, and what was last.
  @exclusivity(unchecked) var isMomentOpen = false
  @exclusivity(unchecked) var lastOccasion: Occasion
  /// The machines that moved in the moment at hand, in order, where invariants ask.
  @exclusivity(unchecked) var moved: [(child: Int, workflow: Int, occasion: Occasion)] = []
  @exclusivity(unchecked) var hasEscalated = false
  /// By child and event: where the record shows what was not done, once it has been asked.
  @exclusivity(unchecked) var coverage: [Int: [Stretch]] = [:]
  /// By event: the children for whom the record is complete from beginning to end.
  let alwaysComplete: [UInt64]
  /// By event: its place in the order of work.
  @exclusivity(unchecked) var rank: [Int32] = []
  /// The events of the moment at hand that have been followed.
  @exclusivity(unchecked) var moment: [Int] = []
  /// How many events have been followed, in order of work.
  @exclusivity(unchecked) var followed = 0
  /// What the machines are going to do on the event at hand.
  @exclusivity(unchecked) var moves: [PlannedMove] = []
  /// The time of what is being followed.
  @exclusivity(unchecked) var occasionTime: TimeReference
  /// Whether a guard is being asked, and where the child's machines were before the event.
  @exclusivity(unchecked) var isAskingGuard = false
  /// Whether what a check or an invariant requires is being asked.
  @exclusivity(unchecked) var isAskingRequirement = false
  /// While it is asked what a condition implies: the one attribute of the event at hand that is known.
  @exclusivity(unchecked) var probe: (attribute: AttributeIndex, value: Value)?
  @exclusivity(unchecked) var configurationsBefore: [ConfigurationIndex] = []

  init(_ tables: ReplayTables, _ history: CaseHistory, asOf: Day?) {
    self.tables = tables
    self.procedure = tables.procedure
    self.history = history
    self.times = history.times
    entries = history.events.map(Entry.init)
    alwaysComplete = history.alwaysComplete(events: tables.procedure.vocabulary.events.count)
    self.calendar = tables.calendar
    let recorded = history.times.nominal[history.observedUntil]
    if let asOf, asOf < recorded {
      observationEnd = .date(earliest: asOf, latest: asOf)
      observationEndDay = asOf
    } else {
      observationEnd = .point(history.observedUntil)
      observationEndDay = recorded
    }
    day = observationEndDay
    lastOccasion = Occasion(time: observationEnd, event: -1, minute: -1)
    occasionTime = observationEnd
    openedAt = Array(repeating: -1, count: tables.rules.count)
  }

  func run() {
    let order = workingOrder()
    rank = Array(repeating: 0, count: history.events.count)
    for (place, number) in order.enumerated() { rank[number] = Int32(place) }
    begin(order)
    var next = 0
    while next < order.count {
      let today = times.nominal[entries[order[next]].time]
      advanceTimers(through: today)
      var end = next
      while end < order.count, times.nominal[entries[order[end]].time] == today { end += 1 }
      followMoment(order[next..<end], on: today)
      next = end
    }
    advanceTimers(through: observationEndDay)
    day = observationEndDay
    for index in children.indices where !children[index].hasEnded { finish(index) }
    settleEscalations()
  }

  /// The events that happened within the observation, by nominal day and then as they stand in the file.
  private func workingOrder() -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(history.events.count)
    var isSorted = true
    var last = Int32.min
    for (index, event) in entries.enumerated() where event.wasDone {
      let day = times.nominal[event.time]
      guard day <= observationEndDay else { continue }
      if day.number < last { isSorted = false }
      last = day.number
      order.append(index)
    }
    if isSorted { return order }
    return order.sorted { a, b in
      (times.nominal[entries[a].time].number, a) < (times.nominal[entries[b].time].number, b)
    }
  }

  private func begin(_ order: [Int]) {
    let machines = tables.charts.map { MachineState(configuration: $0.beginning.configuration) }
    for (index, record) in history.children.enumerated() {
      let first = order.first { entries[$0].children & (1 << UInt64(index)) != 0 }
      let known = record.known ?? first.map { entries[$0].time } ?? history.observedUntil
      let state = ChildState(known: .point(known), machines: machines, tables: tables)
      for start in record.startsIn {
        state.machines[start.workflow].configuration = tables.charts[start.workflow].configuration(in: start.state)
        state.machines[start.workflow].hasMoved = true
      }
      children.append(state)
      child = index
      occasionTime = .point(known)
      rememberConfigurations()
      let beforeStart = configurationsBefore
      for (workflow, chart) in tables.charts.enumerated() {
        configurationsBefore = beforeStart
        if chart.settles, !state.machines[workflow].hasMoved { settleStart(of: workflow, at: .point(known)) }
        let active = chart.configurations[children[index].machines[workflow].configuration].active.members
        for place in active {
          stays.enter(child: index, workflow, place, at: .point(known), event: -1, episode: 1)
        }
      }
      if let until = record.until, !order.contains(where: { entries[$0].time == until }) {
        timers.add(on: times.nominal[until].adding(days: 1), .end(child: index))
      }
    }
  }

  /// Begins a machine whose start state may be left by itself.
  private func settleStart(of workflow: WorkflowIndex, at known: TimeReference) {
    self.workflow = workflow
    let start = startStep(of: workflow)
    children[child].machines[workflow].configuration = start.configuration
    for send in start.sends { schedule(send, at: known) }
  }

  private func followMoment(_ events: ArraySlice<Int>, on today: Day) {
    day = today
    moment.removeAll(keepingCapacity: true)
    for index in children.indices where !children[index].isJudged && !children[index].hasEnded {
      if let known = history.children[index].known, known >= history.events.count, times.nominal[known] <= today {
        startJudging(index)
      }
    }
    for number in events {
      let event = entries[number]
      openMoment(at: Occasion(time: .point(event.time), event: number, minute: Int(event.minute)), for: nil)
      for index in children.indices where !children[index].isJudged && !children[index].hasEnded {
        let isOwn = event.children & (1 << UInt64(index)) != 0
        if history.children[index].known.map({ $0 == event.time }) ?? isOwn { startJudging(index) }
      }
      var left = event.children
      while left != 0 {
        let index = left.trailingZeroBitCount
        left &= left - 1
        if index < children.count, !children[index].hasEnded { follow(number, for: index) }
      }
      moment.append(number)
      followed += 1
      for index in children.indices where history.children[index].until == event.time && !children[index].hasEnded {
        children[index].occasion = Occasion(time: .point(event.time), event: number, minute: Int(event.minute))
        if children[index].isJudged { judgeInvariants(of: index) }
        finish(index)
      }
    }
    judgeInvariants()
  }

  /// Judging of a child begins: clocks that run from the start open now.
  private func startJudging(_ index: Int) {
    children[index].isJudged = true
    child = index
    event = -1
    step += 1
    changes.removeAll(keepingCapacity: true)
    for (workflow, machine) in children[index].machines.enumerated() where !machine.hasMoved {
      for state in tables.charts[workflow].configurations[machine.configuration].active.members {
        changes.append(WorkflowChange(workflow: workflow, state: state, isEntry: true))
      }
    }
    let known = Occasion(time: children[index].known, event: -1, minute: -1)
    occasionTime = known.time
    for workflow in tables.charts.indices { updateDuring(of: workflow, at: known) }
    updateDuringBirth(at: known)
    openByChanges(at: known)
    isMomentOpen = true
  }

  /// One event for one child: checks, machines, clocks.
  private func follow(_ number: Int, for index: Int) {
    let entry = entries[number]
    child = index
    event = number
    step += 1
    let occasion = Occasion(time: .point(entry.time), event: number, minute: Int(entry.minute))
    occasionTime = occasion.time
    let listeners = tables.onEvent[entry.event]
    if children[index].isJudged {
      if !listeners.checks.isEmpty { checkEvent(listeners.checks, at: occasion) }
    }
    moveMachines(entry.event, at: occasion)
    step += 1
    if children[index].isJudged {
      event = number
      settleClocks(listeners, entry.event, at: occasion)
    }
    openMoment(at: occasion, for: index)
    if let slot = tables.remembered[entry.event] { children[index].occurrences[slot].append(Int32(number)) }
  }

  /// The child's record ends: what is open is judged as it stands.
  func finish(_ index: Int) {
    guard !children[index].hasEnded else { return }
    child = index
    let until = history.children[index].until.map { TimeReference.point($0) }
    let end = until.flatMap { nominal($0) <= observationEndDay ? $0 : nil } ?? observationEnd
    let ending = ClockEnding(kind: .observationEnded, time: end, event: -1, minute: -1)
    for rule in procedure.rules.indices {
      while children[index].openClocks[rule] >= 0 { close(children[index].openClocks[rule], by: ending) }
    }
    for rule in tables.invariants { endStretch(rule, of: index, at: end, event: -1, kind: .observationEnded) }
    children[index].hasEnded = true
    children[index].isJudged = false
  }
}

/// One entry of the record as numbers.
struct Entry {
  let children: UInt64
  let event: EventIndex
  let time: TimePoint
  let end: TimePoint
  let firstAttribute: Int32
  let attributeCount: Int32
  let minute: Int16
  let wasDone: Bool
  let isFree: Bool

  init(_ event: HistoryEvent) {
    children = event.children
    self.event = event.event
    time = event.time
    end = event.end
    firstAttribute = event.firstAttribute
    attributeCount = event.attributeCount
    minute = event.minute
    wasDone = event.wasDone
    isFree = event.isFree
  }
}

/// The time, event and minute of what is being followed.
struct Occasion {
  let time: TimeReference
  /// -1 for none.
  let event: Int
  let minute: Int
}
