import Conditions
import Histories
import Procedures

extension CaseRun {
  /// Forgets what earlier questions found missing.
  func beginAsking() {
    if !missing.isEmpty { missing.removeAll() }
    timeIsUncertain = false
  }

  /// Makes a clock's trigger and member what expressions speak of.
  func bind(to number: Int) {
    trigger = clocks[number].trigger
    member = clocks[number].member
    workflow = tables.figures[clocks[number].rule].workflow
    beginAsking()
  }

  /// Answers a compiled condition: where it asks about a birth or a due date that may lie before or after, under each.
  func holds(_ condition: CompiledCondition) -> Truth {
    let mark = mark
    let truth = holds(condition.step)
    guard supposition.isNeeded else { return truth }
    forget(since: mark)
    return underEverySupposition(condition, truth)
  }

  /// Answers what the nominal dating says.
  func holdsNominally(_ condition: CompiledCondition) -> Truth {
    let truth = holds(condition.step)
    supposition = Supposition()
    return truth
  }

  /// The value of an expression as the nominal dating gives it.
  func value(of condition: Condition) -> Value {
    defer { supposition = Supposition() }
    return condition.evaluate(in: self)
  }

  /// Answers what stands in the brackets of a pattern, which sees how things were before the event.
  func holdsBefore(_ condition: CompiledCondition) -> Truth {
    isAskingBefore = !machinesBefore.isEmpty
    defer { isAskingBefore = false }
    return holds(condition)
  }

  private func underEverySupposition(_ condition: CompiledCondition, _ nominal: Truth) -> Truth {
    var waiting = supposition.all
    defer { supposition = Supposition() }
    var found: Truth?
    var isDecided = true
    while let one = waiting.popLast() {
      supposition = one
      let mark = mark
      let truth = holds(condition.step)
      // One answer may bring up the next question.
      if supposition.isNeeded {
        forget(since: mark)
        waiting += supposition.all
        continue
      }
      if found ?? truth != truth { isDecided = false }
      found = truth
    }
    if !isDecided { timeIsUncertain = true }
    return isDecided ? found ?? nominal : .unknown
  }

  /// How a machine of the child at hand stands, or stood before the event.
  func standing(_ workflow: WorkflowIndex) -> MachineState {
    isAskingBefore ? machinesBefore[workflow] : machines[machinePlace(child, workflow)]
  }

  func holds(_ step: Int32) -> Truth {
    switch tables.steps[Int(step)] {
    case .thisIsTrue(let attribute): return truthOfThis(attribute)
    case .thisIsOneOf(let attribute, let words):
      let word = wordOfThis(attribute)
      return word < 0 ? .unknown : Truth(tables.wordSets[Int(words)] & (1 << UInt128(word)) != 0)
    case .thisContains(let attribute, let word): return contains(attribute, Int(word))
    case .thisIsKnown(let attribute): return isKnown(attribute)
    case .state(let workflow, let state):
      let truth = isIn(Int(state), of: Int(workflow))
      if truth == .unknown { noteMissing(.state(StateReference(workflow: Int(workflow), state: Int(state)))) }
      return truth
    case .not(let inner): return holds(inner).negated
    case .and(let a, let b):
      let mark = mark
      let first = holds(a)
      return first == .no ? .no : decided(first.and(holds(b)), since: mark)
    case .or(let a, let b):
      let mark = mark
      let first = holds(a)
      return first == .yes ? .yes : decided(first.or(holds(b)), since: mark)
    case let seldom: return holds(seldom: seldom)
    }
  }

  /// The steps that are asked less often, apart from the others so that those stay short.
  @inline(never) private func holds(seldom step: ConditionStep) -> Truth {
    switch step {
    case .thisContainsEach(let attribute): return member < 0 ? .unknown : contains(attribute, member)
    case .thisIsEach(let attribute):
      let word = member < 0 ? -1 : wordOfThis(attribute)
      return word < 0 ? .unknown : Truth(word == member)
    case .eachIs(let word): return member < 0 ? .no : Truth(member == Int(word))
    case .thisIsEmpty(let attribute, let words): return isEmpty(attribute, words)
    case .unborn:
      guard case .truth(let isUnborn) = fact(.unborn, of: nil) else { return .unknown }
      return Truth(isUnborn)
    case .occurred(let event, let reach): return occurred(Int(event), reach)
    case .occurredSince(let number): return occurredSince(tables.sinces[Int(number)])
    case .latestIsKnown(let number): return latestIsKnown(tables.latestsKnown[Int(number)])
    case .ofOccurrences(let number): return ofOccurrences(tables.ofOccurrences[Int(number)])
    case .occurrenceQuestion(let number): return answer(tables.questions[Int(number)])
    case .daysCompare(let number): return compare(tables.dayComparisons[Int(number)])
    case .itemIsTrue(let attribute): return itemIsTrue(attribute)
    case .itemIsOneOf(let attribute, let words): return itemIsOneOf(attribute, tables.wordSets[Int(words)])
    case .itemContains(let attribute, let word): return itemContains(attribute, Int(word))
    case .unlessStated(let attribute, let number): return unlessStated(attribute, number)
    case .someSibling(let workflow, let state): return someSibling(Int(state), of: Int(workflow))
    case .constant(let truth): return Truth(truth)
    case .evaluated(let number): return evaluate(number)
    case .thisIsTrue, .thisIsOneOf, .thisContains, .thisIsKnown, .state, .not, .and, .or:
      preconditionFailure("a step that is asked often is answered at once")
    }
  }

