extension MadeAttribute.Value {
  /// As tables and objects have it.
  var text: String {
    switch self {
    case .word(let word): word
    case .words(let words): words.count == 1 ? words[0] : words.joined(separator: " ")
    case .truth(let truth): truth ? "yes" : "no"
    case .length(let length): length
    }
  }
}

extension MadeCase {
  /// The names of the children of an event; empty where it is for all of them and none need be named.
  func childrenText(of event: MadeEvent, isFirst: Bool) -> String {
    let every = UInt8(truncatingIfNeeded: (1 << children.count) - 1)
    if event.children == every, !isFirst { return "" }
    return children.indices.filter { event.children & 1 << UInt8($0) != 0 }.map { children[$0].name }.joined(separator: " ")
  }

  /// The child whose first event this is, if it is one child's.
  ///
  /// Every case begins with a referral for each child, in the order of the children.
  func newChild(at place: Int) -> MadeChild? { place < children.count ? children[place] : nil }
}
