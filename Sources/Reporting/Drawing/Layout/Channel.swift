/// The level pieces of lines between two layers, each at a height of its own where they would meet.
struct Channel {
  /// A line from above to below.
  struct Run {
    let link: Int
    let from: Int
    let to: Int

    var left: Int { min(from, to) }
    var right: Int { max(from, to) }
  }

  /// Those of one line from above to below.
  private(set) var runs: [Run]
  /// The height of each run's level piece, counted from above; `nil` for one that goes straight down.
  private(set) var tracks: [Int?]
  /// How many heights there are.
  private(set) var height = 0

  init(_ runs: [Run]) {
    self.runs = runs
    tracks = []
    var order = self.order()
    // Two lines that change places would run upon each other whichever is above: one of them goes in two steps.
    for _ in runs {
      guard let clash = clash(in: order) else { break }
      divide(clash)
      order = self.order()
    }
    tracks = self.runs.map { _ in nil }
    for (place, run) in order.enumerated() {
      let over = order[..<place].filter { meets($0, run) }.compactMap { tracks[$0] }
      let track = over.reduce(-1, max) + 1
      tracks[run] = track
      height = max(height, track + 1)
    }
  }

  /// The runs that are not straight, from above to below.
  private func order() -> [Int] {
    var order: [Int] = []
    for run in runs.indices.filter({ runs[$0].from != runs[$0].to }).sorted(by: { (runs[$0].from, $0) < (runs[$1].from, $1) }) {
      let best = (0...order.count).min { (cost(of: run, at: $0, in: order), $0) < (cost(of: run, at: $1, in: order), $1) }
      order.insert(run, at: best ?? 0)
    }
    return order
  }

  private func clash(in order: [Int]) -> Int? {
    order.indices.lazy.flatMap { place in order[(place + 1)...].map { (order[place], $0) } }
      .first { isClash($0, over: $1) }?.1
  }

  private mutating func divide(_ number: Int) {
    let run = runs[number]
    let taken = runs.flatMap { [$0.from, $0.to] }
    let middle = (run.from + run.to) / 2
    let reach = ChartMetrics.lineGap * (taken.count + 1)
    let free = (middle - reach...middle + reach).filter { place in taken.allSatisfy { abs($0 - place) >= Channel.apart } }
    guard let turn = free.min(by: { (abs($0 - middle), $0) < (abs($1 - middle), $1) }) else { return }
    runs[number] = Run(link: run.link, from: run.from, to: turn)
    runs.insert(Run(link: run.link, from: turn, to: run.to), at: number + 1)
  }

  private func cost(of run: Int, at place: Int, in order: [Int]) -> Int {
    order.enumerated().reduce(0) { $0 + ($1.0 < place ? cost($1.1, over: run) : cost(run, over: $1.1)) }
  }

  /// How often two lines cross where the level piece of the first is above that of the second; that they would run upon
  /// each other costs more than any crossing.
  private func cost(_ upper: Int, over lower: Int) -> Int {
    if isClash(upper, over: lower) { return 1000 }
    let (upper, lower) = (runs[upper], runs[lower])
    func isWithin(_ x: Int, _ run: Run) -> Bool { run.left < x && x < run.right }
    return (isWithin(upper.to, lower) ? 1 : 0) + (isWithin(lower.from, upper) ? 1 : 0)
  }

  /// Whether two runs would lie upon each other with the first above, or the parts of one line in the wrong order.
  private func isClash(_ upper: Int, over lower: Int) -> Bool {
    if runs[upper].link == runs[lower].link { return upper > lower }
    return abs(runs[upper].to - runs[lower].from) < Channel.apart
  }

  /// How far apart two lines side by side must be.
  private static let apart = 6

  private func meets(_ first: Int, _ second: Int) -> Bool {
    runs[first].left <= runs[second].right + Channel.apart && runs[second].left <= runs[first].right + Channel.apart
  }
}
