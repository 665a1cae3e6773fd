import Diagnostics
import Procedures

/// The one description of all files: which keys stand where, what each may hold, and what it says.
///
/// The reader rejects by it, and the JSON Schema is made from it.
enum FileDescription {
  static func mapping(_ name: MappingName) -> MappingShape {
    switch name {
    case .procedure: procedure
    case .source: source
    case .parameter: parameter
    case .datedValues: datedValues
    case .citation: citation
    case .vocabulary: vocabulary
    case .role: role
    case .event: event
    case .workflow: workflow
    case .state: state
    case .transition: transition
    case .raising: raising
    case .sending: sending
    case .deadline: deadline
    case .cadence: cadence
    case .check: check
    case .invariant: invariant
    case .extensionOfDeadline: extensionOfDeadline
    case .profile: profile
    case .history: history
    case .historySource: historySource
    case .child: child
    case .completeness: completeness
    case .occurrence: occurrence
    case .findingsTable: findingsTable
    case .findingsRow: findingsRow
    case .listedFinding: listedFinding
    case .unmatchedFlag: unmatchedFlag
    case .timescales: timescales
    case .timescale: timescale
    case .expectations: expectations
    case .expectedJudgement: expectedJudgement
    case .expectedDeparture: expectedDeparture
    case .expectedState: expectedState
    case .scenario: scenario
    case .decision: decision
    case .choice: choice
    case .extractMapping: extractMapping
    case .extractRecord: extractRecord
    case .extractEvent: extractEvent
    case .extractValue: extractValue
    case .statistics: statistics
    case .publishedTable: publishedTable
    case .statisticalFigure: statisticalFigure
    }
  }

  static let sources = KeyShape.optional(
    .sources, .names(.name, .mapping(.source)), "The instruments from which rules and figures are taken, by name.")

  static let parameters = KeyShape.optional(
    .parameters, .names(.name, parameterValue), "The figures that have a name, so that a profile or a date can change them.")

  /// A value, a value from each of several dates, or either with its source.
  static let parameterValue = Shape.either([value, .oneOf([.parameter, .datedValues], whenUnclear: nil)])

  /// A period, a number, true or false, or a set of roles.
  static let value = Shape.either([.text, .list(.name)])
}
