import CivilTime
import Diagnostics

extension Checker {
  /// A call of a function of the standard.
  mutating func call(_ function: PlainFunction, _ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    let possible = function.signatures.filter { $0.takes(arguments.count) || $0.takesNumbers }
    guard !possible.isEmpty, !arguments.isEmpty else {
      let expected = function.signatures.map(\.inWords).joined(separator: ", or ")
      report(.wrongArgumentCount(name.text, expected: expected, found: arguments.count), at: name)
      return nil
    }
    if possible[0].takesNumbers { return ofNumbers(function, name, arguments) }
    guard let typed = typedArguments(function, arguments) else { return nil }
    guard let signature = possible.first(where: { $0.mismatch(typed) == nil }) else {
      reportMismatch(of: typed, among: possible, name, arguments)
      return nil
    }
    guard let type = result(signature, typed, name, arguments), haveWordsInCommon(function, typed, name) else { return nil }
    return folded(function, typed, type, name, arguments)
  }

  /// The arguments, where a list of words gives the texts behind it their meaning, and either of two values that are
  /// looked at together gives the other its own.
  private mutating func typedArguments(_ function: PlainFunction, _ arguments: [Syntax]) -> [Typed]? {
    if function == .is, arguments.count == 2 { return pair(arguments[0], arguments[1]).map { [$0.left, $0.right] } }
    if function == .indexOf, arguments.count == 2, arguments[0].isOpen, !arguments[1].isOpen {
      guard let match = infer(arguments[1]), let list = infer(arguments[0], expecting: .list(match.type)) else { return nil }
      return [list, match]
    }
    var hint: ConditionType?
    var typed: [Typed?] = []
    for (place, argument) in arguments.enumerated() {
      var expected = function.looksInList(at: place) ? hint : nil
      if case .list = argument.form, let member = expected { expected = .list(member) }
      typed.append(infer(argument, expecting: expected))
      if place == 0, case .list(.choice(let words))? = typed[0]?.type { hint = .choice(words) }
    }
    let found = typed.compactMap { $0 }
    return found.count == typed.count ? found : nil
  }

  /// Whether words that are looked for are of the list that they are looked for in; reports where they are not.
  private mutating func haveWordsInCommon(_ function: PlainFunction, _ typed: [Typed], _ name: Syntax.Name) -> Bool {
    guard function == .is || function == .indexOf, typed.count == 2 else { return true }
    let first = function == .is ? typed[0].type : typed[0].type.member ?? .null
    let second = typed[1].type
    guard first.holdsWords || second.holdsWords, first.joined(with: second) == nil else { return true }
    let message = "\(first.inWords.capitalisedFirst) cannot be compared with \(second.inWords)."
    report(.operandTypes(message, mend: nil), at: name)
    return false
  }

  private mutating func reportMismatch(
    of typed: [Typed], among signatures: [Signature], _ name: Syntax.Name, _ arguments: [Syntax]
  ) {
    // The way to call it that fits furthest is the one that was meant.
    let places = signatures.map { ($0, $0.mismatch(typed) ?? 0) }
    guard let (signature, place) = places.max(by: { $0.1 < $1.1 }) else { return }
    let kinds = places.filter { $0.1 == place }.map { $0.0.parameter(at: place).kind.inWords }
    let expected = kinds.count > 1 ? kinds.joined(separator: " or ") : signature.parameter(at: place).kind.inWords
    wrong(name, expected, typed[place], arguments[place])
  }

  /// `mean(L)` and `mean(a, b, c)`.
  private mutating func ofNumbers(_ function: PlainFunction, _ name: Syntax.Name, _ arguments: [Syntax]) -> Typed? {
    guard let (list, member) = members(name, arguments) else { return nil }
    guard member == .number || member == .null, list != .constant(.null) else {
      wrong(name, "a list of numbers", Typed(expression: list, type: member), arguments[0])
      return nil
    }
    let type: ConditionType = function == .mode ? .list(.number) : .number
    return Typed(expression: .plain(function, [list]), type: type)
  }

  private mutating func result(
    _ signature: Signature, _ typed: [Typed], _ name: Syntax.Name, _ arguments: [Syntax]
  ) -> ConditionType? {
    switch signature.result {
    case .type(let type): return type
    case .first: return typed[0].type
    case .flattened: return .list(typed[0].type.innermost)
    case .joined: break
    }
    var member = typed[0].type.member ?? .null
    for (place, one) in typed.enumerated().dropFirst() {
      let kind = signature.parameter(at: place).kind
      guard kind == .list || kind == .anything else { continue }
      let type = kind == .list ? one.type.member ?? .null : one.type
      guard let joined = member.joined(with: type) else {
        report(.operandTypes("A list cannot hold both \(member.inWords) and \(type.inWords).", mend: nil), at: arguments[place])
        return nil
      }
      member = joined
    }
    return .list(member)
  }

