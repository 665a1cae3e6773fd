/// The nearest known name to one that was not found, by edit distance.
public enum Suggestion {
  /// The name among `known` that is nearest to `name`, or `nil` if none is near enough to be meant.
  ///
  /// Near enough is an edit distance of at most a third of the name's length, and at least 1. Ties go to the name
  /// that comes first in the alphabet, so that the message is the same on every machine.
  public static func nearest(to name: String, among known: some Sequence<String>) -> String? {
    let word = Array(name)
    // Where both are ASCII, bytes are characters.
    let bytes = name.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) ? Array(name.utf8) : nil
    var limit = max(1, word.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in known where candidate != name {
      let isPlain = bytes != nil && candidate.utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D }
      let found =
        isPlain
        ? editDistance(bytes ?? [], Array(candidate.utf8), atMost: limit)
        : editDistance(word, Array(candidate), atMost: limit)
      guard let distance = found else { continue }
      if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
      limit = distance
    }
    return best?.name
  }

  /// "did you mean NAME?" as the mend of a diagnostic, or the fallback where nothing is near.
  public static func mend(for name: String, among known: some Sequence<String>, otherwise: String? = nil) -> String? {
    nearest(to: name, among: known).map { "Did you mean \"\($0)\"?" } ?? otherwise
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two words; `nil` where there are more
  /// than so many.
  ///
  /// - Complexity: the product of the lengths; none where they differ by more.
  static func editDistance<Letter: Equatable>(_ a: [Letter], _ b: [Letter], atMost limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var (beforeLast, last, row) = ([Int](), Array(0...b.count), Array(repeating: 0, count: b.count + 1))
    for i in a.indices {
      row[0] = i + 1
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row[j + 1] = cost
      }
      // A swap reaches back over one row.
      if min(row.min() ?? 0, last.min() ?? 0) > limit { return nil }
      (beforeLast, last, row) = (last, row, beforeLast.isEmpty ? row : beforeLast)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
