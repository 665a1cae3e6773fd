import CivilTime
import Conditions
import Procedures

/// Makes random case histories for a random procedure.
struct RandomCaseMaker {
  var random: RandomSource
  let procedure: Procedure
  /// The procedure as it was made.
  let written: RandomProcedure
  private var history = RandomCase(children: [], observedUntil: Day(number: 18_262))
  private var isUncertain = false
  /// The day each entry truly was, which everything said about it allows.
  private var truth: [Day] = []

  static func make(seed: UInt64, for procedure: Procedure, written: RandomProcedure) -> RandomCase {
    var maker = RandomCaseMaker(seed: seed, procedure, written)
    maker.fill()
    return maker.history
  }

  private init(seed: UInt64, _ procedure: Procedure, _ written: RandomProcedure) {
    self.written = written
    random = RandomSource(seed: seed)
    self.procedure = procedure
  }

  private mutating func fill() {
    isUncertain = random.percent(33)
    history.children = Array(repeating: RandomCase.Child(), count: random.pick([1, 1, 1, 2, 2, 3]))
    // From the first day of 2020, so that dated parameters and periods in force change on the way.
    var day = Day(number: 18_262 + Int32(random.number(0...60)))
    let stride = random.pick([3, 8, 20, 40])
    for index in 0..<random.number(0...25) {
      if !random.percent(25) { day = day.adding(days: random.number(1...stride)) }
      truth.append(day)
      history.entries.append(entry(index, on: day))
    }
    putTimesOfDayInOrder()
    history.observedUntil = day.adding(days: random.pick([0, 1, 5, 20, 60]))
    if random.percent(8) { history.observedUntil = day.adding(days: -random.number(1...20)) }
    if random.percent(8) { history.asOf = day.adding(days: -random.number(-10...60)) }
    for index in history.children.indices {
      fillChild(index)
      addBirth(of: index)
    }
    addCompleteness()
  }

  private mutating func entry(_ index: Int, on day: Day) -> RandomCase.Entry {
    let event = random.pick(RandomProcedureMaker.events)
    var children = Set(random.some(Array(history.children.indices), percent: 60))
    if children.isEmpty, !random.percent(3) { children = [random.number(0...history.children.count - 1)] }
    var entry = RandomCase.Entry(identifier: "e\(index)", event: event, children: children, claims: claims(index, day))
    if random.percent(11) {
      entry.isDone = false
      entry.lasting = random.pick([0, 3, 10, 30, 60])
    } else if random.percent(5) {
      entry.isFree = true
    }
    if entry.claims.count == 1, case .on = entry.claims[0], random.percent(18) { entry.minute = random.number(0...95) * 15 }
    entry.attributes = attributes(of: event, on: day)
    return entry
  }

  private mutating func claims(_ index: Int, _ day: Day) -> [RandomCase.Claim] {
    guard isUncertain, random.percent(60) else { return [.on(day)] }
    let wide = RandomCase.Claim.between(
      day.adding(days: -random.number(0...12)), day.adding(days: random.number(0...12)))
    guard index > 0, random.percent(50) else { return [wide] }
    let other = random.number(0...index - 1)
    let between = day.days(since: truth[other])
    let relation = RandomCase.Claim.after(
      "e\(other)", between - random.number(0...3), between + random.number(0...3))
    return [relation, .between(day.adding(days: -random.number(5...25)), day.adding(days: random.number(5...25)))]
  }

  private mutating func attributes(of event: String, on day: Day) -> [RandomCase.Attribute] {
    guard let index = procedure.vocabulary.event(named: event) else { return [] }
    var found: [RandomCase.Attribute] = []
    for attribute in procedure.vocabulary.events[index].attributes where random.percent(82) {
      if history.children.count > 1, random.percent(12) {
        for child in history.children.indices {
          found.append(RandomCase.Attribute(name: attribute.name, child: child, value: value(attribute.type, day)))
        }
      } else {
        found.append(RandomCase.Attribute(name: attribute.name, child: nil, value: value(attribute.type, day)))
      }
    }
    return found
  }