  /// The call, or what it comes to where every argument is written out.
  private mutating func folded(
    _ function: PlainFunction, _ typed: [Typed], _ type: ConditionType, _ name: Syntax.Name, _ arguments: [Syntax]
  ) -> Typed? {
    let constants = typed.compactMap { one -> Value? in
      if case .constant(let value) = one.expression { value } else { nil }
    }
    guard constants.count == typed.count else {
      if typed.count == 1, typed[0].type == .text, function == .time || function == .dateAndTime {
        // Only a text that is written out can be looked at for the name of a zone.
        wrong(name, "a text that is written out", typed[0], arguments[0])
        return nil
      }
      return Typed(expression: .plain(function, typed.map(\.expression)), type: type)
    }
    let isWritten = [.date, .time, .dateAndTime, .duration].contains(function)
    if isWritten, constants.count == 1, let text = constants[0].text { return written(function, text, arguments[0]) }
    let value = function.result(of: constants)
    if value == .null, isWritten || function == .number {
      let text = constants.compactMap(\.written).joined(separator: ", ")
      report(Checker.problem(function, constants, text), at: name)
      return nil
    }
    return Typed(expression: .constant(value), type: type)
  }

  /// Why a conversion of written values comes to nothing.
  private static func problem(_ function: PlainFunction, _ constants: [Value], _ text: String) -> Problem {
    switch function {
    case .number: return .badNumberText(text)
    case .date:
      guard let year = constants[0].number?.whole?.magnitude, (5_000_001...999_999_999).contains(year) else {
        return .badDate(text)
      }
      return .yearTooFar(text)
    default: return .badTime(text)
    }
  }

  // MARK: Arguments with names

  /// A call whose arguments have names, put in order; a parameter in between that is left out is null.
  mutating func call(_ name: Syntax.Name, named arguments: [Syntax.Argument]) -> Typed? {
    let orders = Checker.parameterNames(of: name.text)
    guard !orders.isEmpty else {
      guard Checker.hasNoNames(name.text), let first = arguments.first else { return call(name, arguments.map(\.value)) }
      let mend = "Write its arguments in order, without names."
      report(.unknownMember(first.name.text, of: "the arguments of \"\(name.text)\"", mend: mend), at: first.name)
      return nil
    }
    let fitting = orders.first { order in arguments.allSatisfy { order.contains($0.name.text) } }
    guard let order = fitting else {
      let known = orders.flatMap { $0 }
      guard let wrong = arguments.first(where: { one in !orders.contains { $0.contains(one.name.text) } }) else {
        report(.wrongArgumentCount(name.text, expected: "other names together", found: arguments.count), at: name)
        return nil
      }
      let mend = Suggestion.mend(for: wrong.name.text, among: known) ?? "Its names are \(known.joined(separator: ", "))."
      report(.unknownMember(wrong.name.text, of: "the arguments of \"\(name.text)\"", mend: mend), at: wrong.name)
      return nil
    }
    if let twice = arguments.enumerated().first(where: { place, one in
      arguments[..<place].contains { $0.name.text == one.name.text }
    }) {
      let problem = Problem.ambiguousName(
        twice.element.name.text, meanings: ["the first argument of that name", "the second"], mend: "Write it once.")
      report(problem, at: twice.element.name)
      return nil
    }
    let given = order.map { parameter in arguments.first { $0.name.text == parameter }?.value }
    let last = given.lastIndex { $0 != nil } ?? 0
    let null = Syntax(form: .null, start: name.start, end: name.end, depth: 1)
    return call(name, given[...last].map { $0 ?? null })
  }

  /// Whether it is a function that only a case history needs, whose arguments have no names.
  private static func hasNoNames(_ function: String) -> Bool {
    Function(rawValue: function) != nil || ["today", "running", "overdue", "due"].contains(function)
  }

  /// The names of the parameters, for each way to call the function.
  private static func parameterNames(of function: String) -> [[String]] {
    if let plain = PlainFunction(rawValue: function) { return plain.signatures.map { $0.parameters.map(\.name) } }
    return switch function {
    case "not": [["negand"]]
    case "count", "min", "max", "sum", "all", "any": [["list"]]
    case "list contains": [["list", "element"]]
    case "abs": [["n"]]
    case "range": [["from"]]
    default: []
    }
  }
}

extension PlainFunction {
  /// Whether the argument in a place is a member, or a list of members, of a kind with those of a list before it.
  fileprivate func looksInList(at place: Int) -> Bool {
    signatures.contains { [.list, .anything].contains($0.parameter(at: place).kind) }
  }
}

extension Signature {
  /// Whether numbers may stand one after the other in the place of a list of them.
  var takesNumbers: Bool { parameters.first?.kind == .numbers }

  /// The first argument whose type does not fit; `nil` where all do.
  func mismatch(_ typed: [Checker.Typed]) -> Int? {
    typed.indices.first { !parameter(at: $0).kind.admits(typed[$0].type) }
  }

  var inWords: String {
    let words = parameters.map { $0.kind.inWords + ($0.isOptional ? " perhaps" : "") }
    return words.joined(separator: ", ") + (isRepeated ? ", and so on" : "")
  }
}

extension ConditionType {
  /// The type of the innermost members of a list of lists.
  fileprivate var innermost: ConditionType {
    if case .list(let member) = self { member.innermost } else { self }
  }
}
