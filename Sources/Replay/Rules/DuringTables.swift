import Conditions
import Procedures

/// Which rules a move of a machine may touch by way of their `while`, as the tables keep it.
struct DuringTables: ~Copyable {
  var of = Column<Places>()
  var rules = Column<Int>()
  var place: Column<Int>
  var workflowsAsked = Column<Int>()
  var firstWord = Column<Int>()
  var shared = Column<UInt64>()
  var more = Column<UInt64>()
  var cadences = Column<UInt64>()
  var firstNamingWord = Column<Int>()
  var naming = Column<UInt64>()

  init(_ making: borrowing TableMaking) {
    let procedure = making.procedure
    place = Column(procedure.rules.map { _ in -1 })
    for (workflow, listening) in making.duringOf.enumerated() {
      let places = rules.place(listening)
      of.append(places)
      let first = shared.count
      firstWord.append(first)
      shared.append(0, times: places.words)
      more.append(0, times: places.words)
      cadences.append(0, times: places.words)
      let firstNaming = naming.count
      firstNamingWord.append(firstNaming)
      naming.append(0, times: places.words * procedure.workflows[workflow].states.count)
      for (number, index) in listening.enumerated() {
        let rule = procedure.rules[index]
        let word = number / 64
        let bit: UInt64 = 1 << UInt64(number & 63)
        if case .deadline = rule.form {} else { cadences[first + word] |= bit }
        if rule.duringOneWorkflow == workflow {
          place[index] = number
        } else if let states = rule.duringStates {
          shared[first + word] |= bit
          for state in states where state.workflow == workflow {
            naming[firstNaming + state.state * places.words + word] |= bit
          }
        } else {
          more[first + word] |= bit
        }
      }
      if !listening.isEmpty { workflowsAsked.append(workflow) }
    }
  }
}
