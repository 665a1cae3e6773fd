/// The names an expression may use, and what each means.
///
/// One scope is made for each place of a procedure in which an expression may stand.
public struct ConditionScope: Sendable {
  public struct Event: Sendable {
    public let name: String
    /// The attributes this event carries.
    public let attributes: [Attribute]

    public init(name: String, attributes: [Attribute]) {
      self.name = name
      self.attributes = attributes
    }
  }

  public struct Attribute: Sendable {
    public let name: String
    public let index: AttributeIndex
    public let type: ConditionType

    public init(name: String, index: AttributeIndex, type: ConditionType) {
      self.name = name
      self.index = index
      self.type = type
    }
  }

  public struct Workflow: Sendable {
    public let name: String
    /// The full path of every state below the workflow, in document order: `in_pre_proceedings.letter_sent`.
    public let states: [String]

    public init(name: String, states: [String]) {
      self.name = name
      self.states = states
    }
  }

  public struct Parameter: Sendable {
    public let name: String
    public let type: ConditionType

    public init(name: String, type: ConditionType) {
      self.name = name
      self.type = type
    }
  }

  public struct Each: Sendable {
    public let name: String
    public let type: ConditionType

    public init(name: String, type: ConditionType) {
      self.name = name
      self.type = type
    }
  }

  /// The vocabulary, in declared order: an `EventIndex` is an index into it.
  public var events: [Event]
  public var roles: ChoiceType
  public var workflows: [Workflow]
  public var parameters: [Parameter]
  /// The full name `workflow.rule` of every rule: a `RuleIndex` is an index into it.
  public var rules: [String]
  /// The workflow in which a bare state or rule name is looked up first.
  public var ownWorkflow: WorkflowIndex?
  /// The event types that `this` may be; `nil` where there is no event at hand.
  public var this: [EventIndex]?
  /// The event types that `trigger` may be; `nil` where no clock is meant. Empty where the clock was opened by a state.
  public var trigger: [EventIndex]?
  /// The member that `each` runs over, under its own name and under the name `each`.
  public var each: Each?

  public init(events: [Event], roles: ChoiceType, workflows: [Workflow], parameters: [Parameter], rules: [String]) {
    self.events = events
    self.roles = roles
    self.workflows = workflows
    self.parameters = parameters
    self.rules = rules
  }
}

/// A state of a workflow, by number.
public struct StateReference: Hashable, Sendable, BitwiseCopyable {
  public let workflow: WorkflowIndex
  public let state: StateIndex

  public init(workflow: WorkflowIndex, state: StateIndex) {
    self.workflow = workflow
    self.state = state
  }
}
