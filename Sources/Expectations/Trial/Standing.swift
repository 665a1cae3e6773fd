import CivilTime
import Conditions
import Replay

/// Where children stand at some time, by the stays of a replay.
struct Standing {
  private let stays: [Stay]

  init(_ judged: JudgedCase) { stays = judged.replay.stays }

  /// The stays that may hold then; where it is certain, every dating that fits has the child there.
  func stays(at time: ExpectedSubject.Time) -> [(stay: Stay, certainty: Certainty)] {
    stays.compactMap { stay in stay.certainty(at: time).map { (stay, $0) } }
  }
}

extension Stay {
  /// Whether the child is in the state then; `nil` where no dating that fits has it so.
  ///
  /// **Ends**: on the day of entering the child is in the state at the day's end, on that of leaving not.
  func certainty(at time: ExpectedSubject.Time) -> Certainty? {
    switch time {
    case .anyTime: return .certain
    case .end: return left == nil ? .certain : nil
    case .day(let day):
      guard entered.earliest <= day, left.map({ day < $0.latest }) ?? true else { return nil }
      return entered.latest <= day && left.map { day < $0.earliest } ?? true ? .certain : .possible
    }
  }
}
