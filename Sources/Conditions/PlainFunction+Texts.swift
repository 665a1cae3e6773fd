extension PlainFunction {
  /// The functions on texts, whose characters are code points.
  func ofTexts(_ arguments: [Value]) -> Value? {
    if self == .stringJoin { return joined(arguments) }
    guard let text = arguments[0].text else { return nil }
    let scalars = Array(text.unicodeScalars)
    switch self {
    case .stringLength: return .number(NumberRange(Decimal128(scalars.count)))
    case .upperCase: return .text(text.uppercased())
    case .lowerCase: return .text(text.lowercased())
    case .substring: return substring(scalars, arguments.dropFirst().map(\.number))
    default:
      guard let match = arguments[1].text.map({ Array($0.unicodeScalars) }) else { return nil }
      return searched(scalars, match)
    }
  }

  private func searched(_ text: [Unicode.Scalar], _ match: [Unicode.Scalar]) -> Value? {
    let place = PlainFunction.place(of: match, in: text)
    switch self {
    case .contains: return .truth(place != nil)
    case .startsWith: return .truth(text.starts(with: match))
    case .endsWith: return .truth(text.reversed().starts(with: match.reversed()))
    case .substringBefore: return .text(String(place.map { text[..<$0] } ?? []))
    case .substringAfter: return .text(String(place.map { text[($0 + match.count)...] } ?? []))
    default: return nil
    }
  }

  /// From a place counted from 1, or from the end where it is negative; null where there is no such place.
  private func substring(_ text: [Unicode.Scalar], _ numbers: [Decimal128?]) -> Value? {
    guard let start = numbers.first??.rounded(toPlaces: 0, .towardsZero)?.whole, start != 0 else { return nil }
    let first = start > 0 ? start - 1 : text.count + start
    guard (0...text.count).contains(first) else { return nil }
    guard numbers.count > 1, let length = numbers[1] else { return .text(String(text[first...])) }
    guard let count = length.rounded(toPlaces: 0, .towardsZero)?.whole, count >= 0 else { return nil }
    return .text(String(text[first...].prefix(count)))
  }

  /// The texts of a list in one, with a text between them; null among them is left out.
  private func joined(_ arguments: [Value]) -> Value? {
    guard let members = arguments[0].members, members.allSatisfy({ $0 == .null || $0.text != nil }) else { return nil }
    let delimiter = arguments.count > 1 ? arguments[1].text ?? "" : ""
    return .text(members.compactMap(\.text).joined(separator: delimiter))
  }

  /// The place at which one text first stands in another.
  private static func place(of match: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Int? {
    guard match.count <= text.count else { return nil }
    return (0...text.count - match.count).first { text[$0...].starts(with: match) }
  }
}

extension String {
  fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
