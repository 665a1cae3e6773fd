import Diagnostics
import Foundation
import Notation
import Procedures
import Replay
import Testing

/// Machines made at random, each followed by the engine beside the pseudo-code of SCXML.
struct RandomMachines {
  let firstSeed: UInt64
  let range: RandomChart.Range
  private let count: UInt64
  private(set) var charts = 0
  private(set) var events = 0
  private(set) var givenUp = 0
  private(set) var finished = 0
  private(set) var said = 0

  /// - Parameter count: how many machines are compared, where `PLUMBLINE_RANDOM_CHARTS` does not say.
  init(from firstSeed: UInt64, count: UInt64, _ range: RandomChart.Range) {
    self.firstSeed = firstSeed
    self.range = range
    self.count = ProcessInfo.processInfo.environment["PLUMBLINE_RANDOM_CHARTS"].flatMap(UInt64.init) ?? count
  }

  /// Compares machine after machine, and reports the first that differs.
  ///
  /// - Parameter compare: the first difference of one machine, or `nil`.
  mutating func compareAll(
    _ compare: (inout RandomMachines, ChartState, Workflow, _ seed: UInt64) -> String?
  ) {
    for seed in firstSeed..<(firstSeed + count) {
      let root = RandomChart(seed: seed, range: range).root
      let (workflow, diagnostics) = SCXMLReader.read(SourceText(name: "random.scxml", text: root.text))
      let wrong =
        workflow.map { compare(&self, root, $0, seed) } ?? DiagnosticRenderer(sources: []).render(diagnostics)
      if let wrong {
        Issue.record("seed \(seed): \(wrong)\n\(root.text)")
        return
      }
    }
    #expect(events > 10 * charts && 2 * givenUp < charts)
  }

  /// Follows a machine and the pseudo-code through events and stretches of time.
  ///
  /// - Parameters:
  ///   - difference: how the machine differs from the pseudo-code, or `nil`.
  ///   - take: lets time pass in both, or both hear one event, and tells which.
  mutating func follow(
    _ run: inout VirtualRun, beside reference: AppendixD, seed: UInt64, difference: (VirtualRun) -> String?,
    take: (inout RandomSource, inout VirtualRun) -> String
  ) -> String? {
    var random = RandomSource(seed: seed &* 31)
    charts += 1
    reference.interpret()
    if !reference.isGivenUp { run.begin() }
    var told = "the beginning"
    for _ in 0..<40 {
      if reference.isGivenUp { break }
      if let wrong = difference(run) { return "after \(told): \(wrong)" }
      if run.isFinished { break }
      events += 1
      told = take(&random, &run)
    }
    givenUp += reference.isGivenUp ? 1 : 0
    finished += run.isFinished ? 1 : 0
    said += run.log.count
    return nil
  }
}

extension AppendixD {
  /// The states it is in, in document order.
  var states: [String] { configuration.sorted { $0.order < $1.order }.map(\.identifier) }

  /// Lets time pass here and, unless this never comes to rest, in a machine.
  func pass(_ milliseconds: Int, with run: inout VirtualRun) {
    pass(milliseconds)
    if !isGivenUp { run.pass(Milliseconds(milliseconds)) }
  }
}
