import Conditions
import Histories

/// A change that may avoid a finding, before it is tried.
struct ChangeCandidate: Hashable {
  /// One after the other; each names events by their numbers after those before it.
  var edits: [HistoryEdit]
  /// How far its edits move events in all.
  ///
  /// **Unit**: days or working days, as the rule counts.
  var days: Int

  init(_ edits: [HistoryEdit], days: Int = 0) {
    self.edits = edits
    self.days = days
  }
}

extension ChangeCandidate {
  /// What one edit is made of, but for days.
  struct Part: Hashable {
    let isAddition: Bool
    /// The entry, or the kind of event where it is added.
    let subject: Int
    let stated: [AttributeIndex: Value]
  }

  /// What it does to which entries, whatever the days.
  var shape: [Part] {
    edits.map { edit in
      switch edit {
      case .move(let event, _), .confirm(let event, _, _): Part(isAddition: false, subject: event, stated: [:])
      case .restate(let event, _, let stated): Part(isAddition: false, subject: event, stated: stated)
      case .add(let added, _): Part(isAddition: true, subject: added.event, stated: [:])
      }
    }
  }
}

/// What makes one change nearer than another: fewer edits, then fewer days.
struct ChangeRank: Comparable, Hashable {
  let edits: Int
  let days: Int

  init(_ candidate: ChangeCandidate) {
    edits = candidate.edits.count
    days = candidate.days
  }

  static func < (a: ChangeRank, b: ChangeRank) -> Bool { (a.edits, a.days) < (b.edits, b.days) }
}
