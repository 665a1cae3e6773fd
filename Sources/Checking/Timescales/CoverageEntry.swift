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

  /// - Parameter procedure: the procedure under the profile of the entry; `nil` where it could not be read.
  init(_ timescale: Timescale, procedure: Procedure?) {
    self.timescale = timescale
    guard timescale.whyLeftOut == nil else {
      problems = timescale.carriers.isEmpty ? [] : [CoverageProblem.carriedAndLeftOut.diagnostic(at: timescale.place)]
      standing = problems.isEmpty ? .leftOut : .notCovered
      return
    }
    let lists = timescale.carriers.isEmpty ? [CoverageProblem.nothingNamed.diagnostic(at: timescale.place)] : []
    problems = lists + timescale.carriers.compactMap { carrier in procedure.flatMap { carrier.problem(in: $0) } }
    standing = problems.isEmpty && procedure != nil ? .carried : .notCovered
  }

  public var isByRule: Bool { standing == .carried && timescale.carriers.contains { $0.kind == .rule } }

  public var isByParameter: Bool { standing == .carried && timescale.carriers.contains { $0.kind == .parameter } }
}
