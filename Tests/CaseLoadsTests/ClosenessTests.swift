import CaseLoads
import Testing

@Suite struct `How near a load comes to the statistics` {
  private static func closeness(cases: Int, seed: UInt64) throws -> Closeness {
    let load = try England.load(seed: seed)
    var measure = LoadMeasure(of: load)
    for number in 1...cases { measure.add(load.makeCase(number)) }
    return measure.closeness
  }

  private static func farthest(_ closeness: Closeness, _ isMeant: (StatisticalFigure) -> Bool) throws -> Double {
    let rows = closeness.figures.filter { isMeant($0.figure) }.flatMap(\.rows)
    #expect(!rows.isEmpty)
    return try rows.map { abs(try #require($0.difference)) }.max() ?? 0
  }

  @Test(arguments: [1, 2, 7]) func `Every published share of twenty thousand cases is within a percentage point`(
    seed: UInt64
  ) throws {
    let closeness = try Self.closeness(cases: 20_000, seed: seed)
    #expect(closeness.cases == 20_000)
    #expect(try Self.farthest(closeness) { $0.isPublished && $0.name.isSteering } <= 1)
    // Nothing is made by this one: it is what the lengths of plans come to on a day.
    #expect(try Self.farthest(closeness) { !$0.name.isSteering } < 4)
  }

  @Test(arguments: [2, 3, 4]) func `Every published share of four thousand cases is within three`(seed: UInt64) throws {
    let closeness = try Self.closeness(cases: 4_000, seed: seed)
    #expect(try Self.farthest(closeness) { $0.isPublished && $0.name.isSteering } < 3)
  }

  @Test func `What is assumed is made as it is assumed, as far as there are cases`() throws {
    let closeness = try Self.closeness(cases: 20_000, seed: 1)
    for figure in closeness.figures where !figure.figure.isPublished {
      for row in figure.rows where row.made.whole > 3_000 {
        #expect(abs(try #require(row.difference)) < 3, "\(figure.figure.name.rawValue) \(row.label)")
      }
    }
  }

  @Test func `Every figure has its source or is told to be an assumption, and every share is measured`() throws {
    let closeness = try Self.closeness(cases: 3_000, seed: 5)
    #expect(closeness.figures.map(\.figure.name) == FigureName.allCases)
    for figure in closeness.figures {
      #expect(figure.figure.isPublished ? figure.figure.source?.tables.isEmpty == false : figure.figure.assumption != nil)
      #expect(!figure.rows.isEmpty)
      for row in figure.rows { #expect(row.made.whole > 0, "\(figure.figure.name.rawValue)") }
    }
  }

  @Test func `A load made by other figures follows those`() throws {
    let text = England.statisticsText.replacing(
      "counts: {0 to 10: 6800, 11 to 15: 50780, 16 to 20: 6300, 21 to 45: 8350}",
      with: "counts: {0 to 10: 10, 11 to 15: 20, 16 to 20: 30, 21 to 45: 40}")
    let load = CaseLoad(try #require(England.read(text).statistics), seed: 1)
    var measure = LoadMeasure(of: load)
    for number in 1...6_000 { measure.add(load.makeCase(number)) }
    let figure = try #require(measure.closeness.figures.first { $0.figure.name == .enquiryToConference })
    #expect(figure.rows.map { ($0.stated.fraction * 100).rounded() } == [10, 20, 30, 40, 30])
    for row in figure.rows { #expect(abs(try #require(row.difference)) < 4, "\(row.label)") }
  }
}
