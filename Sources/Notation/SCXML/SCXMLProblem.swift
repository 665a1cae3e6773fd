import Diagnostics

/// What can be wrong with an XML file as SCXML.
enum SCXMLProblem {
  case notTheRoot(String)
  case unknownElement(String)
  case elementElsewhere(String, within: String)
  case unknownAttribute(String, of: String)
  case missingAttribute(String, of: String)
  case missingElement(String, of: String)
  case badValue(String, attribute: String, expected: String)
  case textElsewhere(within: String)
  case elementTwice(String, within: String)
  case identifierTwice(String, first: Place)
  case unknownState(String, mend: String?)
  case targetsNotTogether(String, String)
  case targetOutside(String, of: String)
  case startTwice
  case startUnneeded(String)
  case attributeUnneeded(String, of: String)
  case historyCircle(String)
  case transitionWithoutTrigger
  case conditionSyntax(String)
  case noState
  case nestedTooDeeply
  case unknownSignal(String, mend: String?)
  case elementNotCovered(String)
  case foreignElement(String)
  case attributeNotCovered(String)
  case conditionNotCovered(String)
  case dataModelNotCovered(String)
  case extensionLeftOut(String)
  case logKeptAsText
  case sendFails(String, error: String)
  case inUnknownState(String)
}
