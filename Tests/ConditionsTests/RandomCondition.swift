import SeededNumbers

/// Makes random conditions, as text, over the names of the sample procedure.
struct RandomCondition {
  private var random: SeededNumbers

  init(seed: UInt64) { random = SeededNumbers(seed: seed) }

  /// A truth so many levels deep; names of attributes are bare inside a filter on visits.
  mutating func truth(_ depth: Int, inFilter: Bool = false) -> String {
    let visit = inFilter ? "" : "this."
    if depth == 0 {
      let leaf = pick([
        "\(visit)child_seen", "this.announced", "in_pre_proceedings", "true", "false", "unborn", "1 / 0 > 1",
        #"\#(visit)outcome = "inside""#, #"this.outcome in ("inside", "doorstep")"#, "this.pages > 1",
        #"list contains(trigger.attended, "mother")"#, "this.happened > trigger.happened",
        "letter_sent", "some s in siblings satisfies s.legal_order.care_order",
      ])
      return leaf.contains(" ") ? "(\(leaf))" : leaf
    }
    let inner = depth - 1
    switch Int.random(in: 0..<(inFilter ? 9 : 28), using: &random) {
    case 0: return "(\(truth(inner, inFilter: inFilter)) and \(truth(inner, inFilter: inFilter)))"
    case 1: return "(\(truth(inner, inFilter: inFilter)) or \(truth(inner, inFilter: inFilter)))"
    case 2: return "not(\(truth(inner, inFilter: inFilter)))"
    case 3:
      return
        "(if \(truth(inner, inFilter: inFilter)) then \(truth(inner, inFilter: inFilter)) else \(truth(inner, inFilter: inFilter)))"
    case 4: return "(\(number(inner)) \(comparison) \(number(inner)))"
    case 5: return "(\(date(inner)) \(comparison) \(date(inner)))"
    case 6: return "(\(truth(inner, inFilter: inFilter)) \(pick(["=", "!="])) \(truth(inner, inFilter: inFilter)))"
    case 7: return pick(["all", "any"]) + "([\(truth(inner, inFilter: inFilter)), \(truth(inner, inFilter: inFilter))])"
    case 8: return "(\(number(inner)) in [\(number(0))..\(number(0))\(pick(["]", ")"])))"
    case 9: return "occurred(\(visits(inner)))"
    case 10: return "(count(\(visits(inner))) \(comparison) \(Int.random(in: 0...3, using: &random)))"
    case 11: return "latest(\(visits(inner))).child_seen"
    case 12: return #"(latest(\#(visits(inner))).outcome \#(pick(["=", "!="])) "inside")"#
    case 13:
      return
        "(\(pick(["some", "every"])) v in \(visits(inner)) satisfies (v.child_seen \(pick(["and", "or", "="])) \(truth(inner))))"
    case 14:
      return
        "(\(pick(["some", "every"])) r in trigger.attended satisfies (r = \"mother\" \(pick(["and", "or"])) \(truth(inner))))"
    case 15: return "(count(trigger.attended) \(comparison) \(Int.random(in: 0...3, using: &random)))"
    case 16: return "(count(since(\(visits(inner)), \(visits(inner)))) \(comparison) \(Int.random(in: 0...2, using: &random)))"
    case 17...26: return plainTruth(inner)
    default: return "(\(date(inner)) - \(date(inner)) \(comparison) duration(\"P\(Int.random(in: 0...3, using: &random))D\"))"
    }
  }

  /// A truth from what the standard has on known values.
  private mutating func plainTruth(_ depth: Int) -> String {
    switch Int.random(in: 0..<11, using: &random) {
    case 9: return "(years and months duration(\(date(depth)), \(date(depth))) \(comparison) duration(\"P\(upTo(2))M\"))"
    case 0: return pick(["any", "all"]) + "(for v in \(visits(depth)) return v.child_seen)"
    case 1: return "(sum(for v in \(visits(depth)) return (if v.child_seen then 1 else 2)) \(comparison) 2)"
    case 2: return "(count(for v in \(visits(depth)), i in 1..2 return i) \(comparison) \(upTo(4)))"
    case 3: return "odd(\(number(depth)))"
    case 4: return "(day of week(\(date(depth))) = \(pick(["\"Wednesday\"", "\"Thursday\"", "\"Friday\""])))"
    case 5: return "includes([\(date(depth))..\(date(depth))\(pick(["]", ")"])), \(date(depth)))"
    case 6: return "((\(date(depth)) - \(date(depth))) * 2 \(comparison) duration(\"P\(upTo(6))D\"))"
    case 7: return "{a: \(truth(depth)), b: (not(a) or \(truth(depth)))}.\(pick(["a", "b"]))"
    case 8: return "list contains(append([\(number(depth))], \(number(depth))), \(number(0)))"
    default:
      return pick([
        "(latest(\(visits(depth))).child_seen instance of boolean)", "(\(number(depth)) instance of number)",
        "(\(date(depth)).year \(comparison) 2020)",
      ])
    }
  }

  private mutating func visits(_ depth: Int) -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: "visit_attempted"
    case 1 where depth > 0: "since(\(visits(depth - 1)), \(visits(depth - 1)))"
    default: "visit_attempted[\(truth(max(0, depth - 1), inFilter: true))]"
    }
  }

  private mutating func number(_ depth: Int) -> String {
    if depth == 0 { return pick(["this.pages", "0", "1", "2", "count(trigger.attended)"]) }
    switch Int.random(in: 0..<10, using: &random) {
    case 8: return "modulo(\(number(depth - 1)), 3)"
    case 9: return "floor(\(number(depth - 1)))"
    case 0: return "(\(number(depth - 1)) + \(number(depth - 1)))"
    case 1: return "(\(number(depth - 1)) - \(number(depth - 1)))"
    case 2: return "(\(number(depth - 1)) * \(number(depth - 1)))"
    case 3: return pick(["min", "max", "sum"]) + "(\(number(depth - 1)), \(number(depth - 1)))"
    case 4: return "(if \(truth(depth - 1)) then \(number(depth - 1)) else \(number(depth - 1)))"
    case 5: return "abs(\(number(depth - 1)))"
    case 6: return "working days between(\(date(depth - 1)), \(date(depth - 1)))"
    default: return "(\(number(depth - 1)) ** 2)"
    }
  }

  private mutating func date(_ depth: Int) -> String {
    if depth == 0 { return pick(["this.happened", "trigger.happened", "today", "child.born"]) }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return "(\(date(depth - 1)) + duration(\"P\(Int.random(in: 0...3, using: &random))D\"))"
    case 1: return "(\(date(depth - 1)) + duration(\"P1M\"))"
    case 2: return "(\(date(depth - 1)) - duration(\"P\(pick(["1M", "2D"]))\"))"
    case 3: return "add working days(\(date(depth - 1)), \(Int.random(in: 0...2, using: &random)))"
    case 4: return "(if \(truth(depth - 1)) then \(date(depth - 1)) else \(date(depth - 1)))"
    default: return pick(["min", "max"]) + "(\(date(depth - 1)), \(date(depth - 1)))"
    }
  }

  private var comparison: String {
    mutating get { pick(["=", "!=", "<", "<=", ">", ">="]) }
  }

  private mutating func upTo(_ most: Int) -> Int { Int.random(in: 0...most, using: &random) }

  private mutating func pick(_ choices: [String]) -> String {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }
}
