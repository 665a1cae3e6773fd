import Conditions
import Diagnostics
import Procedures
import Testing

@testable import Notation

@Suite struct `Whether conditions can hold together` {
  private let world: SmallWorld
  private let cases: [AssignedCase]

  init() throws {
    world = try SmallWorld()
    cases = try world.everyCase()
  }

  private func holdsSomewhere(_ conditions: [Condition]) -> Bool {
    cases.contains { one in conditions.allSatisfy { $0.holds(in: one) == .yes } }
  }

  /// Never called impossible where a case makes all of them true; every example makes all of them true.
  @Test(arguments: [1, 20_250, 777_777] as [UInt64])
  func `Of random conditions nothing is proved that some case disproves`(seed: UInt64) throws {
    print("Random conditions from seed \(seed)")
    var random = RandomDemands(seed: seed)
    var (impossible, proved) = (0, 0)
    for _ in 0..<300 {
      let texts = (0..<2 + random.below(2)).map { _ in random.condition(3) }
      let conditions = try texts.map(world.condition)
      let isPossible = holdsSomewhere(conditions)
      if !isPossible { impossible += 1 }
      switch world.joint(conditions).answer() {
      case .impossible:
        proved += 1
        #expect(!isPossible, "\(texts)")
      case .possible(let example):
        guard let example else { continue }
        let one = try world.example(example, in: cases[random.below(cases.count)])
        let isTrue = conditions.allSatisfy { $0.holds(in: one) == .yes }
        #expect(isTrue, "\(texts): \(example.facts)")
      }
    }
    print("\(proved) of \(impossible) proved")
    #expect(proved == impossible)
    #expect(impossible > 30)
  }

