import Conditions
import Histories
import Procedures

extension ReportedCase {
  /// The name of an attribute as words, in quotes.
  func name(ofAttribute attribute: AttributeIndex) -> String {
    "\"\(procedure.vocabulary.attributeNames[attribute].asWords)\""
  }

  /// The type of an attribute on the first of the events that carries it.
  func type(of attribute: AttributeIndex, on events: [EventIndex]) -> ConditionType? {
    events.lazy.flatMap { self.procedure.vocabulary.events[$0].attributes }.first { $0.index == attribute }?.type
  }

  /// What an entry of the history states for an attribute and a child; `nil` where it states nothing.
  func value(of attribute: AttributeIndex, at number: Int, child: Int) -> Value? {
    history.value(of: attribute, at: number, child: child)
  }

  /// A value in words, with a role by its title: "the social worker".
  func inWordsWithRoles(_ value: Value, of type: ConditionType) -> String {
    guard case .choice(let role) = value, case .choice(procedure.vocabulary.roleChoice) = type else {
      return inWords(value, of: type)
    }
    return "the \(procedure.vocabulary.roles[role].title.titleInSentence)"
  }

  /// A state with the workflow it belongs to.
  func fullName(of reference: StateReference) -> String {
    "\(name(of: reference)) of \"\(procedure.workflows[reference.workflow].title)\""
  }
}
