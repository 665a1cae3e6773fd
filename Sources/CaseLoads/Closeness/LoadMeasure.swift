import CivilTime

/// Goes over the events of made-up cases and counts what they come to, as one would count those of real cases.
///
/// It looks at events alone, and not at what they were drawn from: what a step does to the figures of another shows. Every
/// child of a case is counted.
public struct LoadMeasure: Sendable {
  private let load: CaseLoad
  private(set) var tallies: [Tally]
  private var cases = 0
  private var children = 0
  private var events = 0

  public init(of load: CaseLoad) {
    self.load = load
    tallies = load.statistics.inOrder.map(Tally.init)
  }

  /// Counts a case.
  public mutating func add(_ made: MadeCase) {
    cases += 1
    children += made.children.count
    events += made.events.count
    count(.childrenInFamily) { $0.count(length: made.children.count) }
    for child in made.children.indices {
      var walk = ChildMeasure(made)
      for event in made.events where event.children & 1 << UInt8(child) != 0 { walk.take(event, &self) }
      guard let referred = made.events.first?.day else { continue }
      let years = (0...17).last { made.children[child].born.adding(years: $0) <= referred } ?? 0
      count(.ageAtReferral) { $0.count(length: years) }
    }
  }

  public var closeness: Closeness {
    let figures = zip(load.statistics.inOrder, tallies).map { figure, tally in
      FigureCloseness(figure: figure, rows: tally.rows(of: figure))
    }
    return Closeness(
      statistics: load.statistics, seed: load.seed, cases: cases, children: children, events: events, figures: figures)
  }

  mutating func count(_ name: FigureName, _ note: (inout Tally) -> Void) { note(&tallies[LoadMeasure.places[name] ?? 0]) }

  /// The place of every figure among all.
  private static let places = Dictionary(uniqueKeysWithValues: FigureName.allCases.enumerated().map { ($1, $0) })
}
