import Conditions
public import Procedures

/// What is written otherwise in two versions of a procedure, in the words of a designer.
public struct StructureDifference: Sendable {
  /// One thing that differs.
  public struct Change: Sendable, Hashable {
    public enum Part: String, Sendable, CaseIterable {
      case event, workflow, state, transition, rule, figure
    }

    public enum Manner: String, Sendable {
      case added, removed, changed
    }

    /// A term of the thing as it was and as it is; `nil` where one of the two does not have it.
    public struct Term: Sendable, Hashable {
      let label: String
      let old: String?
      let new: String?
    }

    public let part: Part
    public let manner: Manner
    /// `workflow.rule`, `workflow.state`, or the name of a figure, event or workflow; of a transition its workflow.
    public let name: String
    /// What it is or demands, in one line.
    public let says: String
    let terms: [Term]
    /// The states that a transition leads between, as it is to be or, where it is removed, as it was; `nil` for all else.
    let ends: Ends?
    /// Its number in the old procedure and in the new, where it is there: of a transition that among those of its workflow.
    public let numbers: Numbers

    /// The states that a transition leads between, by their paths in the workflow.
    struct Ends: Sendable, Hashable {
      let from: String
      /// None where it stays where it is.
      let to: [String]

      /// "from on_plan to closed", "staying in on_plan".
      var inWords: String { to.isEmpty ? "staying in \(from)" : "from \(from) to \(to.joinedInWords())" }
    }

    public struct Numbers: Sendable, Hashable {
      public let old: Int?
      public let new: Int?
    }

    /// Whether cases may be judged otherwise, and not only the words or the source are others.
    public var isOfSubstance: Bool { terms.isEmpty || terms.contains { !["Says", "Source", "Force"].contains($0.label) } }
  }

  public let changes: [Change]
  /// Rules that are written alike and hang on a figure that is not, by their full names, in the order of the new procedure.
  public let touched: [String]

  /// Compares by name: what is called otherwise is told as removed and added.
  ///
  /// Complexity: O(n log n) in the number of states, transitions, rules and figures.
  ///
  /// - Parameter old: the procedure as it was, and where it was read from, by which a figure without a source is told.
  public init(
    old: (procedure: Procedure, origin: ProcedureOrigin), new: (procedure: Procedure, origin: ProcedureOrigin)
  ) {
    let before = DescribedProcedure(old.procedure, old.origin)
    let after = DescribedProcedure(new.procedure, new.origin)
    var changes = StructureDifference.changes(before.things, after.things)
    changes.sort { ($0.part.order, $0.name, $0.says) < ($1.part.order, $1.name, $1.says) }
    self.changes = changes
    let figures = Set(changes.filter { $0.part == .figure && $0.manner == .changed }.map(\.name))
    let rewritten = Set(changes.filter { $0.part == .rule }.map(\.name))
    touched = new.procedure.rules.filter { rule in
      !rewritten.contains(rule.fullName) && rule.parameters.contains { figures.contains(new.procedure.parameters[$0].name) }
    }.map(\.fullName)
  }

  private static func changes(_ old: [DescribedThing], _ new: [DescribedThing]) -> [Change] {
    let before = Dictionary(old.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let removed = old.filter { after[$0.key] == nil }.map {
      $0.change(.removed, [], numbers: Change.Numbers(old: $0.number, new: nil))
    }
    let others = new.compactMap { thing -> Change? in
      guard let earlier = before[thing.key] else {
        return thing.change(.added, [], numbers: Change.Numbers(old: nil, new: thing.number))
      }
      let terms = earlier.terms(against: thing)
      let numbers = Change.Numbers(old: earlier.number, new: thing.number)
      return terms.isEmpty ? nil : thing.change(.changed, terms, numbers: numbers)
    }
    return removed + others
  }
}

extension StructureDifference.Change.Part {
  fileprivate var order: Int { StructureDifference.Change.Part.allCases.firstIndex(of: self) ?? 0 }
}

/// A part of a procedure by what it is called, with what it says.
private struct DescribedThing {
  struct Key: Hashable {
    let part: StructureDifference.Change.Part
    let name: String
    /// Tells apart several of one name: of the transitions of a workflow what takes each, and where.
    var detail = ""
    var ordinal = 1
  }

  let key: Key
  let number: Int
  let says: String
  let ends: StructureDifference.Change.Ends?
  let terms: [(label: String, text: String)]

  func change(
    _ manner: StructureDifference.Change.Manner, _ terms: [StructureDifference.Change.Term],
    numbers: StructureDifference.Change.Numbers
  ) -> StructureDifference.Change {
    StructureDifference.Change(
      part: key.part, manner: manner, name: key.name, says: says, terms: terms, ends: ends, numbers: numbers)
  }

