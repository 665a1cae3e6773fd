extension ChartState {
  /// The machine as an SCXML file.
  var text: String {
    let inside = children.map(\.element).joined()
    let start = initial.map { " initial=\"\($0.targetNames)\"" } ?? ""
    return "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\"\(start)>\n\(inside)</scxml>\n"
  }

  private var element: String {
    var lines = onEntry.map { "<onentry>\($0.text)</onentry>" } + onExit.map { "<onexit>\($0.text)</onexit>" }
    if let initial, isHistory {
      lines.append(initial.element)
    } else if let initial {
      lines.append("<initial>\(initial.element)</initial>")
    }
    lines += transitions.map(\.element) + children.map(\.element)
    let name: String
    switch kind {
    case .scxml, .state: name = "state"
    case .parallel: name = "parallel"
    case .final: name = "final"
    case .history: name = "history"
    }
    let depth = kind == .history(isDeep: true) ? " type=\"deep\"" : ""
    return "<\(name) id=\"\(identifier)\"\(depth)>\n\(lines.joined(separator: "\n"))</\(name)>\n"
  }
}

extension ChartTransition {
  fileprivate var targetNames: String { targets.map(\.identifier).joined(separator: " ") }

  fileprivate var element: String {
    var attributes = ""
    if !events.isEmpty { attributes += " event=\"\(events.joined(separator: " "))\"" }
    if let condition { attributes += " cond=\"\(condition.text)\"" }
    if !targets.isEmpty { attributes += " target=\"\(targetNames)\"" }
    if isInternal { attributes += " type=\"internal\"" }
    return "<transition\(attributes)>\(content.text)</transition>"
  }
}

extension ChartCondition {
  fileprivate var text: String {
    switch self {
    case .isIn(let identifier): "In('\(identifier)')"
    case .not(let inner): "!(\(inner.text))"
    case .and(let a, let b): "(\(a.text) &amp;&amp; \(b.text))"
    case .or(let a, let b): "(\(a.text) || \(b.text))"
    }
  }
}

extension [ChartAction] {
  fileprivate var text: String { map(\.text).joined() }
}

extension ChartAction {
  fileprivate var text: String {
    switch self {
    case .raise(let event): "<raise event=\"\(event)\"/>"
    case .send(let event, let delay, let identifier):
      "<send event=\"\(event)\" delay=\"\(delay)ms\"" + (identifier.map { " id=\"\($0)\"" } ?? "") + "/>"
    case .cancel(let identifier): "<cancel sendid=\"\(identifier)\"/>"
    case .log(let text): "<log label=\"said\" expr=\"'\(text)'\"/>"
    case .choose(let condition, let then, let otherwise):
      "<if cond=\"\(condition.text)\">\(then.text)<else/>\(otherwise.text)</if>"
    case .failingSend: "<send event=\"lost\" target=\"nowhere\"/>"
    }
  }
}
