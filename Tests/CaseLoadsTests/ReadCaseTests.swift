import CaseLoads
import CivilTime
import Conditions
import Diagnostics
import Histories
import Notation
import Procedures
import Replay
import Testing

@Suite struct `A made-up case` {
  private static func histories(_ numbers: ClosedRange<Int>, seed: UInt64) throws -> [SourceText] {
    try numbers.map { SourceText(name: "case-\($0).yaml", text: try England.text($0...$0, seed: seed, as: .yaml)) }
  }

  @Test(arguments: [1, 7, 99]) func `Is read without a word, and replayed without a step that is missed or out of order`(
    seed: UInt64
  ) throws {
    let procedure = try #require(England.procedure)
    let worker = Replayer(procedure).worker()
    for source in try Self.histories(1...250, seed: seed) {
      let (node, problems) = YAMLReader.read(source)
      let tree = try #require(node)
      #expect((problems + FileShape.faults(of: tree, as: .history)).map(\.message) == [])
      let (history, faults) = HistoryReader.read(tree, procedure: procedure)
      #expect(faults.map(\.message) == [], "\(source.name)")
      guard let history else { continue }
      #expect(worker.replay(history).departures.count == 0, "seed \(seed), \(source.name)")
    }
  }

  @Test func `Begins with a referral of each child, has its events in order of days, and nobody is eighteen in it`() throws {
    let load = try England.load(seed: 3)
    for number in 1...2_000 {
      let made = load.makeCase(number)
      #expect(made.number == number)
      #expect(made.events.prefix(made.children.count).allSatisfy { $0.name == .referralReceived })
      #expect(zip(made.events, made.events.dropFirst()).allSatisfy { $0.day <= $1.day })
      let last = try #require(made.events.last?.day)
      #expect(last < made.observedUntil)
      #expect(made.children.allSatisfy { $0.born < made.events[0].day && last < $0.born.adding(years: 18) }, "case \(number)")
    }
  }

  @Test func `Has about twenty events, and is not held once the next is made`() throws {
    let load = try England.load(seed: 3)
    let events = (1...2_000).reduce(0) { $0 + load.makeCase($1).events.count }
    #expect((16...24).contains(events / 2_000))
  }

  @Test func `States only what the vocabulary has words for`() throws {
    let vocabulary = try #require(England.procedure).vocabulary
    for name in EventName.allCases { #expect(vocabulary.event(named: name.rawValue) != nil, "\(name.rawValue)") }
    let known = Set(vocabulary.events.flatMap { $0.attributes.map(\.name) })
    for name in AttributeName.allCases { #expect(known.contains(name.rawValue), "\(name.rawValue)") }
  }
}
