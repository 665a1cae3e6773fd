public import Conditions

/// What a procedure says beforehand about the names in its conditions: the values of its figures, the words of its
/// attributes, and which states of one machine go together.
public struct Surroundings: Sendable {
  public let scope: ConditionScope
  let parameters: [Parameter]
  /// By workflow; `nil` for one of whose states nothing is taken for known.
  let machines: [StatesTogether?]
  /// Whether a figure that is true or false may be either, whatever it is set to here.
  let areSwitchesFree: Bool

  public init(scope: ConditionScope, parameters: [Parameter], workflows: [Workflow]) {
    self.init(scope: scope, parameters: parameters, machines: workflows.map { StatesTogether(of: $0) }, areSwitchesFree: false)
  }

  public init(of procedure: Procedure) {
    self.init(scope: procedure.scope, parameters: procedure.parameters, workflows: procedure.workflows)
  }

  private init(scope: ConditionScope, parameters: [Parameter], machines: [StatesTogether?], areSwitchesFree: Bool) {
    self.scope = scope
    self.parameters = parameters
    self.machines = machines
    self.areSwitchesFree = areSwitchesFree
  }

  /// The same, where nothing is taken for known of the states of one workflow.
  public func without(statesOf workflow: WorkflowIndex) -> Surroundings {
    var machines = machines
    if machines.indices.contains(workflow) { machines[workflow] = nil }
    return Surroundings(scope: scope, parameters: parameters, machines: machines, areSwitchesFree: areSwitchesFree)
  }

  /// The same, where a figure that is true or false may be either: it is a switch that a profile turns.
  public var withFreeSwitches: Surroundings {
    Surroundings(scope: scope, parameters: parameters, machines: machines, areSwitchesFree: true)
  }

  /// The type that an attribute has in every one of these events; `nil` where it has none or several.
  func type(of attribute: AttributeIndex, in events: [EventIndex]) -> ConditionType? {
    let types = events.map { event in scope.events[event].attributes.first { $0.index == attribute }?.type }
    guard let first = types.first, types.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}
