extension PlainFunction {
  /// The relations of points and ranges in time or number, as the standard's table has them.
  func ofRanges(_ arguments: [Value]) -> Value {
    // The second of each pair is the first with its arguments exchanged.
    switch self {
    case .metBy: return PlainFunction.meets.ofRanges(arguments.reversed())
    case .finishedBy: return PlainFunction.finishes.ofRanges(arguments.reversed())
    case .during: return PlainFunction.includes.ofRanges(arguments.reversed())
    case .startedBy: return PlainFunction.starts.ofRanges(arguments.reversed())
    case .after: return PlainFunction.before.ofRanges(arguments.reversed())
    case .overlapsAfter: return PlainFunction.overlapsBefore.ofRanges(arguments.reversed())
    default: return RangeRelation(arguments[0], arguments[1])?.holds(self).map { .truth($0) } ?? .null
    }
  }
}

extension Value {
  /// FEEL's `in` where ranges are values: in a range, in or among the members of a list, or the same.
  func isIn(_ other: Value) -> Value {
    switch other {
    case .exact(.range): return PlainFunction.includes.ofRanges([other, self])
    case .list(let members):
      let outcomes = members.map { member -> Outcomes in
        if case .exact(.range) = member { return Outcomes(isIn(member)) }
        return Comparison.equal.plain(self, member)
      }
      return outcomes.reduce(Outcomes.no) { $0.or($1) }.value
    default: return Comparison.equal.plain(self, other).value
    }
  }

  /// FEEL's `is`: of one type and alike in every part, where `=` looks at what a value stands for.
  func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.exact(.time(let a)), .exact(.time(let b))): a == b
    case (.exact(.dateTime(let a)), .exact(.dateTime(let b))): a == b
    default: isEqual(to: other)
    }
  }
}
