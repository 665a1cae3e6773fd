import CivilTime
import Conditions
import Diagnostics
import SeededNumbers
import Testing

/// What a small case can leave unknown: each field is `nil` where it is.
struct Knowledge: Equatable {
  var seen: Value?
  var outcome: Value?
  var pages: Value?
  var laterSeen: Value?
  var laterBelongs: Bool?
  /// Which words are in the set, for the first two words of the list.
  var mother: Bool?
  var state: Bool?
  /// Whether the record is complete, and else whether an older visit, on which the child was seen, came before it.
  var older: Bool?
  /// The days on which the clock opened and the event happened, in order, one to four days apart.
  var days: [Int]?

  /// The first field left unknown, filled in every way there is; empty where all is known.
  var nextSteps: [Knowledge] {
    if seen == nil { return [.truth(true), .truth(false), .null].map { with(\.seen, $0) } }
    if outcome == nil { return [.choice(0), .choice(1)].map { with(\.outcome, $0) } }
    if pages == nil { return [1, 2, 3].map { with(\.pages, .number($0)) } }
    if laterSeen == nil { return [true, false].map { with(\.laterSeen, .truth($0)) } }
    if laterBelongs == nil { return [true, false].map { with(\.laterBelongs, $0) } }
    if mother == nil { return [true, false].map { with(\.mother, $0) } }
    if state == nil { return [true, false].map { with(\.state, $0) } }
    if older == nil { return [true, false].map { with(\.older, $0) } }
    if days == nil { return Knowledge.datings.map { with(\.days, $0) } }
    return []
  }

  /// 2020-04-08, two days before Good Friday.
  static let first = 18_360
  static let datings = (0...2).flatMap { opened in (1...4).map { [first + opened, first + opened + $0] } }
    .filter { $0[1] <= first + 5 }

  private func with<Field>(_ field: WritableKeyPath<Knowledge, Field?>, _ value: Field) -> Knowledge {
    var next = self
    next[keyPath: field] = value
    return next
  }

  /// Every field that is known may be forgotten again: the same knowledge with a random part of it taken away.
  func forgetting(_ random: inout SeededNumbers) -> Knowledge {
    var less = self
    if Bool.random(using: &random) { less.seen = nil }
    if Bool.random(using: &random) { less.outcome = nil }
    if Bool.random(using: &random) { less.pages = nil }
    if Bool.random(using: &random) { less.laterSeen = nil }
    if Bool.random(using: &random) { less.laterBelongs = nil }
    if Bool.random(using: &random) { less.mother = nil }
    if Bool.random(using: &random) { less.state = nil }
    if Bool.random(using: &random) { less.older = nil }
    if Bool.random(using: &random) { less.days = nil }
    return less
  }

  /// The case that a context tells of with this knowledge.
  var asCase: SampleCase {
    let known = SampleCase()
    let name = SampleProcedure.attribute
    known.this = [
      name("child_seen"): seen ?? .unknown, name("outcome"): outcome ?? .unknown, name("announced"): .truth(true),
      name("pages"): pages ?? .number(from: 1, to: 3),
    ]
    known.trigger = [
      name("attended"): mother.map { .set($0 ? ["mother", "police"] : ["police"], of: SampleProcedure.roles) }
        ?? .set(
          some: ["police"], not: ["social_worker", "health_visitor", "school", "father", "midwife"], of: SampleProcedure.roles)
    ]
    known.occurrences = [
      SampleCase.Occurrence(
        number: 1, event: 0, attributes: [name("child_seen"): seen ?? .unknown, name("outcome"): .choice(0)]),
      SampleCase.Occurrence(
        number: 2, event: 0,
        attributes: [name("child_seen"): laterSeen ?? .unknown, name("outcome"): outcome ?? .unknown],
        belongs: laterBelongs.map { Truth($0) } ?? .unknown),
    ]
    if older == true {
      let attributes: [AttributeIndex: Value] = [name("child_seen"): .truth(true), name("outcome"): .choice(0)]
      known.occurrences.insert(SampleCase.Occurrence(number: 0, event: 0, attributes: attributes), at: 0)
    }
    known.complete = older == nil ? [] : [0]
    known.states = [StateReference(workflow: 0, state: 2): state.map { Truth($0) } ?? .unknown]
    known.siblings = [5, 6]
    known.statesOfChildren = [5: known.states.values.first.map { [StateReference(workflow: 2, state: 2): $0] } ?? [:]]
    known.facts = [.unborn: .truth(false), .born: .null]
    known.today = .date(DateValue(Day(number: Int32(Knowledge.first + 2))))
    tellDays(to: known)
    return known
  }

  private func tellDays(to known: SampleCase) {
    let possible = Knowledge.datings.filter { days == nil || $0 == days }
    for (place, point) in [(0, 1), (1, 2)] {
      let days = possible.map { Day(number: Int32($0[place])) }
      guard let earliest = days.min(), let latest = days.max() else { continue }
      let value = Value.date(DateValue(earliest: earliest, latest: latest, timePoint: point))
      if place == 0 { known.triggerHappened = value } else { known.thisHappened = value }
    }
    let apart = possible.map { $0[1] - $0[0] }
    known.distances = [[1, 2]: (apart.min(), apart.max())]
  }
}

@Suite struct `Knowing more never turns a decided result` {
  private static let wholeKnowledge = Knowledge(
    seen: .truth(true), outcome: .choice(1), pages: .number(2), laterSeen: .truth(false), laterBelongs: true, mother: true,
    state: true, older: true, days: Knowledge.datings[0])

