import CivilTime
import Procedures
import Replay

/// What two findings share that are of one rule or one workflow's order, one child and one member.
struct FindingKey: Hashable {
  private let subject: Int
  private let isOfRule: Bool
  private let departure: Departure.Kind?
  private let child: Int
  private let member: Int?

  init(_ finding: Finding) {
    subject = finding.rule ?? finding.workflow
    isOfRule = finding.rule != nil
    departure = finding.departure?.kind
    child = finding.child
    member = finding.judgement?.member
  }
}

extension Finding {
  /// Whether it is about the time of another finding of its rule, child and member.
  fileprivate func speaksOf(_ other: Finding) -> Bool {
    guard let due = judgement?.due, let ended = other.judgement?.ended else { return place == other.place }
    return due.latest < ended.latest
  }

  /// The identifier without the number that tells apart several of one opening event.
  var place: Substring { identifier[..<(identifier.lastIndex(of: "#") ?? identifier.endIndex)] }
}

extension CaseReplay {
  /// The findings that say that something was broken, in their order.
  var broken: [Finding] { findings.filter { $0.kind != .notRecorded } }

  /// What has become of a finding of another replay; `nil` where it is gone.
  ///
  /// It is gone where its rule is broken less often than before for its child and member, less often from its opening
  /// event, and not at the same time. Where the record instead no longer says, it is not gone.
  func remains(of finding: Finding, in original: CaseReplay) -> Finding? {
    let key = FindingKey(finding)
    let (before, now) = (original.findings.filter { FindingKey($0) == key }, findings.filter { FindingKey($0) == key })
    func split(_ found: [Finding]) -> (broken: [Finding], here: [Finding], silent: [Finding]) {
      let broken = found.filter { $0.kind != .notRecorded }
      return (
        broken, broken.filter { $0.place == finding.place },
        found.filter { $0.kind == .notRecorded && $0.speaksOf(finding) }
      )
    }
    let (old, new) = (split(before), split(now))
    if new.silent.count > old.silent.count { return new.silent.first }
    if new.here.count >= old.here.count, let nearest = new.here.nearest(to: finding) { return nearest }
    if new.broken.count >= old.broken.count, let nearest = new.broken.nearest(to: finding) { return nearest }
    return new.here.first { $0.day == finding.day && $0.judgement?.opened == finding.judgement?.opened }
  }

  /// The findings that another replay of the same case has not, by how many there are at each place.
  func brought(beyond original: CaseReplay) -> [Finding] {
    var left: [Substring: Int] = [:]
    for finding in original.broken { left[finding.place, default: 0] += 1 }
    return broken.filter { finding in
      guard let count = left[finding.place], count > 0 else { return true }
      left[finding.place] = count - 1
      return false
    }
  }
}

extension [Finding] {
  fileprivate func nearest(to finding: Finding) -> Finding? {
    self.min {
      (abs($0.day.days(since: finding.day)), $0.identifier) < (abs($1.day.days(since: finding.day)), $1.identifier)
    }
  }
}
