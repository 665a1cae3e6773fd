/// Makes random conditions, as text, over the names of `SmallWorld`.
struct RandomDemands {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func condition(_ depth: Int) -> String {
    guard depth > 0, below(5) > 0 else { return atom() }
    switch below(7) {
    case 0, 1: return "(\(condition(depth - 1)) and \(condition(depth - 1)))"
    case 2, 3: return "(\(condition(depth - 1)) or \(condition(depth - 1)))"
    case 4, 5: return "not(\(condition(depth - 1)))"
    default: return "(if \(condition(depth - 1)) then \(condition(depth - 1)) else \(condition(depth - 1)))"
    }
  }

  private mutating func atom() -> String {
    switch below(13) {
    case 0: #"this.outcome \#(equality) "\#(word)""#
    case 1: #"this.outcome in ("\#(word)", "\#(word)")"#
    case 2: pick(["this.urgent", "this.urgent = true", "this.urgent != true", "this.urgent = false"])
    case 3: "this.score \(comparison) \(below(4))"
    case 4: "this.score in \(pick(["[", "("]))\(below(2))..\(below(3) + 1)\(pick(["]", ")"]))"
    case 5: "this.score \(comparison) limit"
    case 6: "limit \(comparison) \(below(3))"
    case 7: #"list contains(this.attended, "social_worker")"#
    case 8: #"list contains(["plan", "\#(word)"], this.outcome)"#
    case 9: pick(["occurred(met)", "count(met) \(comparison) \(below(3))"])
    case 10: "w." + pick(["none", "on_plan", "on_plan.first", "on_plan.second", "never"])
    case 11: "both." + pick(["both", "both.left", "both.left.x", "both.left.y"])
    default: pick(["true", "false", "limit between 1 and 2", "this.score between 1 and limit"])
    }
  }

  private var word: String { mutating get { pick(["plan", "no_plan", "unsure"]) } }
  private var equality: String { mutating get { pick(["=", "!="]) } }
  private var comparison: String { mutating get { pick(["=", "!=", "<", "<=", ">", ">="]) } }

  private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

  /// A whole number from zero up to, but not including, another (SplitMix64).
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
