import Foundation
import Synchronization

/// A line on standard error that tells how far a command is, once it has taken two seconds and if someone is looking.
final class ProgressLine: Sendable {
  private struct State {
    var done = 0
    var total: Int
    var isShown = false
    var isOver = false
  }

  private let doing: String
  private let things: String
  private let state: Mutex<State>

  /// - Parameters:
  ///   - doing: what the command does: "Replaying".
  ///   - things: to what: "histories".
  init(_ doing: String, _ total: Int = 0, of things: String) {
    self.doing = doing
    self.things = things
    state = Mutex(State(total: total))
    guard Terminal.standardError.isATerminal else { return }
    Task.detached { [self] in
      try await Task.sleep(for: .seconds(2))
      while write() { try await Task.sleep(for: .milliseconds(500)) }
    }
  }

  func show(_ count: Int) { state.withLock { $0.done = count } }

  func show(_ count: Int, of total: Int) { state.withLock { ($0.done, $0.total) = (count, total) } }

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
      let total = state.total > 0 ? " of \(state.total)" : ""
      ProgressLine.put("\r\u{1B}[K\(doing): \(state.done)\(total) \(things) done")
      return true
    }
  }

  private static func put(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