  @Test(arguments: [
    ["w.none", "w.on_plan"], ["w.on_plan.first", "w.on_plan.second"], ["w.on_plan.first", "not(w.on_plan)"], ["w.never"],
    ["not(both.both)"], ["both.left.x", "both.left.y"], ["not(both.left.x)", "not(both.left.y)"],
    ["w.on_plan", "not(w.on_plan.first)", "not(w.on_plan.second)"], ["limit > 2"], ["limit = 1", "limit = 2"],
    ["this.score > limit", "this.score <= 1"], ["count(met) < 0"], ["count(met) > 1", "count(met) < 2"],
    ["occurred(met)", "count(met) = 0"],
    ["this.outcome != \"plan\"", "this.outcome != \"no_plan\" and this.outcome != \"unsure\""],
    ["latest(met).happened < this.happened", "latest(met).happened >= this.happened"],
    ["latest(met).happened < this.happened", "this.happened < latest(met).happened"],
    ["if this.urgent then this.score > 2 else this.score > 3", "this.score < 2"],
    [#"list contains(this.attended, "police")"#, #"not(list contains(this.attended, "police"))"#],
    ["this.score between 2 and limit", "this.score < 2"],
  ]) func `These cannot hold together`(texts: [String]) throws {
    let conditions = try texts.map(world.condition)
    let (forwards, backwards) = (world.joint(conditions).areImpossible, world.joint(conditions.reversed()).areImpossible)
    #expect(forwards && backwards)
  }

  @Test(arguments: [
    ["both.left.x", "both.right.z"], ["both.left.y", "both.right.z"], ["w.on_plan", "not(w.on_plan.first)"],
    ["count(met) = 1", "count(asked) = 2"], ["latest(asked).urgent != true", "latest(asked).urgent != false"],
    ["not(latest(asked).outcome = \"plan\")", "latest(asked).outcome != \"no_plan\"", "latest(asked).outcome != \"unsure\""],
    ["latest(met).happened != this.happened", "not(latest(met).happened = this.happened)"],
    ["this.score > 1", "this.score < 1.1"], ["this.happened + duration(\"P1D\") < today", "this.happened >= today"],
    ["some m in met satisfies m.happened < this.happened", "every m in met satisfies m.happened >= this.happened"],
  ]) func `These may hold together, for all that is known`(texts: [String]) throws {
    let areImpossible = world.joint(try texts.map(world.condition)).areImpossible
    #expect(!areImpossible)
  }

  @Test func `Two conditions asked at different moments see different events and states`() throws {
    let (first, second) = (try world.condition("this.urgent and w.none"), try world.condition("not(this.urgent) and w.on_plan"))
    var joint = JointConditions(in: world.surroundings)
    joint.add(first.expression, at: world.moment)
    joint.add(second.expression, at: ConditionMoment(1, this: [world.asked]))
    let (isApart, isTogether) = (joint.areImpossible, world.joint([first, second]).areImpossible)
    #expect(!isApart && isTogether)
  }

  @Test func `What opens a clock is the trigger ever after`() throws {
    let opening = ConditionMoment(this: [world.asked], isOpening: true)
    let later = ConditionMoment(1, this: [world.asked], trigger: [world.asked])
    let plan = try world.condition(#"this.outcome = "plan""#)
    guard case .compare(_, .this(let outcome), let word) = plan.expression else { return #expect(Bool(false)) }
    var joint = JointConditions(in: world.surroundings)
    joint.add(plan.expression, at: opening)
    joint.add(.compare(.equal, .this(outcome), .trigger(outcome)), at: later)
    joint.add(.compare(.notEqual, .this(outcome), word), at: later)
    let isSeen = joint.areImpossible
    #expect(isSeen)
    var apart = JointConditions(in: world.surroundings)
    apart.add(plan.expression, at: opening)
    apart.add(.compare(.notEqual, .this(outcome), word), at: later)
    let isOther = apart.areImpossible
    #expect(!isOther)
  }

  @Test(arguments: [
    (#"this.outcome = "plan""#, "this.urgent", #"asked[outcome = "plan" and urgent = true]"#),
    (#"this.outcome != "plan""#, #"this.outcome != "unsure""#, #"asked[outcome = "no_plan"]"#),
    ("this.score > 2", "this.score < 2.5 and not(this.urgent)", "asked[score = 2.25 and urgent = false]"),
    ("this.score >= 2", "this.score <= 2 and this.urgent", "asked[score = 2 and urgent = true]"),
  ]) func `An example in words is a pattern of an event for which both conditions hold`(
    first: String, second: String, words: String
  ) throws {
    let conditions = try [first, second].map(world.condition)
    guard case .possible(let example?) = world.joint(conditions).answer() else { throw NoExample() }
    let told = ExampleInWords(example, of: world.asked, at: world.moment, in: world.surroundings.scope, knowing: nil)
    #expect(told.text == words)
    var diagnostics: [Diagnostic] = []
    let language = Language(scope: world.surroundings.scope)
    let pattern = language.pattern(words, at: Place(file: "-", line: 1, column: 1), into: &diagnostics)
    guard case .event(world.asked, let asked?) = pattern else { throw NoExample() }
    let fitting = cases.filter { asked.holds(in: $0) == .yes }
    #expect(fitting.allSatisfy { one in conditions.allSatisfy { $0.holds(in: one) == .yes } })
    let one = try world.example(example, in: cases[0])
    #expect((conditions + [asked]).allSatisfy { $0.holds(in: one) == .yes })
  }

  private struct NoExample: Error {}

  @Test(arguments: [
    (["w.on_plan.first", "occurred(met)"], "asked while in w.on_plan.first where count(met) = 1"),
    (["not(w.none)"], "asked while not in w.none"), (["limit = 2", "this.urgent"], "asked[urgent = true] where limit = 2"),
    (["latest(met).happened < this.happened"], "asked where latest(met).happened < this.happened"),
    (["some m in met satisfies m.happened < today"], "asked where some x in met satisfies x.happened < today"),
    ([#"list contains(this.attended, "police")"#], #"asked where list contains(this.attended, "police")"#),
  ]) func `An example in words tells the states and what else must hold`(texts: [String], words: String) throws {
    guard case .possible(let example?) = world.joint(try texts.map(world.condition)).answer() else { throw NoExample() }
    let told = ExampleInWords(example, of: world.asked, at: world.moment, in: world.surroundings.scope, knowing: nil)
    #expect(told.text == words)
  }

  @Test func `A condition of very many parts is given up, and counts as possible`() throws {
    let parts = (0..<14).map { i in
      (0..<14).map { j in "count(met[happened < date(\"20\(10 + (i * j) % 80)-01-01\")]) > \(i + j)" }.joined(separator: " or ")
    }
    let condition = try world.condition("(" + parts.joined(separator: ") and (") + ")")
    let isImpossible = world.joint([condition]).areImpossible
    #expect(!isImpossible)
  }
}
