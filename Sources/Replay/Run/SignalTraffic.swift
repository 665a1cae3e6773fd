import CivilTime

/// The delayed signals that a machine of one child sends itself.
///
/// A machine that never comes to rest is cut off: from then on it hears no more of them.
struct SignalTraffic: BitwiseCopyable {
  /// More signals than this on their way at a time, or arriving on one day, are a fault of the chart.
  static let most = 1000

  private var waiting = 0
  private var day = Day.earliest
  private var arrivedOnDay = 0
  private var isCutOff = false

  /// Whether a signal may be put on its way.
  mutating func send() -> Bool {
    isCutOff = isCutOff || waiting >= Self.most
    if !isCutOff { waiting += 1 }
    return !isCutOff
  }

  /// Whether a signal that arrives on a day is heard.
  mutating func arrive(on day: Day) -> Bool {
    waiting -= 1
    arrivedOnDay = day == self.day ? arrivedOnDay + 1 : 1
    self.day = day
    isCutOff = isCutOff || arrivedOnDay > Self.most
    return !isCutOff
  }
}
