import CivilTime
import Conditions
import Histories
import Procedures

/// A random case history in parts that can be dropped one by one.
struct RandomCase {
  /// Something said about when an event happened.
  enum Claim {
    case on(Day)
    case between(Day, Day)
    /// So many days after another event, by identifier.
    case after(String, Int, Int)
  }

  /// A moment that the history names: an event, or a day of its own.
  enum Moment: Hashable {
    case event(String)
    case day(Day)
  }

  struct Attribute {
    let name: String
    /// `nil` is for all.
    var child: Int?
    let value: Value
  }

  struct Entry {
    let identifier: String
    let event: String
    var children: Set<Int>
    var claims: [Claim]
    var attributes: [Attribute] = []
    var isDone = true
    /// Of what was not done, how many days after its time.
    var lasting = 0
    var minute: Int?
    var isFree = false
  }

  struct Child {
    var known: Moment?
    var born: Moment?
    var until: Moment?
    var startsIn: [StateReference] = []
  }

  struct Complete {
    let event: String
    let children: Set<Int>
    var from: Moment?
    var until: Moment?
  }

  var children: [Child]
  var entries: [Entry] = []
  var complete: [Complete] = []
  var observedUntil: Day
  var asOf: Day?
}

extension RandomCase {
  /// The history as a replay takes it; `nil` where what is said of its times contradicts itself.
  func history(for procedure: Procedure) -> CaseHistory? {
    var network = RandomNetwork(entries.count)
    for (index, entry) in entries.enumerated() { claim(entry, index, &network) }
    var lastDone: Int?
    for (index, entry) in entries.enumerated() where entry.isDone && !entry.isFree {
      if let lastDone { network.network.require(from: lastDone, to: index, days: (0, nil), label: 0) }
      lastDone = index
    }
    let ends = entries.enumerated().map { index, entry in
      entry.isDone || entry.lasting == 0 ? index : network.point(days: entry.lasting, after: index)
    }
    let records = children.enumerated().map { index, child in
      ChildRecord(
        name: "c\(index)", known: child.known.flatMap { point($0, &network) }, born: child.born.flatMap { point($0, &network) },
        until: child.until.flatMap { point($0, &network) },
        startsIn: child.startsIn.filter {
          $0.workflow < procedure.workflows.count && $0.state < procedure.workflows[$0.workflow].states.count
        })
    }
    let completeness = complete.compactMap { stretch -> Completeness? in
      guard let event = procedure.vocabulary.event(named: stretch.event) else { return nil }
      return Completeness(
        event: event, children: bits(stretch.children), from: stretch.from.flatMap { point($0, &network) },
        until: stretch.until.flatMap { point($0, &network) })
    }
    let observed = network.point(on: observedUntil)
    guard let times = network.solved() else { return nil }
    var attributes: [AttributeEntry] = []
    var events: [HistoryEvent] = []
    for (index, entry) in entries.enumerated() {
      let own = entry.attributes.compactMap { attribute in
        procedure.vocabulary.attributeNames.firstIndex(of: attribute.name).map {
          AttributeEntry(attribute: $0, children: attribute.child.map { bits([$0]) } ?? ~0, value: attribute.value)
        }
      }
      guard let event = procedure.vocabulary.event(named: entry.event) else { return nil }
      events.append(
        HistoryEvent(
          identifier: entry.identifier, event: event, wasDone: entry.isDone, children: bits(entry.children), time: index,
          end: ends[index], minute: Int16(entry.minute ?? -1), firstAttribute: Int32(attributes.count),
          attributeCount: Int32(own.count), isFree: entry.isFree, cite: nil, place: nil))
      attributes += own
    }
    return CaseHistory(
      name: "random", title: "Random", procedure: nil, profile: nil, children: records, events: events,
      attributes: attributes, completeness: completeness, observedUntil: observed, times: times)
  }

  private func bits(_ children: Set<Int>) -> UInt64 { children.reduce(0) { $0 | 1 << UInt64($1) } }

  private func point(_ moment: Moment, _ network: inout RandomNetwork) -> TimePoint? {
    switch moment {
    case .event(let name): entries.firstIndex { $0.identifier == name }
    case .day(let day): network.point(on: day)
    }
  }

  private func claim(_ entry: Entry, _ index: Int, _ network: inout RandomNetwork) {
    for claim in entry.claims {
      switch claim {
      case .on(let day): network.network.require(index, within: Span(day), label: 0)
      case .between(let first, let last): network.network.require(index, earliest: first, latest: last, label: 0)
      case .after(let name, let least, let most):
        guard let other = entries.firstIndex(where: { $0.identifier == name }) else { continue }
        network.network.require(from: other, to: index, days: (least, most), label: 0)
      }
    }
  }
}

/// The time points of a random case.
struct RandomNetwork {
  var network = DifferenceNetwork()
  private var count: Int

  init(_ events: Int) {
    count = events
    for _ in 0..<events { network.addNode() }
  }

  mutating func point(on day: Day) -> TimePoint {
    network.addNode()
    network.require(count, within: Span(day), label: 0)
    count += 1
    return count - 1
  }

  mutating func point(days: Int, after point: TimePoint) -> TimePoint {
    network.addNode()
    network.require(from: point, to: count, days: (days, days), label: 0)
    count += 1
    return count - 1
  }

  func solved() -> CaseTimes? {
    guard case .success(let solution) = network.solve(), let nominal = solution.nominal else { return nil }
    let spans = (0..<count).compactMap { solution.span(of: $0) }
    guard spans.count == count else { return nil }
    if spans.allSatisfy(\.isExact) { return CaseTimes(exact: spans.map(\.earliest)) }
    return CaseTimes(spans: spans, nominal: nominal, network: solution)
  }
}
