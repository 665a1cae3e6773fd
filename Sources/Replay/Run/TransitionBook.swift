/// Which transitions the machines took, where they are asked for.
struct TransitionBook: ~Copyable {
  var isKept = true
  private(set) var lines: [TakenTransition] = []

  mutating func forget() {
    if !lines.isEmpty { lines.removeAll(keepingCapacity: true) }
  }

  mutating func add(_ line: TakenTransition) { lines.append(line) }
}
