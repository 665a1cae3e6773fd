import CivilTime
import Conditions
import Diagnostics
import Procedures

/// Tells the figures that have no value on days on which a rule that reads them is in force.
enum ParameterGaps {
  /// PL5007 for each such figure.
  static func faults(in procedure: Procedure) -> [Diagnostic] {
    var readers: [ParameterIndex: [Rule]] = [:]
    for rule in procedure.rules {
      for parameter in rule.references.parameters { readers[parameter, default: []].append(rule) }
    }
    return procedure.parameters.enumerated().compactMap { number, parameter in
      guard let first = parameter.values.first?.from else { return nil }
      let early = readers[number]?.filter { isInForce($0, before: first) } ?? []
      return early.isEmpty ? nil : fault(of: parameter, from: first, readBy: early)
    }
  }

  private static func isInForce(_ rule: Rule, before day: Day) -> Bool { rule.inForce.from.map { $0 < day } ?? true }

  private static func fault(of parameter: Parameter, from day: Day, readBy rules: [Rule]) -> Diagnostic {
    let starts = rules.compactMap(\.inForce.from)
    let since = starts.count == rules.count ? starts.min().map { " from \($0)" } : nil
    let more = rules.count > 1 ? " and \(counted(rules.count - 1, "other rule"))" : ""
    let isOne = rules.count == 1
    return Diagnostic(
      .parameterGap,
      "The figure \"\(parameter.name)\" has no value before \(day), when \(rules[0].inWords)\(more) \(isOne ? "is" : "are") in force\(since ?? "").",
      at: parameter.place,
      mend: "Give it the value that applied before, or bound the rule with \"in force: \(day)..\".",
      notes: [Diagnostic.Note("This rule reads it.", at: rules[0].place)])
  }
}
