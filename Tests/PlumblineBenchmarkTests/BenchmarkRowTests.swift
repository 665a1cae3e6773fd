import Testing

@testable import PlumblineBenchmark

@Suite struct `Figures of the benchmark table` {
  @Test(arguments: [([3.0, 1, 2], 2.0), ([4, 1, 2, 3], 2.5)])
  func `The median is the middle run, or lies between the two in the middle`(_ values: [Double], _ expected: Double) throws {
    let runs = try #require(Runs(values))
    #expect(runs.median == expected)
    #expect(runs.least == 1)
  }

  @Test func `No runs have no median`() {
    #expect(Runs([]) == nil)
  }

  @Test func `A ratio is of the times for each event`() throws {
    let ours = try row(seconds: 1, events: 1000)
    let other = try row(seconds: 1, events: 100)
    #expect(other.compared(with: ours).ratio == 10)
    #expect(ours.compared(with: ours).processorRatio == 1)
  }

  @Test func `Reports of several processes are joined by their runs, with the highest peak`() {
    let reports = [(1.0, 5), (2.0, 7), (3.0, 6)].map { TrialReport(seconds: [$0], processorSeconds: [$0], peakMemory: $1) }
    let whole = TrialReport.joined(reports)
    #expect(whole.seconds == [1, 2, 3])
    #expect(whole.peakMemory == 7)
  }

  @Test(arguments: [(1, [1]), (2, [1, 2]), (6, [1, 2, 4, 6])])
  func `Threads are measured in powers of two, and as many as there are`(_ most: Int, _ counts: [Int]) {
    #expect(Threads.upTo(most) == counts)
  }

  @Test func `Each share of the work is done once, and what comes of it stands in order`() throws {
    #expect(try Threads.share(among: 3) { $0 * 2 } == [0, 2, 4])
  }

  private func row(seconds: Double, events: Int) throws -> BenchmarkRow {
    try BenchmarkRow("row", threads: 1, TrialReport(seconds: [seconds], processorSeconds: [seconds], events: events))
  }
}
