import Histories
import Procedures
import Replay
import Testing

/// A replayer is for many threads, each with a worker of its own.
@Suite struct WorkersTests {
  private static let workers = 4
  private static let histories = 12

  @Test func `Workers side by side tell of every case what one alone tells`() async throws {
    var compared = 0
    for seed in UInt64(1)...5 {
      let made = RandomProcedureMaker.make(seed: 7_000 + seed)
      guard let procedure = made.read().procedure else { continue }
      let histories = (0..<UInt64(Self.histories)).compactMap {
        RandomCaseMaker.make(seed: seed * 100 + $0, for: procedure, written: made).history(for: procedure)
      }
      let replayer = Replayer(procedure)
      let alone = histories.map { replayer.replay($0).departures }
      let findings = histories.map { replayer.replay($0).findings }
      await withTaskGroup { group in
        for _ in 0..<Self.workers {
          group.addTask {
            let worker = replayer.worker()
            return histories.map { worker.replay($0) }
          }
        }
        for await replays in group {
          #expect(replays.map(\.departures) == alone)
          #expect(replays.map(\.findings) == findings)
          compared += replays.count
        }
      }
    }
    #expect(compared > Self.workers * Self.histories)
  }
}
