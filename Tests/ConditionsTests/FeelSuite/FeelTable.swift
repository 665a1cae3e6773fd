/// What became of all cases of a suite, as a table.
struct FeelTable {
  private let results: [(one: FeelCase, verdict: FeelVerdict)]

  init(_ results: [(FeelCase, FeelVerdict)]) { self.results = results.map { (one: $0.0, verdict: $0.1) } }

  var counts: [String: Int] {
    [
      "agree": count(.agree), "rejected as expected": count(.rejectedAsExpected), "excluded": count(.excluded),
    ]
  }

  /// The cases whose value is another than the suite's, one a line.
  var disagreeing: [String] {
    results.compactMap { one, verdict in
      guard case .disagree(let found) = verdict else { return nil }
      return "\(one.id)  \(one.expression)  \(found)"
    }
  }

  /// The ids of all rejected cases that have a value, under the reason, the most frequent first.
  var rejectedByReason: String {
    reasons.map { reason, cases in
      (["\(cases.count)  \(reason)"] + cases.map { "  \($0.id)  \($0.expression.onOneLine)" }).joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  var text: String {
    let rejected = reasons.reduce(0) { $0 + $1.cases.count }
    let lines =
      [
        row(count(.agree), "agree"), row(count(.rejectedAsExpected), "rejected by the checker where the suite expects an error"),
        row(rejected, "rejected by the checker where the suite has a value, by reason:"),
      ] + reasons.map { "  " + row($0.cases.count, $0.reason) } + [
        row(count(.excluded), "excluded: they do not test the expression"), row(disagreeing.count, "disagree"),
      ] + disagreeing.map { "  " + $0 } + [row(results.count, "cases")]
    return lines.joined(separator: "\n")
  }

  private var reasons: [(reason: String, cases: [FeelCase])] {
    var found: [String: [FeelCase]] = [:]
    for (one, verdict) in results {
      if case .rejected(let reason) = verdict { found[reason, default: []].append(one) }
    }
    return found.map { (reason: $0.key, cases: $0.value) }
      .sorted { ($1.cases.count, $0.reason) < ($0.cases.count, $1.reason) }
  }

  private func count(_ verdict: FeelVerdict) -> Int { results.count { $0.verdict == verdict } }

  private func row(_ count: Int, _ words: String) -> String {
    let digits = String(count)
    return String(repeating: " ", count: max(0, 6 - digits.count)) + digits + "  " + words
  }
}

extension String {
  /// The text with every run of white space as one space.
  var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
