import CivilTime

/// When each state was entered and left.
struct StayBook {
  struct Line {
    let child: Int
    let address: StateAddress
    let episode: Int
    let entered: TimeReference
    let enteringEvent: Int
    var left: TimeReference?
    var leavingEvent = -1
  }

  struct StateAddress: Hashable {
    let workflow: Int
    let state: Int
  }

  private struct Key: Hashable {
    let child: Int
    let address: StateAddress
  }

  var isKept = true
  private(set) var lines: [Line] = []
  private var open: [Key: Int] = [:]

  mutating func enter(
    child: Int, _ workflow: Int, _ state: Int, at time: TimeReference, event: Int, episode: Int
  ) {
    guard isKept else { return }
    let address = StateAddress(workflow: workflow, state: state)
    open[Key(child: child, address: address)] = lines.count
    lines.append(Line(child: child, address: address, episode: episode, entered: time, enteringEvent: event))
  }

  mutating func leave(child: Int, _ workflow: Int, _ state: Int, at time: TimeReference, event: Int) {
    guard isKept else { return }
    let key = Key(child: child, address: StateAddress(workflow: workflow, state: state))
    guard let line = open.removeValue(forKey: key) else { return }
    lines[line].left = time
    lines[line].leavingEvent = event
  }
}
