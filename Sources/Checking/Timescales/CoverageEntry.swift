public import Diagnostics
import Procedures

/// One figure of the list, with how it stands to the procedure.
public struct CoverageEntry: Sendable {
  public enum Standing: Sendable, Hashable {
    case carried
    case leftOut
    case notCovered
  }

  public let timescale: Timescale
  public let standing: Standing
  /// Why it is not covered.
  public let problems: [Diagnostic]

  /// - Parameter procedure: the procedure under the profile of the entry; `nil` where there is no such profile.
  init(_ timescale: Timescale, procedure: Procedure?) {
    self.timescale = timescale
    guard timescale.whyLeftOut == nil else {
      problems = timescale.carriers.isEmpty ? [] : [CoverageProblem.carriedAndLeftOut.diagnostic(at: timescale.place)]
      standing = problems.isEmpty ? .leftOut : .notCovered
      return
    }
    if timescale.carriers.isEmpty {
      problems = [CoverageProblem.nothingNamed.diagnostic(at: timescale.place)]
    } else if let procedure {
      problems = timescale.carriers.compactMap { $0.problem(in: procedure) }
    } else {
      problems = [CoverageProblem.unknownProfile(timescale.profile ?? "").diagnostic(at: timescale.profilePlace)]
    }
    standing = problems.isEmpty ? .carried : .notCovered
  }

  public var isByRule: Bool { standing == .carried && timescale.carriers.contains { $0.kind == .rule } }

  public var isByParameter: Bool { standing == .carried && timescale.carriers.contains { $0.kind == .parameter } }
}
