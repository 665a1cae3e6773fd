import CivilTime
import Conditions
import Procedures
import Replay

extension ReportedCase {
  /// The sentence of a finding's rule, and beside it the figures in force where the sentence names other lengths.
  func says(_ finding: Finding) -> String? {
    guard let rule = rule(finding) else { return nil }
    guard let opened = finding.judgement?.opened else { return rule.says }
    let parting = figuresParting(from: rule, openedOn: opened)
    guard !parting.isEmpty else { return rule.says }
    let told = parting.map { "\(inWords(.parameter($0), openedOn: opened)) (\(procedure.parameters[$0].name.asWords))" }
    return "\(rule.says) Here the \(parting.count == 1 ? "figure in force is" : "figures in force are") \(told.joinedInWords())."
  }

  /// The lengths of a rule that its sentence does not name, though it names one that the rule does not use.
  ///
  /// 1. What the rule uses on these days, and what its sentence names.
  /// 2. A length that is only in the one, where another is only in the other.
  func figuresParting(from rule: Rule, openedOn opened: Span) -> [ParameterIndex] {
    let figures = rule.lengthParameters.sorted().map { index in
      (index, Set([opened.earliest, opened.latest].compactMap { procedure.period(.parameter(index), on: $0)?.inMonthsOrDays }))
    }
    let literals = rule.lengths.compactMap { length in
      if case .literal(let period) = length { period.inMonthsOrDays } else { nil }
    }
    let used = figures.reduce(into: Set(literals)) { $0.formUnion($1.1) }
    let named = rule.says.periods
    guard !named.isSubset(of: used) else { return [] }
    return figures.filter { !$0.1.isEmpty && !$0.1.isSubset(of: named) }.map(\.0)
  }
}

extension Period {
  /// The same with years as months and weeks as days, so that what is alike is equal.
  fileprivate var inMonthsOrDays: Period {
    switch unit {
    case .year: Period(count * 12, .month)
    case .week: Period(count * 7, .day)
    case .hour: count.isMultiple(of: 24) ? Period(count / 24, .day) : self
    case .day, .workingDay, .month: self
    }
  }
}

extension String {
  /// The lengths of time that a sentence names: "within 10 working days", "every six weeks".
  fileprivate var periods: Set<Period> {
    let words = lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let found = words.indices.compactMap { place -> Period? in
      guard let count = words[place].count(inWords: String.counts) else { return nil }
      let unit = words[(place + 1)...].prefix(2).joined(separator: " ")
      return Period.Unit.allCases.filter { unit.isWord($0.singular) || unit.isWord($0.plural) }
        .max { $0.rawValue.count < $1.rawValue.count }.map { Period(count, $0).inMonthsOrDays }
    }
    return Set(found)
  }

  private static let counts = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
  ]

  /// A number in digits or as one of these words.
  private func count(inWords words: [String]) -> Int? {
    if ["a", "an", "each", "every"].contains(self) { return 1 }
    return Int(self) ?? words.firstIndex(of: self).map { $0 + 1 }
  }

  /// Whether it begins with a word, as a whole.
  private func isWord(_ word: String) -> Bool { self == word || hasPrefix(word + " ") }
}
