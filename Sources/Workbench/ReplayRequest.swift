import CivilTime
import Diagnostics

/// By which procedure histories are to be judged, and until when.
public struct ReplayRequest: Sendable {
  public enum ProcedureChoice: Sendable {
    /// The one the history names.
    case asTheHistorySays
    /// A built-in one, by its name.
    case named(String)
    /// One among these files.
    case files([InputFile])
  }

  public enum ProfileChoice: Sendable {
    case asTheHistorySays
    /// The national procedure as it stands.
    case withoutProfile
    case named(String)
    case file(InputFile)
    /// One of this name, or else the file or folder that is called so.
    case namedOrFile(String, InputFile)
  }

  /// Where the names of the procedure and the profile were typed, which is told of one that is not there.
  public enum Typed: Sendable {
    /// Behind `--procedure` and `--profile`.
    case inOptions
    /// In this argument, as `PROCEDURE:PROFILE`, or as what is a procedure.
    case inArgument(String)
    /// In this argument, alone: it was taken for a profile, for it is nothing else.
    case loneArgument(String)
  }

  public var procedure = ProcedureChoice.asTheHistorySays
  /// The path of the procedure as typed, where files are given.
  public var procedurePath: String?
  public var profile = ProfileChoice.asTheHistorySays
  /// The day on which observation is to end, as typed: yyyy-mm-dd.
  public var asOf: String?

  public var typed = Typed.inOptions

  public init() {}
}

extension ReplayRequest.Typed {
  var procedurePlace: Place {
    switch self {
    case .inOptions, .loneArgument: .whole("--procedure")
    case .inArgument(let argument): .whole(argument)
    }
  }

  var profilePlace: Place {
    switch self {
    case .inOptions: .whole("--profile")
    case .inArgument(let argument), .loneArgument(let argument): .whole(argument)
    }
  }
}

extension ReplayRequest {
  /// The files of the procedure and the profile, where they are files.
  var fileNames: [String] {
    let ofProcedure = if case .files(let files) = procedure { files.map(\.name) } else { [String]() }
    return switch profile {
    case .file(let file), .namedOrFile(_, let file): ofProcedure + [file.name]
    case .asTheHistorySays, .withoutProfile, .named: ofProcedure
    }
  }

  /// The day on which observation is to end.
  ///
  /// Codes: PL6005.
  func observationEnd() -> (day: Day?, diagnostics: [Diagnostic]) {
    guard let asOf else { return (nil, []) }
    if let day = Day(iso: asOf) { return (day, []) }
    return (
      nil,
      [
        .ofCommand(
          .badAsOfDate, "\"\(asOf)\" is not a day of the calendar.", option: "--as-of",
          mend: "Write it as year-month-day, such as 2019-04-30.")
      ]
    )
  }
}
