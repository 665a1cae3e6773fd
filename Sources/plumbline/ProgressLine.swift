import Foundation
import Synchronization

/// A line on standard error that tells how far a replay is, once it has taken two seconds and if someone is looking.
final class ProgressLine: Sendable {
  private struct State {
    var done = 0
    var isShown = false
    var isOver = false
  }

  private let total: Int
  private let state = Mutex(State())

  init(total: Int) {
    self.total = total
    guard Terminal.standardError.isATerminal else { return }
    Task.detached { [self] in
      try await Task.sleep(for: .seconds(2))
      while write() { try await Task.sleep(for: .milliseconds(500)) }
    }
  }

  func show(_ count: Int) { state.withLock { $0.done = count } }

  /// Takes the line away.
  func end() {
    state.withLock { state in
      state.isOver = true
      if state.isShown { ProgressLine.put("\r\u{1B}[K") }
    }
  }

  /// Writes the line; false once there is nothing more to tell.
  private func write() -> Bool {
    state.withLock { state in
      guard !state.isOver else { return false }
      state.isShown = true
      ProgressLine.put("\r\u{1B}[KReplaying: \(state.done) of \(total) histories done")
      return true
    }
  }

  private static func put(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
