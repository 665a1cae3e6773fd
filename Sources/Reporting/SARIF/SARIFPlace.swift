import Diagnostics

/// A place in a file as SARIF has it.
struct SARIFPlace {
  /// Stands for the folder in which plumbline was run; who reads the document knows where that is.
  static let root = "%SRCROOT%"

  let place: Place

  /// The location; a file as a whole has no region.
  ///
  /// **Ends**: the end column is the one after the last character, as SARIF counts.
  var physicalLocation: JSONValue {
    let region: [(String, JSONValue)] =
      place.line == 0
      ? []
      : [
        (
          "region",
          .members([
            ("startLine", .number(place.line)), ("startColumn", .number(place.column)),
            ("endColumn", .number(place.column + place.length)),
          ])
        )
      ]
    return .members([("artifactLocation", artifactLocation)] + region)
  }

  /// The file by its path from the root; one outside of it by its whole path or the way to it.
  private var artifactLocation: JSONValue {
    let path = place.file.hasPrefix("./") ? String(place.file.dropFirst(2)) : place.file
    if path.hasPrefix("/") { return .members([("uri", .text("file://" + SARIFPlace.escaped(path)))]) }
    let uri = JSONValue.text(SARIFPlace.escaped(path))
    return .members(path.hasPrefix("../") ? [("uri", uri)] : [("uri", uri), ("uriBaseId", .text(SARIFPlace.root))])
  }

  /// A path as part of a URI: what is no plain letter, digit, `-`, `.`, `_`, `~` or `/` as percent and two digits.
  private static func escaped(_ path: String) -> String {
    path.utf8.map { byte in
      let isPlain =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-._~/".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }
}
