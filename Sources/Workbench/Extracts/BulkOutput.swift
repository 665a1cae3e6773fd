/// Where the report of a replay of extracts goes, piece by piece, and where it notes how far it is.
public struct BulkOutput {
  /// Takes the next piece; false where it cannot be written, which ends the replay.
  let write: (String) -> Bool
  /// Keeps what was written so that it outlives the machine, then notes how far the replay is in place of what was noted
  /// before; `nil` where nothing is noted.
  let save: ((_ checkpoint: String) -> Bool)?
  /// What was noted by a run that was broken off, after all behind that was cut away; `nil` begins anew.
  let checkpoint: String?

  public init(
    write: @escaping (String) -> Bool, save: ((_ checkpoint: String) -> Bool)? = nil, resuming checkpoint: String? = nil
  ) {
    self.write = write
    self.save = save
    self.checkpoint = checkpoint
  }

  /// How many bytes of the report a checkpoint counts as written; `nil` where it is none.
  public static func length(in checkpoint: String) -> Int? { Checkpoint(checkpoint)?.written }
}
