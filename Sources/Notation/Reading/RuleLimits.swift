import Conditions
import Diagnostics
import Procedures

/// Finds rules that are well written each by itself and still ask for what cannot be.
enum RuleLimits {
  /// PL2205 for `all of` elsewhere than in `expect`, PL2419 for a rule that waits for the clock of a fixed cadence.
  static func faults(in rules: [Rule?]) -> [Diagnostic] {
    let slotted = Set(rules.indices.filter { rules[$0]?.hasFixedSlots ?? false })
    return rules.compactMap(\.self).flatMap { rule -> [Diagnostic] in
      var faults: [Diagnostic] = []
      if rule.patternsOfOneMoment.contains(where: \.needsSeveral) {
        faults.append(
          Diagnostic(
            .badPattern, "\"all of\" stands elsewhere than in expect: it waits for several things, which have no one moment.",
            at: rule.place, mend: "Use \"any of\", or one event or state."))
      }
      for read in rule.references.rules.sorted() where slotted.contains(read) {
        faults.append(
          Diagnostic(
            .slotsHaveNoClock,
            "\"\(rules[read]?.fullName ?? "")\" is counted in fixed slots, so there is no one clock to wait for or to ask about.",
            at: rule.place, mend: "Ask about a rule without \"slots: fixed\"."))
      }
      return faults
    }
  }
}

extension Rule {
  fileprivate var hasFixedSlots: Bool {
    if case .cadence(let cadence) = form { cadence.grid == .fixedFromEntry } else { false }
  }

  /// The patterns that must come at one moment: triggers, exceptions, extensions, and what a check looks at.
  fileprivate var patternsOfOneMoment: [Pattern] {
    switch form {
    case .deadline(let deadline):
      var patterns = [deadline.unless, deadline.extended?.pattern].compactMap(\.self)
      if case .pattern(let pattern) = deadline.trigger { patterns.append(pattern) }
      return patterns
    case .cadence(let cadence): return [cadence.unless].compactMap(\.self)
    case .check(let check): return [check.at]
    case .invariant: return []
    }
  }
}

extension Pattern {
  fileprivate var needsSeveral: Bool {
    switch self {
    case .event, .entering, .leaving: false
    case .any(let patterns): patterns.contains(where: \.needsSeveral)
    case .all(let patterns): patterns.count > 1 || patterns.contains(where: \.needsSeveral)
    }
  }
}
