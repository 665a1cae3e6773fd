import Foundation

/// Works on parts with several threads and hands on what comes of them in the order in which they came, holding no more than a
/// few for each thread.
///
/// The class is `@unchecked Sendable`: everything that changes is touched under `lock` alone, and each worker is made and used
/// on one thread.
final class OrderedPipeline<Part: Sendable, Outcome: Sendable>: @unchecked Sendable {
  private let lock = NSCondition()
  private let makeWorker: @Sendable () -> (Part) -> Outcome
  private let emit: (Part, Outcome) -> Void
  private let mostOnTheWay: Int
  private let jobs: Int
  private var waiting: [(number: Int, part: Part)] = []
  private var ready: [Int: (Part, Outcome)] = [:]
  private var submitted = 0
  private var emitted = 0
  private var isOver = false
  private var isEmitting = false
  private var running = 0
  /// For one job, on the caller's own thread.
  private lazy var ownWorker = makeWorker()

  /// - Parameters:
  ///   - jobs: how many threads; one is the caller's own.
  ///   - makeWorker: makes what works on parts, once for each thread.
  ///   - emit: takes each part with what came of it, in order and never two at once.
  init(jobs: Int, makeWorker: @escaping @Sendable () -> (Part) -> Outcome, emit: @escaping (Part, Outcome) -> Void) {
    self.jobs = max(1, jobs)
    self.makeWorker = makeWorker
    self.emit = emit
    mostOnTheWay = max(1, jobs) * 4
    guard jobs > 1 else { return }
    running = jobs
    for _ in 0..<jobs {
      let thread = Thread { [self] in work() }
      // A replay goes as deep as conditions and states are nested.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// Takes in the next part, and waits while too many are on the way.
  func submit(_ part: Part) {
    guard jobs > 1 else { return emit(part, ownWorker(part)) }
    lock.lock()
    while submitted - emitted >= mostOnTheWay { lock.wait() }
    waiting.append((submitted, part))
    submitted += 1
    lock.broadcast()
    lock.unlock()
  }

  /// Waits until everything was handed on.
  func finish() {
    guard jobs > 1 else { return }
    lock.lock()
    isOver = true
    lock.broadcast()
    while running > 0 { lock.wait() }
    lock.unlock()
  }

  private func work() {
    let worker = makeWorker()
    lock.lock()
    while true {
      while waiting.isEmpty, !isOver { lock.wait() }
      guard !waiting.isEmpty else { break }
      let (number, part) = waiting.removeFirst()
      lock.unlock()
      let outcome = worker(part)
      lock.lock()
      ready[number] = (part, outcome)
      handOn()
    }
    running -= 1
    lock.broadcast()
    lock.unlock()
  }

  /// Hands on all that is ready and next in order; called with the lock held, which is given up meanwhile.
  private func handOn() {
    guard !isEmitting else { return }
    isEmitting = true
    while let (part, outcome) = ready.removeValue(forKey: emitted) {
      lock.unlock()
      emit(part, outcome)
      lock.lock()
      emitted += 1
      lock.broadcast()
    }
    isEmitting = false
  }
}
