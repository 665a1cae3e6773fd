/// The occurrences so far of the events that conditions ask for: one list for each child and event, oldest first.
struct OccurrenceBook: ~Copyable {
  struct Line: BitwiseCopyable {
    let event: Int32
    let previous: Int32
    var next: Int32
  }

  private var firsts = Column<Int32>()
  private var lasts = Column<Int32>()
  private var lines = Column<Line>()

  /// Empties so many lists.
  mutating func forget(lists: Int) {
    firsts.fill(lists, with: -1)
    lasts.fill(lists, with: -1)
    lines.removeAll()
  }

  mutating func add(_ event: Int, at list: Int) {
    let line = Int32(lines.count)
    lines.append(Line(event: Int32(event), previous: lasts[list], next: -1))
    if lasts[list] >= 0 { lines[Int(lasts[list])].next = line } else { firsts[list] = line }
    lasts[list] = line
  }

  /// The newest event of a list; -1 for none.
  func last(in list: Int) -> Int { lasts[list] < 0 ? -1 : Int(lines[Int(lasts[list])].event) }

  /// The line of the newest event of a list; -1 for none.
  func newestLine(of list: Int) -> Int { Int(lasts[list]) }

  func event(at line: Int) -> Int { Int(lines[line].event) }

  /// The line of the event before that of a line in its list; -1 for none.
  func line(before line: Int) -> Int { Int(lines[line].previous) }

  /// Calls the body with each event of a list, the oldest first.
  func forEach(in list: Int, _ body: (Int) -> Void) {
    var line = firsts[list]
    while line >= 0 {
      body(Int(lines[Int(line)].event))
      line = lines[Int(line)].next
    }
  }
}
