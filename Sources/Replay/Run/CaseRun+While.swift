import CivilTime
import Conditions
import Procedures

extension CaseRun {
  /// Brings the `while` of every rule that a changed state may touch up to date.
  func updateDuring(at occasion: Occasion, isLapsing: Bool) {
    var next = 0
    while next < changes.count {
      let workflow = changes[next].workflow
      let first = next
      while next < changes.count, changes[next].workflow == workflow { next += 1 }
      updateDuring(of: workflow, first..<next, at: occasion, isLapsing: isLapsing)
    }
    for place in tables.duringBirth.indices {
      updateDuring(tables.duringBirth[place], at: occasion, isLapsing: isLapsing)
    }
  }

  /// Brings the `while` of every rule up to date as judging of a child begins.
  func beginDuring(at occasion: Occasion) {
    for place in tables.workflowsAsked.indices {
      let workflow = tables.workflowsAsked[place]
      let first = tables.firstDuringWord[workflow]
      for word in first..<(first + tables.duringOf[workflow].words) {
        let holds = duringBits(word, of: workflow)
        duringHeld[child * tables.duringShared.count + word] = holds
        let asked = (holds | tables.duringShared[word] | tables.duringMore[word]) & tables.duringCadences[word]
        if asked != 0 { beginOpening(asked, in: word, of: workflow, at: occasion) }
      }
    }
    for place in tables.duringBirth.indices {
      updateDuring(tables.duringBirth[place], at: occasion, isLapsing: false)
    }
  }

  /// Asks the rules whose `while` a machine's move may have changed, in their order.
  ///
  /// Where it asks about states of that workflow only, it hangs on the configuration alone; where it asks about states of
  /// several, on whether one that it names was entered or left. Deadlines have nothing to do as their `while` begins to
  /// hold, and only open clocks lapse as it ends.
  private func updateDuring(
    of workflow: WorkflowIndex, _ moved: Range<Int>, at occasion: Occasion, isLapsing: Bool
  ) {
    let words = tables.duringOf[workflow].words
    if words == 0 { return }
    let first = tables.firstDuringWord[workflow]
    for word in 0..<words {
      let own = child * tables.duringShared.count + first + word
      let held = duringHeld[own]
      let holds = duringBits(first + word, of: workflow)
      var asked = tables.duringMore[first + word]
      if tables.duringShared[first + word] != 0 {
        let naming = tables.firstNamingWord[workflow] + word
        for place in moved { asked |= tables.duringNaming[naming + changes[place].state * words] }
      }
      if isLapsing {
        asked |= held & ~holds
        if asked != 0 { lapse(asked, in: first + word, of: workflow, at: occasion) }
      } else {
        duringHeld[own] = holds
        asked = (asked | holds & ~held) & tables.duringCadences[first + word]
        if asked != 0 { beginOpening(asked, in: first + word, of: workflow, at: occasion) }
      }
    }
  }

  private func lapse(_ asked: UInt64, in word: Int, of workflow: WorkflowIndex, at occasion: Occasion) {
    let first = tables.duringOf[workflow].range.lowerBound + (word - tables.firstDuringWord[workflow]) * 64
    var left = asked
    while left != 0 {
      updateDuring(tables.duringRules[first + left.takeLowestBit()], at: occasion, isLapsing: true)
    }
  }

  private func beginOpening(_ asked: UInt64, in word: Int, of workflow: WorkflowIndex, at occasion: Occasion) {
    let first = tables.duringOf[workflow].range.lowerBound + (word - tables.firstDuringWord[workflow]) * 64
    var left = asked
    while left != 0 {
      updateDuring(tables.duringRules[first + left.takeLowestBit()], at: occasion, isLapsing: false)
    }
  }

  /// Of 64 rules whose `while` names a workflow, those whose `while` asks about it alone and holds, bit by bit.
  @inline(__always) private func duringBits(_ word: Int, of workflow: WorkflowIndex) -> UInt64 {
    let configuration = machines[machinePlace(child, workflow)].configuration
    return tables.duringWords[word, configuration] ?? askDuring(word, of: workflow)
  }

  private func askDuring(_ word: Int, of workflow: WorkflowIndex) -> UInt64 {
    let places = tables.duringOf[workflow].range
    var bits: UInt64 = 0
    for place in places.dropFirst((word - tables.firstDuringWord[workflow]) * 64).prefix(64) {
      let figures = tables.figures[tables.duringRules[place]]
      guard figures.duringWorkflow == workflow, figures.during.map(holdsNominally) == .yes else { continue }
      bits |= 1 << UInt64((place - places.lowerBound) & 63)
    }
    tables.duringWords.remember(bits, word, in: machines[machinePlace(child, workflow)].configuration)
    return bits
  }

  private func updateDuring(_ rule: RuleIndex, at occasion: Occasion, isLapsing: Bool) {
    let place = rulePlace(child, rule)
    let isDeadline = tables.figures[rule].form == .deadline
    if isLapsing {
      // A deadline opens only while its `while` holds, so that what is open then is what can lapse.
      guard isDeadline ? openClocks[place] >= 0 : during[place], !isDuring(rule) else { return }
      during[place] = false
      while openClocks[place] >= 0 {
        close(
          Int(openClocks[place]),
          by: ClockEnding(kind: .left, time: occasion.time, event: occasion.event, minute: occasion.minute))
      }
    } else if !isDeadline, !during[place], isDuring(rule) {
      during[place] = true
      duringNow.append(Int32(truncatingIfNeeded: place))
      trigger = occasion.event
      open(rule, at: occasion, parent: -1)
    }
  }

  func isDuring(_ rule: RuleIndex) -> Bool {
    let workflow = tables.figures[rule].duringWorkflow
    guard workflow >= 0 else {
      guard let during = tables.figures[rule].during else { return true }
      return holdsNominally(during) == .yes
    }
    let place = tables.duringPlace[rule]
    let bits = duringBits(tables.firstDuringWord[workflow] + place / 64, of: workflow)
    return bits & (1 << UInt64(place & 63)) != 0
  }
}
