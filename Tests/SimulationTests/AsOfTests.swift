import CivilTime
import Histories
import Procedures
import Replay
import Testing

/// The Theo case as it would have been told on ten days of its course.
@Suite struct `As of a day` {
  static let days = [
    "2019-09-15", "2019-12-31", "2020-02-15", "2020-03-25", "2020-06-30", "2020-09-15", "2020-11-12", "2020-12-01",
    "2020-12-16", "2020-12-24",
  ]

  private static let replays = days.map { day in
    try? Simulation.replay(Theo.text, name: Theo.path, by: Simulation.then, asOf: Day(iso: day))
  }

  private static func replay(_ number: Int) throws -> (asOf: Day, told: ReplayedCase) {
    (try #require(Day(iso: days[number])), try #require(replays[number]))
  }

  @Test(arguments: days.indices) func `Nothing rests on an event that had certainly not happened by then`(_ number: Int) throws {
    let (asOf, told) = try Self.replay(number)
    for finding in told.replay.findings {
      for number in finding.evidence {
        let span = told.span(of: number)
        #expect(span.earliest <= asOf, "\(finding.identifier) rests on \(told.event(number).identifier), \(span)")
      }
      let due = finding.judgement?.due ?? finding.judgement?.opened
      if finding.kind != .notRecorded, let due { #expect(due.earliest <= asOf, "\(finding.identifier)") }
    }
  }

  /// A breach that had certainly begun, and whose events had certainly happened, was told on that day already.
  @Test(arguments: days.indices) func `What had certainly been breached before stays breached`(_ number: Int) throws {
    let (asOf, told) = try Self.replay(number)
    let whole = try #require(Theo.then)
    for (identifier, finding) in whole.flags where finding.certainty == .certain {
      guard let judgement = finding.judgement, judgement.verdict == .late || judgement.verdict == .broken else { continue }
      let last = judgement.evidence.map { whole.span(of: $0).latest }.max()
      guard let last, last < asOf, judgement.ended?.latest ?? last < asOf else { continue }
      #expect(told.flags[identifier] != nil, "\(identifier) was certain by \(last)")
    }
  }

  @Test(arguments: days.indices) func `What was certainly overdue by then is told as missed by then`(_ number: Int) throws {
    let (asOf, told) = try Self.replay(number)
    let whole = try #require(Theo.then)
    var count = 0
    for (identifier, finding) in whole.flags where finding.certainty == .certain {
      guard let judgement = finding.judgement, judgement.verdict == .missed, let due = judgement.due,
        due.latest < asOf, let opening = judgement.openingEvent, whole.span(of: opening).latest < asOf
      else { continue }
      #expect(told.flags[identifier] != nil, "\(identifier) was due by \(due.latest)")
      count += 1
    }
    if number == Self.days.count - 1 { #expect(count > 20) }
  }

  @Test func `From day to day, what is certain and ended is not taken back`() throws {
    let replays = try Self.days.indices.map(Self.replay)
    for (earlier, later) in zip(replays, replays.dropFirst()) {
      for (identifier, finding) in earlier.1.flags where finding.certainty == .certain {
        guard let judgement = finding.judgement, judgement.verdict == .late || judgement.verdict == .broken,
          judgement.evidence.allSatisfy({ earlier.1.span(of: $0).latest < earlier.0 })
        else { continue }
        #expect(later.1.flags[identifier] != nil, "\(identifier), told as of \(earlier.0), not as of \(later.0)")
      }
    }
  }

  @Test func `Nothing is found before the record begins`() throws {
    let asOf = try #require(Day(iso: "2015-12-31"))
    #expect(try Simulation.replay(Theo.text, name: Theo.path, by: Simulation.then, asOf: asOf).flags.isEmpty)
  }
}
