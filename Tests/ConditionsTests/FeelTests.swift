import CivilTime
import Conditions
import Diagnostics
import Testing

@Suite struct `Values that the standard gives` {
  @Test(arguments: [
    // Literals and arithmetic.
    ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 / 4", "2.5"), ("1 / 0", "null"), ("-5 ** 2", "25"),
    ("3 ** 4 ** 5", "3486784401"),
    ("5 ** -2", "0.04"), ("10 - 3 - 2", "5"), ("100 / 10 / 5", "2"), ("0.1 + 0.2", "0.3"), ("1.23e-4", "0.000123"),
    (#""foo" + "bar""#, "foobar"), (#""\u00E9\n""#, "\u{E9}\n"), ("-(1 + 2)", "-3"), ("null + 1", "refused"),
    // Comparisons.
    ("1 = 1.0", "true"), ("1 != 2", "true"), ("2 <= 2", "true"), ("2 < 2", "false"), (#""a" < "b""#, "true"),
    (#""A" = "a""#, "false"),
    (#""foo" > "Foo""#, "true"), ("true = true", "true"), ("true != false", "true"), ("[1, 2] = [1, 2]", "true"),
    ("[1, 2] = [2, 1]", "false"),
    ("[1] != [1, 2]", "true"), (#"1 = "1""#, "refused"), ("null = 1", "false"), ("null = null", "true"),
    ("1 < null", "null"), ("1 / 0 = 1", "false"), ("1 / 0 != 1", "true"),
    ("1 / 0 > 1", "null"), ("1 / 0 = 2 / 0", "true"),
    // Ranges and lists behind in and between.
    ("5 in [1..5]", "true"), ("5 in [1..5)", "false"), ("1 in (1..5]", "false"), ("1 in ]1..5]", "false"),
    ("3 in ]1..5[", "true"),
    ("5 between 1 and 5", "true"), ("6 between 1 and 5 or true", "true"), ("1 in (2, 3)", "false"), ("3 in (2, 3)", "true"),
    ("3 in [2, 3]", "true"), ("3 in <= 3", "true"), ("3 in (< 2, > 2)", "true"), ("3 in ([1..2], [3..4])", "true"),
    (#""b" in ["a", "b"]"#, "true"),
    (#""b" in ("a".."c")"#, "true"), ("3 in 3", "true"), ("1 in []", "false"), ("1 / 0 in [1..2]", "null"),
    // Truths.
    ("true and false", "false"), ("true or false", "true"), ("not(true)", "false"), ("(1 / 0 > 1) and true", "null"),
    ("(1 / 0 > 1) and false", "false"),
    ("(1 / 0 > 1) or true", "true"), ("(1 / 0 > 1) or false", "null"), ("not(1 / 0 > 1)", "null"),
    ("false and true or true", "true"),
    ("all([true, false])", "false"), ("all([])", "true"), ("any([])", "false"), ("any([false, true])", "true"),
    ("all(true, 1 / 0 > 1)", "null"),
    ("any(false, 1 / 0 > 1)", "null"), ("all(false, 1 / 0 > 1)", "false"),
    // If, some, every.
    ("if 1 < 2 then 10 else 20", "10"), ("if 1 / 0 > 1 then 10 else 20", "20"), (#"if false then "a" else "b""#, "b"),
    ("if true then null else 1", "null"),
    ("some x in [1, 2, 3] satisfies x > 2", "true"), ("every x in [1, 2, 3] satisfies x > 2", "false"),
    ("some x in [] satisfies x = 1", "false"),
    ("every x in [] satisfies x = 1", "true"), ("some x in [1, 2], y in [2, 3] satisfies x = y", "true"),
    ("every x in [1, 2], y in [2, 3] satisfies x < y", "false"),
    ("some x in [1 / 0, 3] satisfies x > 2", "true"), ("every x in [1 / 0, 3] satisfies x > 2", "null"),
    // Lists.
    ("count([1, 2, 3])", "3"), ("sum([1, 2, 3])", "6"), ("sum(1, 2)", "3"), ("sum([])", "null"), ("min([3, 1, 2])", "1"),
    ("max(1, 3, 2)", "3"), ("min([])", "null"),
    ("max([1, 1 / 0])", "null"), ("[1, 2, 3][2]", "2"), ("[1, 2, 3][-1]", "3"), ("[1, 2, 3][4]", "null"),
    ("[1, 2, 3][0]", "null"), ("[1, 2, 3][item > 1]", "[2, 3]"),
    ("[1, 2, 3][item > 1][1]", "2"), ("list contains([1, 2], 2)", "true"), ("list contains([1, 2], 3)", "false"),
    ("[1, 2, 3][1 + 1]", "2"), ("abs(-3)", "3"),
    ("count([[1], [2, 3]][item[1] > 1])", "1"), ("list contains([1, 1 / 0], 2 / 0)", "true"),
    // Dates and durations.
    (#"date("2020-02-29") + duration("P1Y")"#, "2021-02-28"), (#"date("2021-01-31") + duration("P1M")"#, "2021-02-28"),
    (#"date("2020-03-01") - duration("P1D")"#, "2020-02-29"), (#"duration("P1D") + date("2020-02-28")"#, "2020-02-29"),
    (#"date("2020-03-01") - date("2020-02-01")"#, "29 days"), (#"@"2020-03-01" > @"2020-02-29""#, "true"),
    (#"duration("P1Y") = duration("P12M")"#, "true"),
    (#"duration("P1D") = duration("PT24H")"#, "true"), (#"duration("PT73H") > duration("P3D")"#, "true"),
    (#"duration("P1M") = duration("P30D")"#, "refused"),
    (#"abs(duration("-P5D"))"#, "5 days"), (#"-duration("P5D")"#, "-5 days"),
    (#"date("2020-01-01") in [date("2020-01-01")..date("2020-12-31")]"#, "true"),
    (#"max([date("2020-01-01"), date("2021-01-01")])"#, "2021-01-01"), (#"@"2021-01-01" + @"PT24H""#, "2021-01-02"),
    (#"@"P1D" < @"P2D""#, "true"), ("2020-01-01", "2018"),
  ])
  func `An expression on known inputs has the standard's value or is refused`(text: String, result: String) {
    let (condition, faults) = reading { $0.value(text, at: samplePlace, into: &$1) }
    #expect((condition == nil) == (result == "refused"), "\(faults)")
    if let condition { #expect(written(condition.evaluate(in: SampleCase())) == result) }
  }

  private func written(_ value: Value) -> String {
    switch value {
    case .unknown: "unknown"
    case .null: "null"
    case .truth(let truth): truth ? "true" : "false"
    case .number(let range): range.exact?.description ?? "a range"
    case .text(let text): text
    case .date(let date): date.isExact ? date.earliest.description : "a span"
    case .duration(let range): range.exact?.description ?? "a range"
    case .list(let members): "[" + members.map(written).joined(separator: ", ") + "]"
    default: "\(value)"
    }
  }
}
