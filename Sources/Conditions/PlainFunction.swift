/// The functions of the standard that work on known values only, by the names that FEEL gives them.
public enum PlainFunction: String, Sendable, Hashable, CaseIterable {
  // Numbers.
  case decimal, floor, ceiling, modulo, sqrt, log, exp, odd, even
  case roundUp = "round up"
  case roundDown = "round down"
  case roundHalfUp = "round half up"
  case roundHalfDown = "round half down"
  // Texts.
  case substring, contains
  case stringLength = "string length"
  case upperCase = "upper case"
  case lowerCase = "lower case"
  case substringBefore = "substring before"
  case substringAfter = "substring after"
  case startsWith = "starts with"
  case endsWith = "ends with"
  case stringJoin = "string join"
  // Lists.
  case mean, median, stddev, mode, product, sublist, append, concatenate, remove, reverse, union, flatten
  case insertBefore = "insert before"
  case listReplace = "list replace"
  case indexOf = "index of"
  case distinctValues = "distinct values"
  // Conversions.
  case number, string, date, time, duration
  case dateAndTime = "date and time"
  case yearsAndMonthsDuration = "years and months duration"
  // Dates.
  case dayOfYear = "day of year"
  case dayOfWeek = "day of week"
  case monthOfYear = "month of year"
  case weekOfYear = "week of year"
  // Points and ranges.
  case before, after, meets, overlaps, finishes, includes, during, starts, coincides
  case metBy = "met by"
  case overlapsBefore = "overlaps before"
  case overlapsAfter = "overlaps after"
  case finishedBy = "finished by"
  case startedBy = "started by"
  // Any value.
  case `is`
  /// The word between a value and what it may lie in.
  case isIn = "in"
}
