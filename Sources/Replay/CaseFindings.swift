import Procedures

/// The findings of one case of many, with only the number of those that tell what is not recorded.
public struct CaseFindings: Sendable, Hashable {
  /// In the order of a full replay.
  public let findings: [Finding]
  /// How many tell what is not recorded, by their certainty.
  public let certainlyNotRecorded: Int
  public let possiblyNotRecorded: Int
}

extension CaseRun {
  /// What is told of the case at hand.
  var toldFindings: CaseFindings {
    if judged.breachCount > 0 { numberJudgements() }
    let all = findings(of: judged.toldBreaches(ordinals))
    let told = all.filter { $0.kind != .notRecorded }
    var certain = all.count { $0.kind == .notRecorded && $0.certainty == .certain }
    var possible = all.count - told.count - certain
    certain += judged.passedNotRecorded
    for place in judged.lines.indices where judged.lines[place].verdict == .notRecorded {
      if judged.lines[place].certainty == .certain { certain += 1 } else { possible += 1 }
    }
    return CaseFindings(findings: told, certainlyNotRecorded: certain, possiblyNotRecorded: possible)
  }
}
