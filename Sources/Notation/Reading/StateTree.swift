import Conditions
import Diagnostics

/// The states of a workflow as they are written, numbered in document order.
struct StateTree {
  struct Branch {
    let entry: PlacedNode.Entry
    let path: String
    let parent: StateIndex?
    var children: [StateIndex] = []

    var name: String { entry.key }
    var node: PlacedNode { entry.value }
  }

  private(set) var branches: [Branch] = []
  private(set) var top: [StateIndex] = []

  init(_ workflow: PlacedNode) {
    for entry in workflow.entries(.states) { top.append(grow(entry, in: nil)) }
  }

  /// - Complexity: recursion as deep as the states are nested, which the YAML reader bounds.
  private mutating func grow(_ entry: PlacedNode.Entry, in parent: StateIndex?) -> StateIndex {
    let index = branches.count
    let path = parent.map { branches[$0].path + "." + entry.key } ?? entry.key
    branches.append(Branch(entry: entry, path: path, parent: parent))
    for inner in entry.value.entries(.states) {
      let child = grow(inner, in: index)
      branches[index].children.append(child)
    }
    return index
  }

  /// Whether a state lies inside another, at any depth.
  func isInside(_ state: StateIndex, _ outer: StateIndex) -> Bool {
    var parent = branches[state].parent
    while let current = parent {
      if current == outer { return true }
      parent = branches[current].parent
    }
    return false
  }
}
