/// The nearest known name to one that was not found, by edit distance.
public enum Suggestion {
  /// The name among `known` that is nearest to `name`, or `nil` if none is near enough to be meant.
  ///
  /// Near enough is an edit distance of at most a third of the name's length, and at least 1. Ties go to the name
  /// that comes first in the alphabet, so that the message is the same on every machine.
  public static func nearest(to name: String, among known: some Sequence<String>) -> String? {
    let limit = max(1, name.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in known where candidate != name {
      let distance = editDistance(Array(name), Array(candidate))
      guard distance <= limit else { continue }
      if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// "did you mean NAME?" as the mend of a diagnostic, or the fallback where nothing is near.
  public static func mend(for name: String, among known: some Sequence<String>, otherwise: String? = nil) -> String? {
    nearest(to: name, among: known).map { "Did you mean \"\($0)\"?" } ?? otherwise
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two words.
  static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty { return b.count }
    if b.isEmpty { return a.count }
    var rows = [Array(0...b.count)]
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        let replaced = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var cost = min(rows[i - 1][j] + 1, row[j - 1] + 1, replaced)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, rows[i - 2][j - 2] + 1)
        }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
