import Conditions
import Diagnostics
import Procedures

/// Finds rules that read one another in a circle, so that none of them could be judged first.
enum RuleCircles {
  /// PL2404 for each circle, told at its first rule.
  static func faults(in rules: [Rule?]) -> [Diagnostic] {
    let readings = rules.map { ($0?.references.rules ?? []).sorted() }
    var told: Set<RuleIndex> = []
    return rules.indices.compactMap { index in
      guard !told.contains(index), let rule = rules[index], let circle = circle(from: index, in: readings) else { return nil }
      told.formUnion(circle)
      let path = (circle + [index]).compactMap { rules[$0]?.fullName }.joined(separator: " reads ")
      let notes = circle.dropFirst().compactMap { rules[$0] }.map { other in
        Diagnostic.Note("\"\(other.fullName)\" is part of the circle.", at: other.place)
      }
      let message = circle.count == 1 ? "The rule reads itself." : "Rules read one another in a circle: \(path)."
      return Diagnostic(
        .ruleCircle, message, at: rule.place, mend: "Let one of them look at events or states instead.", notes: notes)
    }
  }

  /// The shortest way from a rule back to itself; of several, the one that comes first in the file.
  private static func circle(from start: RuleIndex, in readings: [[RuleIndex]]) -> [RuleIndex]? {
    var cameFrom: [RuleIndex: RuleIndex] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let current = queue[next]
      next += 1
      for read in readings[current] {
        if read == start {
          return Array(sequence(first: current) { $0 == start ? nil : cameFrom[$0] }).reversed()
        }
        if cameFrom[read] == nil {
          cameFrom[read] = current
          queue.append(read)
        }
      }
    }
    return nil
  }
}