  /// The terms that another version of it has otherwise.
  func terms(against new: DescribedThing) -> [StructureDifference.Change.Term] {
    let labels = terms.map(\.label) + new.terms.map(\.label).filter { label in !terms.contains { $0.label == label } }
    return labels.compactMap { label in
      let (before, after) = (terms.first { $0.label == label }?.text, new.terms.first { $0.label == label }?.text)
      return before == after ? nil : StructureDifference.Change.Term(label: label, old: before, new: after)
    }
  }
}

/// Everything of a procedure that a difference is told of.
private struct DescribedProcedure {
  private(set) var things: [DescribedThing] = []
  private let words: ReportedCase
  /// How many things there are of one name.
  private var counts: [DescribedThing.Key: Int] = [:]

  init(_ procedure: Procedure, _ origin: ProcedureOrigin) {
    words = ReportedCase(rulesOf: procedure, origin: origin)
    for (number, event) in procedure.vocabulary.events.enumerated() { add(event, number) }
    for (number, workflow) in procedure.workflows.enumerated() { add(workflow, number) }
    for (number, rule) in procedure.rules.enumerated() { add(rule, number) }
    for (number, parameter) in procedure.parameters.enumerated() { add(parameter, number) }
  }

  private mutating func add(
    _ part: StructureDifference.Change.Part, _ name: String, number: Int, says: String,
    _ terms: [(label: String, text: String)] = []
  ) {
    add(DescribedThing.Key(part: part, name: name), number: number, says: says, ends: nil, terms)
  }

  private mutating func add(
    _ key: DescribedThing.Key, number: Int, says: String, ends: StructureDifference.Change.Ends?,
    _ terms: [(label: String, text: String)]
  ) {
    var key = key
    counts[key, default: 0] += 1
    key.ordinal = counts[key] ?? 1
    things.append(DescribedThing(key: key, number: number, says: says, ends: ends, terms: terms))
  }

  private mutating func add(_ event: Vocabulary.Event, _ number: Int) {
    add(
      .event, event.name, number: number, says: event.title,
      event.attributes.map { ($0.name.asWords, $0.type.inWords + $0.type.members) })
  }

  private mutating func add(_ workflow: Workflow, _ number: Int) {
    add(.workflow, workflow.name, number: number, says: workflow.title)
    for (number, state) in workflow.states.enumerated() {
      let parent = state.parent.map { workflow.states[$0].path }
      add(
        .state, "\(workflow.name).\(state.path)", number: number, says: state.title ?? state.name.asWords.capitalised,
        [("Kind", state.kind.inWords(in: workflow)), ("Inside", parent ?? "the workflow")])
    }
    for (number, transition) in workflow.transitions.enumerated() { add(transition, number, of: workflow) }
  }

  private mutating func add(_ transition: Transition, _ number: Int, of workflow: Workflow) {
    let label = words.label(of: transition, in: workflow)
    let ends = StructureDifference.Change.Ends(
      from: workflow.states[transition.from].path, to: transition.to.map { workflow.states[$0].path })
    let name = transition.name ?? "\(label) in \(ends.from)"
    add(
      DescribedThing.Key(part: .transition, name: workflow.name, detail: name), number: number,
      says: "\(label), \(ends.inWords)", ends: ends,
      [
        ("Leads to", ends.to.isEmpty ? "where it is" : ends.to.joinedInWords()),
        ("Required", transition.isOptional ? "no" : "yes"), ("Taken by", label), ("In", ends.from),
      ])
  }

  private mutating func add(_ rule: Rule, _ number: Int) {
    let terms = [("Says", rule.says)] + RuleExplanation(words).terms(of: rule)
    let rest = [
      ("Found as", rule.finds.rawValue), ("In force", rule.inForce.inWords), ("Source", words.source(of: rule)),
      ("Force", words.force(of: rule)),
    ]
    add(.rule, rule.fullName, number: number, says: rule.says, terms + rest)
  }

  private mutating func add(_ parameter: Parameter, _ number: Int) {
    let source = parameter.citation == nil ? [] : [("Source", words.source(of: parameter))]
    add(
      .figure, parameter.name, number: number, says: parameter.says ?? parameter.name.asWords.capitalised,
      [("Value", words.values(of: parameter))] + source)
  }
}

extension State.Kind {
  fileprivate func inWords(in workflow: Workflow) -> String {
    func names(_ states: [StateIndex]) -> String { states.map { workflow.states[$0].path }.joinedInWords() }
    switch self {
    case .atomic: return "a state"
    case .compound(let start): return "states one after another, from \(names(start))"
    case .parallel: return "states side by side"
    case .end: return "an end"
    case .history(.shallow, let otherwise): return "the state last left, or \(names(otherwise))"
    case .history(.deep, let otherwise): return "the state last left with all inside it, or \(names(otherwise))"
    }
  }
}

extension ConditionType {
  /// The words of its closed list, for a change of one of them to be seen.
  fileprivate var members: String {
    switch self {
    case .choice(let list), .set(let list): " (\(list.members.map(\.asWords).joined(separator: ", ")))"
    default: ""
    }
  }
}
