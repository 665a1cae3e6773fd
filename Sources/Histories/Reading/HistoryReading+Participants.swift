import Diagnostics

/// For whom an entry is, and what it says of some of them only.
struct Participants {
  /// Bit `i` is child `i`; zero is nobody.
  var children: UInt64
  var own: [(child: Int, entries: [PlacedNode.Entry])] = []
}

extension HistoryReading {
  /// `for`: a list of children, a mapping with what differs by child, `world`, or nothing for all of them.
  mutating func participants(of node: PlacedNode?) -> Participants {
    guard let node else { return Participants(children: allChildren) }
    if node.scalar == "world" { return Participants(children: 0) }
    var participants = Participants(children: 0)
    switch node.content {
    case .scalar(let name, _): include(name, at: node.place, in: &participants)
    case .list(let items):
      for item in items {
        guard let name = text(of: item, as: "A child in `for`") else { continue }
        include(name, at: item.place, in: &participants)
      }
    case .entries(let entries):
      for entry in entries {
        guard let child = include(entry.key, at: entry.keyPlace, in: &participants) else { continue }
        guard let own = self.entries(of: entry.value, as: "What is said of one child") else { continue }
        participants.own.append((child, own))
      }
    case .nothing: break
    }
    let isEmpty = (node.list?.isEmpty ?? false) || (node.entries?.isEmpty ?? false) || node.isNothing
    if isEmpty { report(ValueProblem.forNobody, at: node.place) }
    return participants
  }

  @discardableResult
  private mutating func include(_ name: String, at place: Place, in participants: inout Participants) -> Int? {
    guard let child = children.firstIndex(of: name) else {
      report(NameProblem.unknownChild, at: place)
      return nil
    }
    if participants.children & (1 << UInt64(child)) != 0 { report(ShapeProblem.duplicateChild, at: place) }
    participants.children |= 1 << UInt64(child)
    return child
  }
}
