import Diagnostics

extension SCXMLProblem {
  func diagnostic(at place: Place) -> Diagnostic {
    let (code, message, mend) = wording
    var notes: [Diagnostic.Note] = []
    if case .identifierTwice(_, let first) = self { notes.append(Diagnostic.Note("It is also the id here.", at: first)) }
    return Diagnostic(code, message, at: place, mend: mend, notes: notes)
  }

  private var wording: (DiagnosticCode, String, String?) {
    switch self {
    case .elementNotCovered, .foreignElement, .attributeNotCovered, .conditionNotCovered, .dataModelNotCovered, .extensionLeftOut,
      .logKeptAsText, .sendFails, .inUnknownState:
      wordingOfLimits
    case .notTheRoot(let name):
      (.scxmlNotTheRoot, "The outermost element of an SCXML file is <scxml>, and this is <\(name)>.", nil)
    case .unknownElement(let name):
      (
        .scxmlUnknownElement, "SCXML has no element <\(name)>.",
        Suggestion.mend(for: name, among: SCXMLElement.allCases.map(\.rawValue))
      )
    case .elementElsewhere(let name, let outer):
      (.scxmlElementElsewhere, "<\(name)> does not stand in <\(outer)>.", "Move or delete it.")
    case .elementTwice(let name, let outer): (.scxmlElementTwice, "<\(outer)> has one <\(name)>.", "Keep one.")
    case .unknownAttribute(let name, let element):
      (
        .scxmlUnknownAttribute, "<\(element)> has no attribute \"\(name)\".",
        SCXMLElement(rawValue: element).flatMap { Suggestion.mend(for: name, among: $0.attributes.keys.sorted()) }
      )
    case .attributeUnneeded(let name, let element):
      (.scxmlUnknownAttribute, "The <transition> of <\(element)> has no \"\(name)\".", "Delete it.")
    case .missingAttribute(let name, let element):
      (.scxmlMissingAttribute, "<\(element)> lacks its \"\(name)\".", "Add \(name)=\"…\".")
    case .missingElement(let name, let element):
      (.scxmlMissingElement, "<\(element)> lacks its <\(name)>.", "Add it.")
    case .badValue(let value, let attribute, let expected):
      (.scxmlBadValue, "\"\(value)\" is no value of \"\(attribute)\".", expected)
    case .textElsewhere(let outer): (.scxmlTextElsewhere, "<\(outer)> holds no text.", "Delete it, or put it into <!-- -->.")
    default: wordingOfStates
    }
  }

  /// What is wrong between states.
  private var wordingOfStates: (DiagnosticCode, String, String?) {
    switch self {
    case .identifierTwice(let id, _): (.scxmlIdentifierTwice, "\"\(id)\" is the id of two states.", "Rename one of the two.")
    case .unknownState(let name, let mend): (.scxmlUnknownState, "There is no state \"\(name)\".", mend)
    case .targetsNotTogether(let first, let second):
      (
        .scxmlTargetsNotTogether, "The machine cannot be in \"\(first)\" and \"\(second)\" at once.",
        "Name one, or one in each child of a <parallel>."
      )
    case .targetOutside(let target, let outer):
      (.scxmlTargetOutside, "\"\(target)\" does not lie inside \"\(outer)\".", "Name a state inside it.")
    case .startTwice:
      (.scxmlStartTwice, "The state has both an \"initial\" and an <initial>.", "Keep one of the two.")
    case .startUnneeded(let name):
      (.scxmlStartUnneeded, "\"\(name)\" has no states inside, so none is the first.", "Delete this.")
    case .historyCircle(let name):
      (
        .scxmlHistoryCircle, "Without a memory the history state \"\(name)\" leads back to itself.",
        "Let its <transition> lead to a state that is no history state."
      )
    case .transitionWithoutTrigger:
      (.scxmlTransitionWithoutTrigger, "Nothing says when this is taken, nor where it leads.", "Add event, cond or target.")
    case .conditionSyntax(let what): (.scxmlConditionSyntax, what, "Write In('id'), true, false, !, &&, || and ().")
    case .noState: (.scxmlNoState, "The machine has no state to begin in.", "Add a <state>.")
    case .nestedTooDeeply:
      (.xmlNestedTooDeeply, "History states lead to history states too many times over.", "Let them lead to states.")
    case .unknownSignal(let name, let mend):
      (.unknownSignal, "There is no signal \"\(name)\".", mend ?? "Add it to the \"signals\" of <scxml>.")
    default: (.scxmlBadValue, "", nil)
    }
  }

  /// What the control part of SCXML does not cover.
  private var wordingOfLimits: (DiagnosticCode, String, String?) {
    let mend = "Only states, transitions, In(), raise, send, cancel, log and if are read: take the data out."
    return switch self {
    case .elementNotCovered(let name):
      (.scxmlElementNotCovered, "<\(name)> is not read: it needs a data model or another machine.", mend)
    case .foreignElement(let name):
      (
        .scxmlElementNotCovered, "<\(name)> is not of SCXML, and might do something here.",
        "Delete it, or move it out of the actions."
      )
    case .attributeNotCovered(let name):
      (.scxmlAttributeNotCovered, "\"\(name)\" is not read: it needs a data model.", mend)
    case .conditionNotCovered(let word):
      (.scxmlConditionNotCovered, "\"\(word)\" needs a data model, and a condition asks for states alone.", mend)
    case .dataModelNotCovered(let name):
      (
        .scxmlDataModelNotCovered, "The data model \"\(name)\" is not known.",
        "Write datamodel=\"null\"; a file that asks for ecmascript is read if it uses no data."
      )
    case .extensionLeftOut(let name):
      (.scxmlExtensionLeftOut, "What the namespace \"\(name)\" adds is left out.", "See that no machine needs it.")
    case .logKeptAsText:
      (.scxmlLogKeptAsText, "The expression needs a data model, and is told as it is written.", "Write a text in quotes.")
    case .sendFails(let what, let error):
      (.scxmlSendFails, "Nothing is sent to \(what): the machine hears \"\(error)\" here.", nil)
    case .inUnknownState(let name):
      (.scxmlInUnknownState, "There is no state \"\(name)\", so this never holds.", "Name a state of this file.")
    default: (.scxmlBadValue, "", nil)
    }
  }
}
