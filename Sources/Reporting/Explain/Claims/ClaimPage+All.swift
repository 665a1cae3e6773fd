import Diagnostics

extension ClaimPage {
  /// Every page, in the order of the codes.
  public static let all: [ClaimPage] = [
    overlappingTransitions,
    unreachableState,
    noWayOn,
    conditionNeverHolds,
    ruleNeverOpens,
    ruleNeverCloses,
    rulesContradict,
    parameterGap,
    neverRests,
    driftHole,
    clockOutlivesWorkflow,
    timescalesNotMetTogether,
    unusedEvent,
    unusedRole,
    unusedAttribute,
    unusedParameter,
    unusedSource,
    coverageRuleUnknown,
    coverageParameterUnknown,
    coverageFigureDiffers,
    coverageUnclear,
    coverageProfileUnknown,
  ].sorted { $0.code.rawValue < $1.code.rawValue }

  /// The page on a code as it is printed, such as `PL5003`, in capitals or not; `nil` where there is none.
  public static func on(_ label: String) -> ClaimPage? { all.first { $0.code.label == label.uppercased() } }
}
