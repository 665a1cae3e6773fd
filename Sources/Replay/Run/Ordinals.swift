import CivilTime

/// Numbers the judgements of a case that share an identifier: those of one rule, child, member and opening event.
///
/// A table of open addressing finds them, which is filled anew for every case.
struct Ordinals: ~Copyable {
  /// By judgement: its number among those that share its identifier, from 1.
  private(set) var numbers = Column<Int32>()
  /// By place of the table: the first judgement found there; -1 for none.
  private var firsts = Column<Int32>()
  /// By judgement: the one before it that shares its identifier; -1 for none.
  private var previous = Column<Int32>()
  /// By judgement that is the first of its identifier: the last found so far.
  private var lasts = Column<Int32>()
  /// The first of each identifier that several share.
  private var shared = Column<Int32>()
  /// Those that share the identifier at hand.
  private var alike: [OrderedLine] = []

  /// - Parameter start: the event whose identifier reads like that of what no event opened; -1 for none.
  mutating func number(_ lines: borrowing Column<Judged>, start: Int) {
    numbers.fill(lines.count, with: 1)
    previous.fill(lines.count, with: -1)
    lasts.fill(lines.count, with: -1)
    shared.removeAll()
    var size = 64
    while size < lines.count * 2 { size *= 2 }
    firsts.fill(size, with: -1)
    for line in lines.indices { add(line, of: lines, start) }
    for place in shared.indices { putInOrder(Int(shared[place]), of: lines) }
  }

  private mutating func add(_ line: Int, of lines: borrowing Column<Judged>, _ start: Int) {
    let key = lines[line].key(start)
    var place = key.place(in: firsts.count)
    while firsts[place] >= 0, lines[Int(firsts[place])].key(start) != key { place = (place + 1) & (firsts.count - 1) }
    guard firsts[place] >= 0 else {
      firsts[place] = Int32(line)
      lasts[line] = Int32(line)
      return
    }
    let first = Int(firsts[place])
    if Int(lasts[first]) == first { shared.append(Int32(first)) }
    previous[line] = lasts[first]
    lasts[first] = Int32(line)
  }

  /// By when they opened, fell due and ended, then by verdict, then as they were made.
  private mutating func putInOrder(_ first: Int, of lines: borrowing Column<Judged>) {
    alike.removeAll(keepingCapacity: true)
    var line = lasts[first]
    while line >= 0 {
      alike.append(OrderedLine(line, lines[Int(line)]))
      line = previous[Int(line)]
    }
    alike.sort()
    for (place, one) in alike.enumerated() { numbers[Int(one.line)] = Int32(place + 1) }
  }
}

/// A judgement with what puts it in order among those that share its identifier.
private struct OrderedLine: BitwiseCopyable, Comparable {
  let line: Int32
  private let opened: Span
  private let due: Int32
  private let ended: Int32
  private let verdict: UInt8

  init(_ line: Int32, _ judged: Judged) {
    self.line = line
    opened = judged.opened
    due = judged.due?.earliest.number ?? .min
    ended = judged.ended?.earliest.number ?? .min
    verdict = judged.verdict.rawValue
  }

  static func < (a: OrderedLine, b: OrderedLine) -> Bool {
    (a.opened.earliest.number, a.opened.latest.number, a.due, a.ended, a.verdict, a.line)
      < (b.opened.earliest.number, b.opened.latest.number, b.due, b.ended, b.verdict, b.line)
  }
}
