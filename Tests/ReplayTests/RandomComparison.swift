import CivilTime
import Diagnostics
import Histories
import Procedures
import Replay

/// A replay, fast or slow, as far as two are compared.
typealias Engine = (Procedure, CaseHistory, Day?) -> ReferenceResult

/// The replay that people use.
func fastEngine(_ procedure: Procedure, _ history: CaseHistory, _ asOf: Day?) -> ReferenceResult {
  Replayer(procedure).replay(history, asOf: asOf).compared
}

extension CaseReplay {
  /// What is compared of it.
  var compared: ReferenceResult {
    ReferenceResult(judgements: judgements, departures: departures, stays: stays, transitions: transitions)
  }
}

/// The replay that is slow and obvious.
func referenceEngine(_ procedure: Procedure, _ history: CaseHistory, _ asOf: Day?) -> ReferenceResult {
  ReferenceInterpreter(procedure).replay(history, asOf: asOf)
}

/// A random procedure with a random history, on which two replays are held against one another.
struct RandomComparison {
  var procedure: RandomProcedure
  var history: RandomCase

  /// What only one of the two says, in sorted lines; `nil` where they agree or where there is nothing to replay.
  func difference(_ one: Engine, _ other: Engine) -> (one: [String], other: [String])? {
    guard let procedure = procedure.read().procedure, let history = history.history(for: procedure) else { return nil }
    return difference(one, other, procedure, history)
  }

  func difference(
    _ one: Engine, _ other: Engine, _ procedure: Procedure, _ history: CaseHistory
  ) -> (one: [String], other: [String])? {
    let writer = RandomResultWriter(procedure: procedure, history: history)
    let first = writer.lines(of: one(procedure, history, self.history.asOf))
    let second = writer.lines(of: other(procedure, history, self.history.asOf))
    if first == second { return nil }
    return (subtract(first, second), subtract(second, first))
  }

  /// The lines that stand oftener in the first list.
  private func subtract(_ lines: [String], _ others: [String]) -> [String] {
    var left = others
    return lines.filter { line in
      guard let index = left.firstIndex(of: line) else { return true }
      left.remove(at: index)
      return false
    }
  }

  /// The smallest pair found by dropping parts as long as the two still differ.
  func shrunk(_ one: Engine, _ other: Engine) -> RandomComparison {
    var best = self
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      for candidate in best.smaller() where candidate.difference(one, other) != nil {
        best = candidate
        isSmaller = true
        break
      }
    }
    return best
  }

  func report(_ one: Engine, _ other: Engine) -> String {
    let difference = difference(one, other)
    let files = procedure.files.dropFirst(2).map(\.text).joined(separator: "\n")
    return """
      \(files)
      history:
      \(history)
      only the reference says:
      \(difference?.one.map { "  " + $0 }.joined(separator: "\n") ?? "")
      only the replay says:
      \(difference?.other.map { "  " + $0 }.joined(separator: "\n") ?? "")
      """
  }
}

extension RandomComparison {
  /// Every pair with one part less.
  private func smaller() -> [RandomComparison] {
    var found: [RandomComparison] = []
    func add(_ change: (inout RandomComparison) -> Void) {
      var copy = self
      change(&copy)
      found.append(copy)
    }
    for index in procedure.rules.indices.reversed() { add { $0.procedure.rules.remove(at: index) } }
    for index in history.entries.indices.reversed() { add { $0.drop(entry: index) } }
    for workflow in procedure.workflows.indices {
      if procedure.workflows.count > 1 { add { $0.procedure.workflows.remove(at: workflow) } }
      for index in procedure.workflows[workflow].transitions.indices.reversed() {
        add { $0.procedure.workflows[workflow].transitions.remove(at: index) }
      }
      for index in procedure.workflows[workflow].states.indices.dropFirst() {
        add { $0.procedure.workflows[workflow].states.remove(at: index) }
      }
    }
    for index in procedure.rules.indices {
      for key in procedure.rules[index].keys.indices { add { $0.procedure.rules[index].keys.remove(at: key) } }
    }
    for index in history.complete.indices { add { $0.history.complete.remove(at: index) } }
    for index in history.entries.indices { found += smaller(entry: index) }
    if history.children.count > 1 { add { $0.dropLastChild() } }
    for index in history.children.indices {
      if history.children[index].born != nil { add { $0.history.children[index].born = nil } }
      if history.children[index].known != nil { add { $0.history.children[index].known = nil } }
      if history.children[index].until != nil { add { $0.history.children[index].until = nil } }
      if !history.children[index].startsIn.isEmpty { add { $0.history.children[index].startsIn = [] } }
    }
    if history.asOf != nil { add { $0.history.asOf = nil } }
    for index in history.complete.indices {
      if history.complete[index].from != nil { add { $0.history.complete[index].from = nil } }
      if history.complete[index].until != nil { add { $0.history.complete[index].until = nil } }
    }
    return found
  }

  private func smaller(entry index: Int) -> [RandomComparison] {
    var found: [RandomComparison] = []
    func add(_ change: (inout RandomCase.Entry) -> Void) {
      var copy = self
      change(&copy.history.entries[index])
      found.append(copy)
    }
    let entry = history.entries[index]
    for attribute in entry.attributes.indices { add { $0.attributes.remove(at: attribute) } }
    if entry.isFree { add { $0.isFree = false } }
    if entry.minute != nil { add { $0.minute = nil } }
    if entry.children.count > 1 { for child in entry.children { add { $0.children.remove(child) } } }
    if entry.claims.count > 1 { add { $0.claims.removeFirst() } }
    if case .between(let first, let last)? = entry.claims.last, entry.claims.count == 1 {
      add { $0.claims = [.on(Day(number: (first.number + last.number) >> 1))] }
    }
    return found
  }

  private mutating func drop(entry index: Int) {
    let gone = RandomCase.Moment.event(history.entries.remove(at: index).identifier)
    for child in history.children.indices {
      if history.children[child].known == gone { history.children[child].known = nil }
      if history.children[child].born == gone { history.children[child].born = nil }
      if history.children[child].until == gone { history.children[child].until = nil }
    }
    for stretch in history.complete.indices {
      if history.complete[stretch].from == gone { history.complete[stretch].from = nil }
      if history.complete[stretch].until == gone { history.complete[stretch].until = nil }
    }
  }

  private mutating func dropLastChild() {
    history.children.removeLast()
    let count = history.children.count
    for index in history.entries.indices {
      history.entries[index].children = history.entries[index].children.filter { $0 < count }
    }
  }
}
