import Conditions

/// The cells of a subject: all that it may be, in as few parts as the claims at hand tell apart.
struct SubjectCells {
  /// At most this many cells are told apart; of a subject with more nothing is known.
  static let most = 127

  let cells: [Cell]
  let asked: [StateIndex]

  init(of number: Int, in reader: PropositionReader) {
    let surroundings = reader.surroundings
    let constants = reader.constants[number].sorted()
    asked = reader.askedStates[number]
    let cells: [Cell]
    switch reader.subjects[number] {
    case .value(let expression, let kind, _):
      let domain = Domain(of: expression, kind, in: surroundings, at: reader.moments[number])
      cells = Self.line(constants, domain) + (domain.mayBeNull ? [.null] : [])
    case .parameter(let parameter, _):
      cells = surroundings.values(of: parameter).map { value in
        value == .null ? .null : Constant(value).map { .constant($0) } ?? .other
      }
    case .order: cells = [.less, .equal, .greater, .bothNull, .oneNull]
    case .machine(let workflow, _): cells = surroundings.machines[workflow]?.ways(of: asked)?.map { .states($0) } ?? [.other]
    }
    self.cells = cells.count <= Self.most ? cells : [.other]
  }

  /// The cells in which a claim gives an answer that is wanted, bit by bit.
  func mask(of claim: Claim, _ wanted: Wanted) -> UInt128 {
    var mask: UInt128 = 0
    for (bit, cell) in cells.enumerated() where wanted.accepts(cell.answer(to: claim, asked: asked)) {
      mask |= 1 << UInt128(bit)
    }
    return mask
  }

  var whole: UInt128 { (1 << UInt128(cells.count)) - 1 }

  /// The constants, and what lies below, between and above them.
  private static func line(_ constants: [Constant], _ domain: Domain) -> [Cell] {
    if domain.kind == .truth { return [true, false].map { .constant(Constant(.truth, at: Decimal128($0 ? 1 : 0))) } }
    var cells: [Cell] = constants.filter(domain.contains).map { .constant($0) }
    for (low, high) in zip([nil] + constants, constants.map(Optional.some) + [nil]) where domain.hasValue(between: low, high) {
      cells.append(.between(low, high))
    }
    return cells
  }
}