  private mutating func value(_ type: ConditionType, _ day: Day) -> Value {
    switch type {
    case .truth: return .truth(random.percent(50))
    case .number: return .number(number())
    case .date: return .date(date(day))
    case .duration: return .duration(duration())
    case .choice(let choice): return .choice(random.number(0...choice.members.count - 1))
    case .set(let choice): return .set(set(choice.members.count))
    default: return .unknown
    }
  }

  private mutating func number() -> NumberRange {
    let least = random.number(0...3)
    return random.percent(80)
      ? NumberRange(Decimal128(least))
      : NumberRange(least: Decimal128(least), most: random.percent(50) ? nil : Decimal128(least + 1))
  }

  private mutating func date(_ day: Day) -> DateValue {
    let date = day.adding(days: random.number(-5...40))
    return random.percent(75)
      ? DateValue(date) : DateValue(earliest: date, latest: date.adding(days: random.number(1...9)))
  }

  private mutating func duration() -> DurationRange {
    let count = random.number(1...3)
    let unit = random.pick([Period.Unit.day, .week, .workingDay])
    guard random.percent(30) else { return DurationRange(Period(count * 3, unit)) }
    return DurationRange(
      least: Period(count * 3, unit), most: random.percent(60) ? Period(count * 3 + 2, unit) : nil)
  }

  private mutating func set(_ count: Int) -> PartialSet {
    let inside = UInt128(random.number(0...(1 << count) - 1))
    if random.percent(70) { return PartialSet(whole: inside) }
    return PartialSet(inside: inside, outside: ~inside & UInt128(random.number(0...(1 << count) - 1)))
  }

  /// Of two entries of one day the later in the file does not have the earlier time.
  private mutating func putTimesOfDayInOrder() {
    var last: (day: Day, minute: Int)?
    for index in history.entries.indices {
      guard let minute = history.entries[index].minute else { continue }
      if let last, last.day == truth[index], last.minute > minute {
        history.entries[index].minute = nil
      } else {
        last = (truth[index], minute)
      }
    }
  }

  private mutating func fillChild(_ index: Int) {
    let done = history.entries.indices.filter { history.entries[$0].isDone }
    guard let first = done.first, let last = done.last else { return }
    if random.percent(15) {
      let isEvent = random.percent(50)
      history.children[index].known =
        isEvent ? .event("e\(random.pick(done))") : .day(truth[first].adding(days: random.number(-10...30)))
    }
    if random.percent(15) {
      let isEvent = random.percent(50)
      history.children[index].until =
        isEvent ? .event("e\(random.pick(done))") : .day(truth[last].adding(days: random.number(-30...10)))
    }
    if random.percent(10), let workflow = procedure.workflows.indices.last {
      let states = procedure.workflows[workflow].states.indices.filter {
        if case .history = procedure.workflows[workflow].states[$0].kind { false } else { true }
      }
      history.children[index].startsIn = [StateReference(workflow: workflow, state: random.pick(states))]
    }
  }

  /// A birth, which is one of the child's events or a date of its own.
  private mutating func addBirth(of index: Int) {
    guard written.asks("born"), random.percent(70) else { return }
    if random.percent(40) {
      history.children[index].born = moment()
    } else {
      let own = history.entries.filter { $0.isDone && $0.children.contains(index) }
      if !own.isEmpty { history.children[index].born = .event(random.pick(own).identifier) }
    }
  }

  private mutating func addCompleteness() {
    for event in RandomProcedureMaker.events where random.percent(45) {
      var stretch = RandomCase.Complete(
        event: event, children: random.percent(70) ? Set(history.children.indices) : [0], from: nil, until: nil)
      if random.percent(45) { stretch.from = moment() }
      if random.percent(45) { stretch.until = moment() }
      history.complete.append(stretch)
    }
  }

  private mutating func moment() -> RandomCase.Moment? {
    guard !truth.isEmpty else { return nil }
    let index = random.number(0...truth.count - 1)
    return random.percent(50) ? .event("e\(index)") : .day(truth[index].adding(days: random.number(-5...5)))
  }
}
