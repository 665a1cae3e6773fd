/// What one case breached, as plain values: for those who go through many cases and put few findings into words.
public struct CaseBreaches: Sendable, Hashable {
  /// The judgements that are breaches, in the order in which they were made, numbered as in a full replay.
  public let judgements: [Judgement]
  /// Without what is missing.
  public let departures: [Departure]
  public let counts: ReplayCounts
}
