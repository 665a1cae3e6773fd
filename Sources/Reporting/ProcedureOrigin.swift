import Diagnostics

/// Where the procedure of a report and its profile were read from.
public struct ProcedureOrigin: Sendable, Hashable {
  /// The path of the procedure as it was typed; `nil` where none was.
  public let procedurePath: String?
  /// The path of the profile as it was typed; `nil` where none was.
  public let profilePath: String?
  /// Whether the procedure is one that Plumbline carries within itself, so that its own figures are Plumbline's.
  public let isBuiltIn: Bool
  /// The file of the profile that was applied, as places in it name it.
  private let profileFile: String?

  public init(procedurePath: String?, profilePath: String?, isBuiltIn: Bool, profileFile: String?) {
    self.procedurePath = procedurePath
    self.profilePath = profilePath
    self.isBuiltIn = isBuiltIn
    self.profileFile = profileFile
  }

  /// A built-in procedure, with nothing typed.
  public static let builtIn = ProcedureOrigin(procedurePath: nil, profilePath: nil, isBuiltIn: true, profileFile: nil)

  /// Whether what stands at a place was set in the profile.
  func isFromProfile(_ place: Place) -> Bool { place.file == profileFile }
}
