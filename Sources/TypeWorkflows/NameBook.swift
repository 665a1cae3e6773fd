import Diagnostics

/// The names of Swift in one place of the written code, of which no two may be alike.
struct NameBook {
  /// What the names are of, in words for a message: "role", "event".
  private let what: String
  private var taken: [String: (name: String, place: Place)] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(of what: String) { self.what = what }

  /// Takes a name of Swift; one that another name of the files has given already is a fault.
  ///
  /// Codes: PL8001.
  mutating func take(_ swiftName: String, for name: String, at place: Place) {
    guard let first = taken[swiftName] else {
      taken[swiftName] = (name, place)
      return
    }
    diagnostics.append(
      Diagnostic(
        .swiftNameTaken, "The \(what) \"\(name)\" would be called \(swiftName) in Swift, as \"\(first.name)\" is.", at: place,
        mend: "Name one of the two otherwise.", notes: [.init("\"\(first.name)\" stands here", at: first.place)]))
  }
}
