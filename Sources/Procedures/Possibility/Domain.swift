import Conditions

/// The values of one kind that an expression may come to.
struct Domain {
  let kind: Constant.Kind
  let mayBeNull: Bool
  private let isWhole: Bool
  private let least: Decimal128?
  private let most: Decimal128?

  init(of expression: Expression, _ kind: Constant.Kind, in surroundings: Surroundings, at moment: ConditionMoment) {
    self.kind = kind
    mayBeNull = !expression.isNeverNull
    let isCount =
      switch expression {
      case .call(.count, _), .clocks(.running, _), .clocks(.overdue, _): true
      default: false
      }
    isWhole = kind.isWhole || isCount
    let words = kind == .choice ? surroundings.words(of: expression, at: moment)?.members.count : nil
    least = isCount || kind == .choice ? .zero : nil
    most = words.map { Decimal128($0 - 1) }
  }

  func contains(_ constant: Constant) -> Bool {
    guard !kind.isOfTexts else { return true }
    if let least, constant.place < least { return false }
    if let most, most < constant.place { return false }
    return !isWhole || constant.place.whole != nil
  }

  /// Whether something lies strictly between two; where that is not known it counts as so.
  func hasValue(between low: Constant?, _ high: Constant?) -> Bool {
    guard !kind.isOfTexts, let from = from(low), let to = to(high) else { return true }
    guard isWhole, let next = from.wholeBelow.flatMap({ $0 + .one }), from < next else { return from < to }
    return next < to
  }

  private func from(_ low: Constant?) -> Decimal128? {
    [low.map { $0.place }, least.flatMap { $0 - .one }].compactMap(\.self).max()
  }

  private func to(_ high: Constant?) -> Decimal128? {
    [high.map { $0.place }, most.flatMap { $0 + .one }].compactMap(\.self).min()
  }

  /// A value strictly between two; `nil` where there is none, or none that is easily written.
  func value(between low: Constant?, _ high: Constant?) -> Constant? {
    guard !kind.isOfTexts else { return nil }
    let (from, to) = (from(low), to(high))
    let place: Decimal128? =
      switch (from, to) {
      case (nil, nil): .zero
      case (let from?, nil): isWhole ? from.wholeBelow.flatMap { $0 + .one } : from + .one
      case (nil, let to?): to - .one
      case (let from?, let to?): isWhole ? from.wholeBelow.flatMap { $0 + .one } : Self.middle(from, to)
      }
    guard let place else { return nil }
    if let from, place <= from { return nil }
    if let to, place >= to { return nil }
    return Constant(kind, at: place)
  }

  /// The next whole number if it lies between two, else half way.
  private static func middle(_ from: Decimal128, _ to: Decimal128) -> Decimal128? {
    if let next = from.wholeBelow.flatMap({ $0 + .one }), next < to { return next }
    return (from + to).flatMap { $0 / Decimal128(2) }
  }
}
