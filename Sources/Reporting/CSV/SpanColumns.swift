import CivilTime
import Replay

extension CaseRow {
  /// Two columns for the two ends of a span.
  static func ends(_ name: String, _ span: @escaping (Self) -> Span?) -> [Column] {
    [
      Column("\(name)_earliest") { .optional(span($0)?.earliest.description) },
      Column("\(name)_latest") { .optional(span($0)?.latest.description) },
    ]
  }

  /// The columns for how late something is, with the unit of both ends.
  static func lateness(_ lateness: @escaping (Self) -> Lateness?) -> [Column] {
    [
      Column("late_least") { .optional(lateness($0)?.least) },
      Column("late_most") { .optional(lateness($0)?.most) },
      Column("late_unit") { .optional(lateness($0)?.unit.rawValue) },
    ]
  }
}
