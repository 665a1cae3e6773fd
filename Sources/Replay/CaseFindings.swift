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
    var (certain, possible) = (0, 0)
    for place in departures.indices where departures[place].findingKind == .notRecorded {
      if departures[place].certainty == .certain { certain += 1 } else { possible += 1 }
    }
    let told = findings(of: judged.toldBreaches(ordinals), departures.filter { $0.findingKind != .notRecorded })
    certain += judged.passedNotRecorded
    for place in judged.lines.indices where judged.lines[place].verdict == .notRecorded {
      if judged.lines[place].certainty == .certain { certain += 1 } else { possible += 1 }
    }
    return CaseFindings(findings: told, certainlyNotRecorded: certain, possiblyNotRecorded: possible)
  }
}
