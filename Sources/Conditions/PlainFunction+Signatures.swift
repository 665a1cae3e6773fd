extension PlainFunction {
  /// The ways to write a call: `floor(n, scale?)`.
  public var shapes: [String] { signatures.map { "\(rawValue)(\($0.shape))" } }

  /// The ways to call the function; none for what is not written as a call.
  var signatures: [Signature] {
    switch self {
    case .decimal, .floor, .ceiling, .roundUp, .roundDown, .roundHalfUp, .roundHalfDown, .modulo, .sqrt, .log, .exp, .odd,
      .even:
      ofNumbers
    case .substring, .stringLength, .upperCase, .lowerCase, .substringBefore, .substringAfter, .contains, .startsWith,
      .endsWith, .stringJoin:
      ofTexts
    case .mean, .median, .stddev, .mode, .product, .sublist, .append, .concatenate, .insertBefore, .listReplace, .remove,
      .reverse, .union, .flatten, .indexOf, .distinctValues:
      ofLists
    case .number, .string, .date, .time, .duration, .dateAndTime, .yearsAndMonthsDuration: ofConversions
    case .dayOfYear, .weekOfYear: [Signature(.init("date", .day), gives: .number)]
    case .dayOfWeek, .monthOfYear: [Signature(.init("date", .day), gives: .text)]
    case .before, .after: [points, pointAndRange, rangeAndPoint, ranges]
    case .meets, .metBy, .overlaps, .overlapsBefore, .overlapsAfter: [ranges]
    case .finishes, .during, .starts: [pointAndRange, ranges]
    case .finishedBy, .includes, .startedBy: [rangeAndPoint, ranges]
    case .coincides: [points, ranges]
    case .is: [Signature(.init("value1", .anything), .init("value2", .anything, isOptional: true), gives: .truth)]
    case .isIn: []
    }
  }

  private var ofNumbers: [Signature] {
    switch self {
    case .decimal, .roundUp, .roundDown, .roundHalfUp, .roundHalfDown:
      [Signature(.init("n", .number), .init("scale", .number), gives: .number)]
    case .floor, .ceiling:
      [Signature(.init("n", .number), .init("scale", .number, isOptional: true), gives: .number)]
    case .modulo: [Signature(.init("dividend", .number), .init("divisor", .number), gives: .number)]
    case .odd, .even: [Signature(.init("number", .number), gives: .truth)]
    default: [Signature(.init("number", .number), gives: .number)]
    }
  }

  private var ofTexts: [Signature] {
    switch self {
    case .substring:
      [
        Signature(
          .init("string", .text), .init("start position", .number), .init("length", .orNull(.number), isOptional: true),
          gives: .text)
      ]
    case .stringLength: [Signature(.init("string", .text), gives: .number)]
    case .upperCase, .lowerCase: [Signature(.init("string", .text), gives: .text)]
    case .substringBefore, .substringAfter:
      [Signature(.init("string", .text), .init("match", .text), gives: .text)]
    case .stringJoin:
      [Signature(.init("list", .texts), .init("delimiter", .orNull(.text), isOptional: true), gives: .text)]
    default: [Signature(.init("string", .text), .init("match", .text), gives: .truth)]
    }
  }

  private var ofLists: [Signature] {
    let list = Signature.Parameter("list", .list)
    switch self {
    case .mean, .median, .stddev, .product: return [Signature(.init("list", .numbers), gives: .number)]
    case .mode: return [Signature(.init("list", .numbers), gives: .list(.number))]
    case .sublist:
      let length = Signature.Parameter("length", .orNull(.number), isOptional: true)
      return [Signature([list, .init("start position", .number), length], gives: .first)]
    case .append: return [Signature([list, .init("item", .anything)], isRepeated: true, gives: .joined)]
    case .concatenate, .union: return [Signature([list], isRepeated: true, gives: .joined)]
    case .insertBefore, .listReplace:
      return [Signature([list, .init("position", .number), .init("newItem", .anything)], gives: .joined)]
    case .remove: return [Signature([list, .init("position", .number)], gives: .first)]
    case .indexOf: return [Signature([list, .init("match", .anything)], gives: .type(.list(.number)))]
    case .flatten: return [Signature([list], gives: .flattened)]
    default: return [Signature([list], gives: .first)]
    }
  }

  private var ofConversions: [Signature] {
    let text = Signature.Parameter("from", .text)
    switch self {
    case .number:
      return [
        Signature(
          text, .init("grouping separator", .orNull(.text)), .init("decimal separator", .orNull(.text)), gives: .number),
        Signature(text, gives: .number),
      ]
    case .string: return [Signature(.init("from", .writable), gives: .text)]
    case .date:
      return [
        Signature(text, gives: .date), Signature(.init("from", .day), gives: .date),
        Signature(.init("year", .number), .init("month", .number), .init("day", .number), gives: .date),
      ]
    case .time:
      let clock: [Signature.Parameter] = [.init("hour", .number), .init("minute", .number), .init("second", .number)]
      return [
        Signature(text, gives: .time), Signature(.init("from", .day), gives: .time),
        Signature(clock + [.init("offset", .orNull(.days), isOptional: true)], gives: .type(.time)),
      ]
    case .dateAndTime:
      return [
        Signature(text, gives: .dateTime),
        Signature(.init("date", .day), .init("time", .time), gives: .dateTime),
      ]
    case .yearsAndMonthsDuration:
      return [Signature(.init("from", .day), .init("to", .day), gives: .monthsDuration)]
    default: return [Signature(text, gives: .duration)]
    }
  }

  // MARK: Points and ranges

  private var points: Signature { Signature(.init("point1", .point), .init("point2", .point), gives: .truth) }
  private var pointAndRange: Signature { Signature(.init("point", .point), .init("range", .range), gives: .truth) }
  private var rangeAndPoint: Signature { Signature(.init("range", .range), .init("point", .point), gives: .truth) }
  private var ranges: Signature { Signature(.init("range1", .range), .init("range2", .range), gives: .truth) }
}
