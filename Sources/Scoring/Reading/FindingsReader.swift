public import Diagnostics

/// Reads a table of findings against the case whose words it uses; what stands where is known to be right.
public enum FindingsReader {
  /// The profiles by which rows ask to be judged, each once, where it first stands.
  public static func profiles(in node: PlacedNode) -> [PlacedNode] {
    let named = (node["rows"]?.list ?? []).compactMap { $0["profile"] }
    return named.reduce(into: []) { found, node in
      if !found.contains(where: { $0.scalar == node.scalar }) { found.append(node) }
    }
  }

  /// The table and every fault that was found; the table is `nil` if there is one.
  ///
  /// But where the procedure only has no rule or member of a name, which another one may have, the table is read all the
  /// same: what it lists under that name is not raised.
  ///
  /// Codes: PL7001 to PL7004, PL7006 to PL7008, PL7101 to PL7104.
  public static func read(
    _ node: PlacedNode, of review: JudgedReview
  ) -> (table: FindingsTable?, diagnostics: [Diagnostic]) {
    var reading = FindingsReading(review)
    let table = reading.table(node)
    return (reading.isUsable ? table : nil, reading.diagnostics.inReadingOrder())
  }
}