  private func expression(_ text: String) throws -> Condition {
    let (condition, faults) = reading(in: .sample { $0.trigger = [1] }) { $0.condition(text, at: samplePlace, into: &$1) }
    return try #require(condition, "\(text) \(faults)")
  }

  @Test(arguments: [1, 2, 3]) func `Random conditions under every filling of what is unknown`(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    var conditions = RandomCondition(seed: seed &+ 100)
    var decided = 0
    for round in 0..<900 {
      let text = conditions.truth(1 + round % 3)
      let condition = try expression(text)
      let less = Knowledge().completed(&random).forgetting(&random)
      let truth = condition.holds(in: less.asCase)
      if truth != .unknown { decided += 1 }
      for more in less.everyStep(atMost: 3, &random) {
        let next = condition.holds(in: more.asCase)
        #expect(truth == .unknown || next == truth, "\(text) \(less) \(more)")
      }
    }
    #expect(decided > 300)
  }

  @Test(arguments: [4, 5]) func `On known inputs a slow and obvious evaluator agrees`(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    var conditions = RandomCondition(seed: seed &+ 200)
    for round in 0..<1_500 {
      let text = conditions.truth(1 + round % 4)
      let condition = try expression(text)
      let known = Knowledge().completed(&random).asCase
      let plain = PlainEvaluator(known: known).holds(condition.expression)
      #expect(condition.holds(in: known) == Truth(plain), "\(text) \(known.this)")
    }
  }

  @Test func `Simple conditions under every knowledge there can be`() throws {
    let texts = [
      "this.child_seen or this.pages > 1", "count(visit_attempted[child_seen]) >= 2",
      "occurred(visit_attempted[child_seen = false])",
      "every v in visit_attempted satisfies v.child_seen or in_pre_proceedings",
      "latest(visit_attempted[child_seen]).outcome = \"inside\"",
      "not(list contains(trigger.attended, \"mother\")) and this.outcome = \"doorstep\"",
      "if in_pre_proceedings then this.happened > today else count(visit_attempted) < 3",
      "this.happened - trigger.happened > duration(\"P2D\")",
      "count(since(visit_attempted, visit_attempted[child_seen = false])) = 0",
      "this.happened <= add working days(trigger.happened, 2)",
    ]
    let conditions = try texts.map(expression)
    var seen = 0
    for less in Knowledge.all {
      let known = less.asCase
      let steps = less.nextSteps.map(\.asCase)
      for condition in conditions {
        let truth = condition.holds(in: known)
        guard truth != .unknown else { continue }
        seen += 1
        for step in steps { #expect(condition.holds(in: step) == truth, "\(condition.text) \(less)") }
      }
    }
    #expect(seen > 1_000)
  }
}

@Suite struct `Uncertain dates are compared exactly` {
  /// Two dates under eleven datings, over Easter 2020: an answer is known exactly if all datings give it.
  @Test func `An answer is known exactly where every dating gives it`() throws {
    let moved = [
      "trigger.happened", "trigger.happened + duration(\"P2D\")", "trigger.happened + duration(\"P1M\") - duration(\"P1M\")",
      "add working days(trigger.happened, 1)", "add working days(trigger.happened, 2)", "trigger.happened - duration(\"P1M\")",
    ]
    let others = ["this.happened", "add working days(this.happened, 1)", "this.happened - duration(\"P1M\")", "today"]
    let signs = ["=", "<", "<=", ">", ">=", "!="]
    var texts = moved.flatMap { a in others.flatMap { b in signs.map { "\(b) \($0) \(a)" } } }
    texts += (0...4).flatMap { n in signs.map { "working days between(trigger.happened, this.happened) \($0) \(n)" } }
    texts += (0...4).flatMap { n in signs.map { "this.happened - trigger.happened \($0) duration(\"P\(n)D\")" } }
    var counts: [Truth: Int] = [:]
    for text in texts {
      let (read, faults) = reading { $0.condition(text, at: samplePlace, into: &$1) }
      let condition = try #require(read, "\(faults)")
      let answers = Set(Knowledge.datings.map { condition.holds(in: Knowledge(days: $0).asCase) })
      let truth = condition.holds(in: Knowledge().asCase)
      #expect(answers == (truth == .unknown ? [.yes, .no] : [truth]), "\(text)")
      counts[truth, default: 0] += 1
    }
    #expect(counts.count == 3)
  }
}

extension Knowledge {
  /// The same with everything else filled in somehow.
  func completed(_ random: inout SeededNumbers) -> Knowledge {
    var more = self
    while let next = more.nextSteps.randomElement(using: &random) { more = next }
    return more
  }

  /// Ways to know more, each field filled in every way, at most so many fields one after the other, the rest at random.
  func everyStep(atMost fields: Int, _ random: inout SeededNumbers) -> [Knowledge] {
    var reached = [self]
    var all: [Knowledge] = []
    for _ in 0..<fields {
      reached = reached.flatMap(\.nextSteps)
      all += reached
    }
    return all + reached.map { $0.completed(&random) }
  }

  /// A cross-section of all states of knowledge: every field unknown or known, independently of the others.
  static var all: [Knowledge] {
    var all = [Knowledge()]
    for seen in [nil, Value.truth(true), .truth(false)] {
      for pages in [nil, Value.number(1), .number(3)] {
        for laterSeen in [nil, Value.truth(true), .truth(false)] {
          for older in [nil, true, false] {
            for state in [nil, true, false] {
              for days in [nil, datings[0], datings[7]] {
                all.append(
                  Knowledge(
                    seen: seen, outcome: .choice(1), pages: pages, laterSeen: laterSeen, laterBelongs: true, mother: nil,
                    state: state, older: older, days: days))
              }
            }
          }
        }
      }
    }
    return all
  }
}
