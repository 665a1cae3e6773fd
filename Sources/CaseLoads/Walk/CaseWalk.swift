import CivilTime
import SeededNumbers

/// One walk through the procedure of `workflows/england`, with the events that it has come by so far.
struct CaseWalk {
  let draws: SharedDraws
  var numbers: SeededNumbers
  var spread: SpreadNumbers
  let childCount: Int
  /// The first day of the case.
  let firstDay: Day
  /// The day on which the walk stands; what goes on beside it is dated on its own.
  var today: Day
  /// The last day on which anything happened.
  var lastDay: Day
  var plansMade = 0
  /// How many plans will follow the one that runs, unless care proceedings do.
  var plansToCome = 0
  private var events: [MadeEvent] = []
  private var attributes: [MadeAttribute] = []

  static let calendar = WorkingCalendar.englandAndWales

  init(_ draws: SharedDraws, _ beginnings: ClosedRange<Day>, seed: UInt64, case number: Int) {
    self.draws = draws
    numbers = SeededNumbers(seed: seed, case: number)
    spread = SpreadNumbers(seed: seed, case: number)
    let last = beginnings.upperBound.days(since: beginnings.lowerBound)
    let drawn = beginnings.lowerBound.adding(days: numbers.from(0, to: last))
    firstDay = CaseWalk.calendar.firstWorkingDay(onOrAfter: drawn) ?? drawn
    (today, lastDay) = (firstDay, firstDay)
    childCount = spread.path.draw(draws.of.children).upperBound
    events.reserveCapacity(64)
    attributes.reserveCapacity(128)
  }

  /// A bit for each child.
  var everyChild: UInt8 { UInt8(truncatingIfNeeded: (1 << childCount) - 1) }

  mutating func add(_ name: EventName, on day: Day, _ stated: MadeAttribute..., for children: UInt8? = nil) {
    add(name, on: day, stated, for: children)
  }

  mutating func add(_ name: EventName, on day: Day, _ stated: [MadeAttribute], for children: UInt8? = nil) {
    events.append(
      MadeEvent(
        name: name, children: children ?? everyChild, day: day, firstAttribute: Int32(attributes.count),
        attributeCount: Int32(stated.count)))
    attributes.append(contentsOf: stated)
    if day > lastDay { lastDay = day }
  }

  /// The n-th working day after a day; the day itself for none, moved on to one that is worked on.
  static func workingDay(_ n: Int, after day: Day) -> Day {
    (n == 0 ? calendar.firstWorkingDay(onOrAfter: day) : calendar.adding(workingDays: n, to: day)) ?? day
  }

  /// The last working day until a day, or the first after it where the last one lies before the earliest that may be.
  static func workingDay(near day: Day, from earliest: Day) -> Day {
    let before = workingDay(until: day)
    return before >= earliest ? before : workingDay(0, after: day)
  }

  /// The last working day until a day.
  static func workingDay(until day: Day) -> Day { calendar.lastWorkingDay(onOrBefore: day) ?? day }

  /// The last working day until so many days after a day, and a later one than that day in any case.
  static func workingDay(within days: Int, after day: Day) -> Day {
    max(workingDay(until: day.adding(days: days)), workingDay(1, after: day))
  }

  /// The case as it stands, with its children and with its events in the order of days.
  mutating func madeCase(_ number: Int) -> MadeCase {
    // One number for each event holds its day and its place, so that sorting keeps those of one day in their order.
    let order = events.indices.map { Int(events[$0].day.number) << 32 | $0 }.sorted()
    let children = makeChildren()
    return MadeCase(
      number: number, children: children, events: order.map { events[$0 & 0xFFFF_FFFF] }, attributes: attributes,
      observedUntil: lastDay.adding(days: numbers.from(14, to: 28)))
  }

  /// The children, eldest first; nobody is eighteen while the case goes on.
  private mutating func makeChildren() -> [MadeChild] {
    let latest = lastDay.adding(years: -18).adding(days: 60)
    let days = (0..<childCount).map { _ in
      let years = draws.of.age.draw(&numbers)
      let born = firstDay.adding(years: -years).adding(days: -numbers.from(7, to: 364))
      return max(born, min(latest, firstDay.adding(days: -7)))
    }
    return days.sorted().enumerated().map { MadeChild(name: CaseWalk.names[$0], born: $1) }
  }

  private static let names = (1...8).map { "child_\($0)" }
}
