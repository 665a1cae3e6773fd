import Procedures

/// Signals on their way to a machine, in the order in which they arrive.
struct WaitingSignals {
  private struct Waiting {
    let signal: Int
    let due: Milliseconds
    let identifier: String?
  }

  private var waiting: [Waiting] = []

  var count: Int { waiting.count }

  /// When the next one arrives.
  var nextDue: Milliseconds? { waiting.first?.due }

  /// Adds a signal behind all that arrive no later.
  mutating func add(_ signal: Int, due: Milliseconds, identifier: String?) {
    var place = waiting.count
    while place > 0, waiting[place - 1].due > due { place -= 1 }
    waiting.insert(Waiting(signal: signal, due: due, identifier: identifier), at: place)
  }

  mutating func takeFirst() -> Int? { waiting.isEmpty ? nil : waiting.removeFirst().signal }

  mutating func cancel(_ identifier: String) { waiting.removeAll { $0.identifier == identifier } }
}
