/// Paths as texts, without looking at what is there.
enum FilePath {
  /// The path without `.` and, as far as it goes, without `..`.
  static func plain(_ path: String) -> String {
    let parts = path.split(separator: "/").reduce(into: [Substring]()) { parts, part in
      if part == "." { return }
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// The way from the folder of one file to another; both begin at the same place.
  static func way(from file: String, to other: String) -> String {
    let from = plain(file).split(separator: "/").dropLast()
    let to = plain(other).split(separator: "/")
    let common = zip(from, to.dropLast()).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: from.count - common) + to.dropFirst(common)).joined(separator: "/")
  }
}
