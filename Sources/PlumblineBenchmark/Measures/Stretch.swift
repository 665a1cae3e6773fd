import Foundation

/// How long something took.
struct Stretch: Sendable {
  /// **Unit:** seconds by the clock on the wall.
  let seconds: Double
  /// **Unit:** seconds of all cores together, of the program and of the system on its behalf.
  let processorSeconds: Double

  /// How long the work takes.
  init(of work: () throws -> Void) rethrows {
    let before = Stretch.processorSeconds()
    let took = try ContinuousClock().measure(work)
    seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    processorSeconds = Stretch.processorSeconds() - before
  }

  /// What this process has used up so far.
  private static func processorSeconds() -> Double {
    var used = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
    return Double(used.tv_sec) + Double(used.tv_nsec) / 1e9
  }
}
