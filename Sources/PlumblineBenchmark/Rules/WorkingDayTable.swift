import CivilTime

/// The days that are no working days although they are no Saturdays and Sundays, for scripts that count working days.
enum WorkingDayTable {
  /// A table of one column, the day.
  static var csv: String {
    "day\n" + WorkingCalendar.englandAndWales.holidays.map { "\($0.day)\n" }.joined()
  }
}