  // MARK: Members together

  /// Answers a condition for every word that `each` may stand for at once; what is left unknown is to be asked word by
  /// word, which notes what is missing.
  func holds(_ condition: CompiledCondition, forEach words: UInt128) -> MemberTruths {
    member = -1
    beginAsking()
    let truths = holds(condition.step, forEach: words)
    guard supposition.isNeeded else { return truths }
    supposition = Supposition()
    return .unknown
  }

  private func holds(_ step: Int32, forEach words: UInt128) -> MemberTruths {
    switch tables.steps[Int(step)] {
    case .thisContainsEach(let attribute):
      guard let set = setOfThis(attribute) else { return .unknown }
      return MemberTruths(yes: set.inside & words, no: set.outside & words)
    case .thisIsEach(let attribute):
      let word = wordOfThis(attribute)
      return word < 0 ? .unknown : MemberTruths(oneOf: words, 1 << UInt128(word))
    case .eachIs(let word): return MemberTruths(oneOf: words, 1 << UInt128(word))
    case .not(let inner): return holds(inner, forEach: words).negated
    case .and(let a, let b):
      let first = holds(a, forEach: words)
      return first.no == words ? first : first.and(holds(b, forEach: words))
    case .or(let a, let b):
      let first = holds(a, forEach: words)
      return first.yes == words ? first : first.or(holds(b, forEach: words))
    default: return MemberTruths(holds(step), of: words)
    }
  }

  /// How much has been noted as missing or uncertain.
  private var mark: (missing: Int, timeIsUncertain: Bool) { (missing.count, timeIsUncertain) }

  /// The answer; where it is decided, what was read in vain on the way is not missing.
  private func decided(_ truth: Truth, since mark: (missing: Int, timeIsUncertain: Bool)) -> Truth {
    if truth != .unknown { forget(since: mark) }
    return truth
  }

  private func forget(since mark: (missing: Int, timeIsUncertain: Bool)) {
    missing.removeAll(from: mark.missing)
    timeIsUncertain = mark.timeIsUncertain
  }

  private func unlessStated(_ attribute: Int32, _ evaluated: Int32) -> Truth {
    if probe == nil, cell(of: attribute, event) < 0 {
      noteMissing(ofThis: attribute)
      return .unknown
    }
    return evaluate(evaluated)
  }

  private func someSibling(_ state: StateIndex, of workflow: WorkflowIndex) -> Truth {
    var found = Truth.no
    for index in children.indices where index != child && children[index].isJudged {
      found = found.or(isNow(state, of: workflow, index))
      if found == .yes { break }
    }
    if found == .unknown { noteMissing(.state(StateReference(workflow: workflow, state: state))) }
    return found
  }

  private func isKnown(_ attribute: Int32) -> Truth {
    let stated: AttributeCell
    if let probe {
      stated = probe.cell.attribute == attribute ? probe.cell : .unknown
    } else {
      let cell = cell(of: attribute, event)
      stated = cell < 0 ? .unknown : attributes[cell]
    }
    return isKnown(stated)
  }

  func isKnown(_ stated: AttributeCell) -> Truth {
    switch stated.kind {
    case .unknown: return .no
    case .set: return Truth(stated.set.inside | stated.set.outside != 0)
    case .truth, .choice, .other: return .yes
    }
  }

  private func isEmpty(_ attribute: Int32, _ words: Int32) -> Truth {
    guard let set = setOfThis(attribute) else { return .unknown }
    if set.inside != 0 { return .no }
    if set.isWhole(of: Int(words)) { return .yes }
    noteMissing(ofThis: attribute)
    return .unknown
  }
}
