/// The names that mean something in SCXML files.
enum SCXMLNames {
  static let namespace = "http://www.w3.org/2005/07/scxml"
  /// What Plumbline adds to SCXML, so that a workflow can be written to it and read back whole.
  static let plumbline = "urn:plumbline:workflow"
  /// Namespaces whose attributes mean nothing to any machine.
  static let silent = [XMLNaming.ofXML, "http://www.w3.org/2001/XMLSchema-instance"]
  /// Elements by which an editor keeps how it drew a machine, wherever they stand.
  static let drawn: Set<PlacedElement.Name> = [
    PlacedElement.Name(namespace: "http://www.qt.io/2015/02/scxml-ext", local: "editorinfo")
  ]
  /// The type of a `<send>` to a state machine, and its short name.
  static let processors = [
    "http://www.w3.org/TR/scxml/#SCXMLEventProcessor", "http://www.w3.org/TR/scxml/#SCXMLEventProcessor/", "scxml",
  ]
  static let executionError = "error.execution"
  static let communicationError = "error.communication"
}

/// The elements of SCXML.
enum SCXMLElement: String, CaseIterable {
  case scxml
  case state
  case parallel
  case final
  case initial
  case history
  case transition
  case onEntry = "onentry"
  case onExit = "onexit"
  case raise
  case send
  case cancel
  case log
  case `if`
  case elseIf = "elseif"
  case `else`
  // What needs a data model or a second machine.
  case dataModel = "datamodel"
  case data
  case assign
  case doneData = "donedata"
  case content
  case param
  case script
  case forEach = "foreach"
  case invoke
  case finalize

  static let states: Set<SCXMLElement> = [.state, .parallel, .final, .history]
  static let actions: Set<SCXMLElement> = [.raise, .send, .cancel, .log, .if]
  private static let uncovered: Set<SCXMLElement> = [
    .dataModel, .data, .assign, .doneData, .content, .param, .script, .forEach, .invoke, .finalize,
  ]

  /// Whether it belongs to the control part, which is all that is read.
  var isCovered: Bool { !Self.uncovered.contains(self) }

  /// What may stand in it.
  var children: Set<SCXMLElement> {
    switch self {
    case .scxml: [.state, .parallel, .final]
    case .state: Self.states.union([.initial, .transition, .onEntry, .onExit])
    case .parallel: [.state, .parallel, .history, .transition, .onEntry, .onExit]
    case .final: [.onEntry, .onExit]
    case .initial, .history: [.transition]
    case .transition, .onEntry, .onExit: Self.actions
    case .if: Self.actions.union([.elseIf, .else])
    default: []
    }
  }

  /// The attributes it may have, by whether they are read.
  var attributes: [String: SCXMLAttributeUse] {
    switch self {
    case .scxml:
      ["initial": .read, "name": .read, "version": .read, "datamodel": .read, "binding": .read]
    case .state: ["id": .read, "initial": .read]
    case .parallel, .final: ["id": .read]
    case .history: ["id": .read, "type": .read]
    case .transition: ["event": .read, "cond": .read, "target": .read, "type": .read]
    case .raise: ["event": .needed]
    case .send:
      [
        "event": .needed, "target": .read, "type": .read, "id": .read, "delay": .read, "eventexpr": .notCovered,
        "targetexpr": .notCovered, "typeexpr": .notCovered, "idlocation": .notCovered, "delayexpr": .notCovered,
        "namelist": .notCovered,
      ]
    case .cancel: ["sendid": .needed, "sendidexpr": .notCovered]
    case .log: ["label": .read, "expr": .read]
    case .if, .elseIf: ["cond": .needed]
    default: [:]
    }
  }

  /// The attributes that Plumbline adds.
  var plumblineAttributes: Set<String> {
    switch self {
    case .scxml: ["title", "signals"]
    case .state, .parallel, .final, .history: ["name", "title"]
    case .transition: ["name", "when", "signal", "completed", "optional", "leaves"]
    case .raise: ["signal"]
    case .send: ["signal", "after"]
    default: []
    }
  }
}

/// How an attribute of SCXML is used.
enum SCXMLAttributeUse {
  case read
  /// An element without it means nothing.
  case needed
  /// It needs a data model.
  case notCovered
}
