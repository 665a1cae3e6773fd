import Procedures

/// What the two sides of a comparison are called: by their names, and where those are the same, also by where they lie.
struct ComparisonTitles: Sendable {
  let old: String
  let new: String

  init(old: (procedure: Procedure, origin: ProcedureOrigin), new: (procedure: Procedure, origin: ProcedureOrigin)) {
    let isAlike = old.procedure.name == new.procedure.name && old.procedure.profile == new.procedure.profile
    guard isAlike else {
      self.old = Self.title(of: old.procedure)
      self.new = Self.title(of: new.procedure)
      return
    }
    let folders = Self.ends(old.origin.procedurePath, new.origin.procedurePath, otherwise: "built in")
    let profiles = Self.ends(old.origin.profilePath, new.origin.profilePath, otherwise: nil)
    self.old = Self.title(of: old.procedure, in: folders.old, profile: profiles.old)
    self.new = Self.title(of: new.procedure, in: folders.new, profile: profiles.new)
  }

  /// The procedure, with its profile if there is one, and a part of the path of each where names do not tell.
  private static func title(of procedure: Procedure, in folder: String? = nil, profile: String? = nil) -> String {
    func told(_ name: String, _ part: String?) -> String { part.map { "\(name) (\($0))" } ?? name }
    let name = told(procedure.name, folder)
    return procedure.profile.map { "\(name) with \(told($0, profile))" } ?? "\(name) without a profile"
  }

  /// The shortest ends of two paths that tell them apart; none where the paths are the same.
  ///
  /// - Parameter otherwise: what is told of a side without a path.
  private static func ends(_ old: String?, _ new: String?, otherwise: String?) -> (old: String?, new: String?) {
    let ends = PathEnds.telling([old, new].compactMap(\.self))
    switch (old, new) {
    case (nil, nil): return (nil, nil)
    case (nil, _): return (otherwise, ends[0])
    case (_, nil): return (ends[0], otherwise)
    case (_, _): return ends[0] == ends[1] ? (nil, nil) : (ends[0], ends[1])
    }
  }
}
