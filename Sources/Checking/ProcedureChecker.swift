public import Diagnostics
public import Procedures

/// Checks the claims that a procedure makes by being written down: that its states can be reached and left, that its
/// conditions can hold, that its rules can open, be met and be kept together, and that its names are used.
public enum ProcedureChecker {
  /// How much is told of what nothing uses.
  public enum Depth: Sendable, Hashable {
    /// Events, parameters and sources.
    case usual
    /// Roles and attributes too, which a history may record though no rule reads them.
    case thorough
  }

  /// Everything that is found, in reading order.
  ///
  /// Codes: PL5001 to PL5008, PL5101 and PL5104 to PL5105; with ``Depth/thorough`` also PL5102 and PL5103.
  public static func check(_ procedure: Procedure, depth: Depth = .usual) -> [Diagnostic] {
    let ground = ClaimGround(of: procedure)
    var diagnostics = procedure.workflows.flatMap { Reachability.faults(in: $0) }
    diagnostics += ground.movements.flatMap { DeadEnds.faults(in: $0) + EndlessSteps.faults(in: $0) }
    diagnostics += ImpossibleConditions.faults(on: ground) + IdleRules.faults(on: ground) + Contradictions.faults(on: ground)
    diagnostics += ParameterGaps.faults(in: procedure)
    let usage = Usage(of: procedure)
    diagnostics += usage.unusedEvents() + usage.unusedParameters() + usage.unusedSources()
    if depth == .thorough { diagnostics += usage.unusedRoles() + usage.unusedAttributes() }
    return diagnostics.inReadingOrder()
  }
}
