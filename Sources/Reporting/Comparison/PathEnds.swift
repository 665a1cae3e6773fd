/// The ends of paths that tell apart what has one name.
///
/// A path is never told from its root: what lies above the first difference says where a machine keeps its files.
enum PathEnds {
  /// The shortest ends, each of as many parts, of which no two are the same; of paths of which two are the same, the last parts.
  static func telling(_ paths: [String]) -> [String] {
    let longest = paths.map { parts(of: $0).count }.max() ?? 1
    for count in 1...max(1, longest) {
      let ends = paths.map { end(of: $0, parts: count) }
      if Set(ends).count == paths.count { return ends }
    }
    return paths.map { end(of: $0, parts: 1) }
  }

  private static func end(of path: String, parts count: Int) -> String {
    let end = parts(of: path).suffix(count).joined(separator: "/")
    return end.isEmpty ? "." : end
  }

  private static func parts(of path: String) -> [Substring] { path.split(separator: "/").filter { $0 != "." } }
}
