import CivilTime
import Procedures
import SeededNumbers
import Testing

@testable import Exploration

@Suite struct `Timescales against the trial of every dating` {
  /// The same random procedures in every run; about the days before Christmas, so that holidays matter.
  @Test func `A limit is said not to be kept exactly where no dating keeps it`() throws {
    var source = SeededNumbers(seed: 5_012)
    let firstDay = try #require(Day(year: 2024, month: 12, day: 9))
    var (told, kept) = (0, 0)
    for number in 0..<RandomTimescales.count {
      let random = RandomTimescales(from: &source)
      let day = firstDay.adding(days: Int.random(in: 0...21, using: &source))
      let procedure = try SmallProcedure.read(SmallProcedure.workflow(rules: random.rules))
      let explorer = Explorer(procedure, start: firstDay)
      let rules = TimedRules(procedure, maps: explorer.maps, from: firstDay)
      let limit = try #require(rules.deadlines.first { procedure.rules[$0.rule].name == "limit" })
      var search = MeetingSearch(rules, limit.openings[0], on: day)
      let isTold = search.failure(of: limit) != nil
      let isKept = random.canBeKept(under: procedure, from: day)
      #expect(isTold != isKept, "procedure \(number), from \(day):\n\(random.rules)")
      told += isTold ? 1 : 0
      kept += isKept ? 1 : 0
    }
    #expect(told > RandomTimescales.count / 8)
    #expect(kept > RandomTimescales.count / 5)
  }
}

extension RandomTimescales {
  fileprivate static let count = 40
}
