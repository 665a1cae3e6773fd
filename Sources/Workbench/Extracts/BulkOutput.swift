/// Where the report of a replay of extracts goes, piece by piece, and where it notes how far it is.
public struct BulkOutput {
  /// Takes the next piece; false where it cannot be written, which ends the replay.
  let write: (String) -> Bool
  /// Keeps what was written so that it outlives the machine, then notes how far the replay is in place of what was noted
  /// before; `nil` where nothing is noted.
  let save: ((_ checkpoint: String) -> Bool)?
  /// What is left of a run that was broken off and is gone on with; `nil` begins anew.
  let brokenOff: BrokenOffRun?

  public init(
    write: @escaping (String) -> Bool, save: ((_ checkpoint: String) -> Bool)? = nil, resuming brokenOff: BrokenOffRun? = nil
  ) {
    self.write = write
    self.save = save
    self.brokenOff = brokenOff
  }
}

/// What is left of a replay of extracts that was broken off.
public struct BrokenOffRun {
  /// What was noted last.
  let checkpoint: String
  /// What it had written, which may be more than was noted.
  let report: ExtractInput
  /// Cuts away what was written behind so many bytes, and goes on there; false where that cannot be. It is asked for only once
  /// all that is left was found to be what was written.
  let cut: (Int) -> Bool

  public init(checkpoint: String, report: ExtractInput, cut: @escaping (Int) -> Bool) {
    (self.checkpoint, self.report, self.cut) = (checkpoint, report, cut)
  }
}
