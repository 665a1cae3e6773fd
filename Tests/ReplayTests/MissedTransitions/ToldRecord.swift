import CivilTime
import Conditions
import Histories
import Procedures
import Replay

/// What a replay tells of one sequence of events on a small chart; events are numbered within the sequence.
struct ToldRecord: Hashable {
  struct Deviation: Hashable {
    let kind: Departure.Kind
    let episode: Int
    let event: Int
    let since: Int?
    let jumped: [Int]
    let shownNotDone: [Int]
    let isCertain: Bool
    /// Whether something is told to be missing from the record.
    let isMissingTold: Bool
  }

  struct Taken: Hashable {
    let transition: Int
    let event: Int?
    let isPassedOver: Bool
  }

  struct Visit: Hashable {
    let state: StateIndex
    let episode: Int
    let entered: Span
    let enteringEvent: Int?
    var left: Span?
    var leavingEvent: Int?
  }

  var deviations: [Deviation] = []
  var taken: [Taken] = []
  var visits: [Visit] = []
}

/// A record of one case in which each child has a sequence of events of its own, one on every tenth day.
///
/// The record is complete for event 0, and for no other.
struct ToldSequences {
  /// At most 64, of one length.
  let sequences: [[ToldEvent]]

  static let completeEvent: EventIndex = 0

  static func day(of event: Int) -> Day { Day(number: Int32(20_000 + 10 * event)) }

  private var length: Int { sequences.first?.count ?? 0 }

  private var history: CaseHistory {
    var events: [HistoryEvent] = []
    var attributes: [AttributeEntry] = []
    for place in 0..<length {
      for (child, sequence) in sequences.enumerated() {
        let told = sequence[place]
        events.append(
          HistoryEvent(
            identifier: "\(events.count)", event: told.event, wasDone: true, children: 1 << UInt64(child), time: place,
            end: place, minute: -1, firstAttribute: Int32(attributes.count), attributeCount: told.word == nil ? 0 : 1,
            isFree: false, cite: nil, place: nil))
        if let word = told.word {
          attributes.append(AttributeEntry(attribute: SmallChart.word, children: ~0, value: .choice(word)))
        }
      }
    }
    return CaseHistory(
      name: "small", title: "Small", procedure: nil, profile: nil,
      children: sequences.indices.map { ChildRecord(name: "c\($0)", known: nil, born: nil, until: nil, startsIn: []) },
      events: events, attributes: attributes,
      completeness: [Completeness(event: Self.completeEvent, children: ~0, from: nil, until: nil)],
      observedUntil: length, times: CaseTimes(exact: (0...length).map(Self.day)))
  }

  /// What a replay tells of every sequence.
  func told(by engine: Engine, under procedure: Procedure) -> [ToldRecord] {
    let result = engine(procedure, history, nil)
    var records = Array(repeating: ToldRecord(), count: sequences.count)
    func place(_ event: Int?) -> Int? { event.map { $0 / sequences.count } }
    for departure in result.departures {
      records[departure.child].deviations.append(
        ToldRecord.Deviation(
          kind: departure.kind, episode: departure.episode, event: departure.event / sequences.count,
          since: place(departure.since), jumped: departure.jumped, shownNotDone: departure.shownNotDone,
          isCertain: departure.certainty == .certain, isMissingTold: !departure.missing.isEmpty))
    }
    for taken in result.transitions {
      records[taken.child].taken.append(
        ToldRecord.Taken(
          transition: taken.transition, event: place(taken.event), isPassedOver: taken.manner == .passedOver))
    }
    for stay in result.stays {
      records[stay.child].visits.append(
        ToldRecord.Visit(
          state: stay.state.state, episode: stay.episode, entered: stay.entered,
          enteringEvent: place(stay.enteringEvent), left: stay.left, leavingEvent: place(stay.leavingEvent)))
    }
    return records
  }
}
