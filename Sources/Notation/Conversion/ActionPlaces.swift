import Diagnostics

/// Where the actions of an SCXML file stand.
struct ActionPlaces {
  private struct Owner: Hashable {
    let place: Place
    let handler: SCXMLElement
  }

  private var places: [Owner: [Place]] = [:]

  /// - Parameter source: the file; without it no place is known.
  init(_ source: SourceText?) {
    guard let source, let root = XMLReader.read(source).root else { return }
    for branch in SCXMLTree(root).branches {
      let state = branch.element["id"]?.valuePlace ?? branch.element.place
      add(branch.element.elements(.onEntry), .onEntry, in: state)
      add(branch.element.elements(.onExit), .onExit, in: state)
      let starts = branch.kind == .history ? [branch.element] : branch.element.elements(.initial)
      add(starts.flatMap { $0.elements(.transition) }, .initial, in: state)
      if branch.kind == .history { continue }
      for transition in branch.element.elements(.transition) { add([transition], .transition, in: transition.place) }
    }
  }

  private mutating func add(_ handlers: [PlacedElement], _ handler: SCXMLElement, in owner: Place) {
    let actions = handlers.flatMap { handler in
      handler.elements.filter { $0.kind(beside: handler).map(SCXMLElement.actions.contains) ?? false }
    }
    places[Owner(place: owner, handler: handler)] = actions.map(\.place)
  }

  /// The places of the actions that stand directly in a handler of a state or transition, in order.
  func places(of handler: SCXMLElement, in owner: Place) -> [Place] {
    places[Owner(place: owner, handler: handler)] ?? []
  }
}
