import Foundation
import Synchronization

/// Work that several threads do at once.
enum Threads {
  /// How many cores there are.
  static var all: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// One, two, four and so on up to a number, and that number.
  static func upTo(_ most: Int) -> [Int] {
    var counts = Array(sequence(first: 1) { $0 * 2 < most ? $0 * 2 : nil })
    if most > 1 { counts.append(most) }
    return counts
  }

  /// Does a share of the work on each of some threads, and waits for all; gives what came of each share.
  static func share<Outcome: Sendable>(
    among count: Int, _ work: @escaping @Sendable (_ share: Int) throws -> Outcome
  ) throws -> [Outcome] {
    guard count > 1 else { return [try work(0)] }
    let outcomes = Mutex<[Int: Result<Outcome, any Error>]>([:])
    let waiting = DispatchGroup()
    for share in 0..<count {
      waiting.enter()
      let thread = Thread {
        let outcome = Result { try work(share) }
        outcomes.withLock { $0[share] = outcome }
        waiting.leave()
      }
      // A replay goes as deep as conditions and states are nested.
      thread.stackSize = 8 << 20
      thread.start()
    }
    waiting.wait()
    return try outcomes.withLock { found in try (0..<count).compactMap { try found[$0]?.get() } }
  }
}
