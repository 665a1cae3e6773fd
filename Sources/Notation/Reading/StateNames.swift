import Conditions
import Diagnostics

/// Finds the states of one workflow by the names that transitions give them.
struct StateNames {
  /// The path of every state, in document order.
  let paths: [String]
  private let indices: [String: StateIndex]

  init(paths: [String]) {
    self.paths = paths
    self.indices = Dictionary(paths.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The state that a bare name, a path, or the end of one path means.
  func state(_ node: PlacedNode?, into diagnostics: inout [Diagnostic]) -> StateIndex? {
    guard let node, let name = node.scalar else { return nil }
    if let index = indices[name] { return index }
    let ending = paths.indices.filter { paths[$0].hasSuffix("." + name) }
    if ending.count == 1 { return ending[0] }
    if ending.isEmpty {
      let names = paths + paths.compactMap { $0.split(separator: ".").last.map(String.init) }
      diagnostics.append(.unknown(.unknownState, "state", node, among: names))
    } else {
      let meanings = ending.map { paths[$0] }.joined(separator: " or ")
      diagnostics.append(
        Diagnostic(
          .unknownState, "\"\(name)\" is the name of \(ending.count) states.", at: node.place, mend: "Write \(meanings)."))
    }
    return nil
  }
}
