import CivilTime

/// What will happen by itself: earliest first, then by kind, then in the order in which it was set.
struct TimerQueue: ~Copyable {
  enum Kind: BitwiseCopyable {
    case signal(child: Int, workflow: Int, signal: Int, time: TimeReference)
    /// The day after a clock's due date, by the clock's number.
    case overdue(clock: Int)
    /// The day after a child's record ends on a date.
    case end(child: Int)
    /// The day on which a child is born, where that is none of its events.
    case birth(child: Int)

    /// What comes first of one day: a record that has ended hears nothing more.
    fileprivate var place: Int {
      switch self {
      case .end: 0
      case .overdue: 1
      case .birth: 2
      case .signal: 3
      }
    }
  }

  struct Timer: BitwiseCopyable {
    let day: Day
    let kind: Kind
  }

  /// Latest first, so that the next to fire is the last.
  private var timers = Column<Timer>()

  mutating func add(on day: Day, _ kind: Kind) {
    var index = timers.count
    while index > 0, (timers[index - 1].day, timers[index - 1].kind.place) <= (day, kind.place) { index -= 1 }
    timers.insert(Timer(day: day, kind: kind), at: index)
  }

  /// The next timer on or before a day.
  mutating func next(through day: Day) -> Timer? {
    guard let last = timers.last, last.day <= day else { return nil }
    return timers.popLast()
  }

  var nextDay: Day? { timers.last?.day }

  mutating func forget() { timers.removeAll() }
}
