import Conditions
import Diagnostics
import Testing

@Suite struct `Functions of the standard` {
  @Test(arguments: [
    ("decimal(1/3, 2)", ".33"), ("decimal(2.5, 0)", "2"), ("decimal(1234, -2)", "1200"), ("round up(5.5, 0)", "6"),
    ("round up(-5.5, 0)", "-6"), ("round up(1.121, 2)", "1.13"), ("round down(5.5, 0)", "5"),
    ("round down(-1.126, 2)", "-1.12"),
    ("round half up(5.5, 0)", "6"), ("round half up(-5.5, 0)", "-6"), ("round half down(5.5, 0)", "5"),
    ("round half down(-1.126, 2)", "-1.13"), ("floor(-1.5)", "-2"), ("floor(-1.56, 1)", "-1.6"), ("ceiling(1.56, 1)", "1.6"),
    ("abs(-10)", "10"), ("modulo(-12, 5)", "3"), ("modulo(10.1, -4.5)", "-3.4"), ("modulo(10, 0)", "null"),
    ("modulo(99.99999999999999999999999999999999, 50)", "49.99999999999999999999999999999999"),
    ("modulo(-99.99999999999999999999999999999999, -50)", "-49.99999999999999999999999999999999"), ("sqrt(16)", "4"),
    ("sqrt(2.25)", "1.5"), ("sqrt(-1)", "null"), ("log(1)", "0"), ("log(0)", "null"), ("exp(0)", "1"),
    ("decimal(sqrt(2), 30)", "1.414213562373095048801688724210"),
    ("decimal(log(10), 30)", "2.302585092994045684017991454684"),
    ("decimal(exp(1), 30)", "2.718281828459045235360287471353"),
    ("decimal(exp(-20), 38)", "0.00000000206115362243855782796594038016"),
    ("decimal(log(0.001), 28)", "-6.9077552789821370520539743641"),
    ("decimal(2 ** 0.5, 30)", "1.414213562373095048801688724210"),
    ("odd(5)", "true"), ("odd(2)", "false"), ("odd(-5)", "true"), ("even(0)", "true"), ("even(5)", "false"),
    ("even(1.5)", "false"),
  ])
  func `Numbers`(text: String, result: String) throws { try expect(text, result) }

  @Test(arguments: [
    (#"substring("foobar", 3)"#, #""obar""#), (#"substring("foobar", 3, 3)"#, #""oba""#),
    (#"substring("foobar", -2, 1)"#, #""a""#),
    (#"substring("\U01F40Eab", 2)"#, #""ab""#), (#"substring("foobar", 0)"#, "null"), (#"string length("\U01F40Eab")"#, "3"),
    (#"upper case("aBc4")"#, #""ABC4""#), (#"lower case("aBc4")"#, #""abc4""#),
    (#"substring before("foobar", "bar")"#, #""foo""#),
    (#"substring before("foobar", "xyz")"#, #""""#), (#"substring before("foobar", "foo")"#, #""""#),
    (#"substring after("foobar", "ob")"#, #""ar""#), (#"substring after("", "a")"#, #""""#),
    (#"substring after("foo", "")"#, #""foo""#),
    (#"contains("foobar", "of")"#, "false"), (#"contains("abc", "")"#, "true"), (#"starts with("foobar", "fo")"#, "true"),
    (#"starts with("fo", "foobar")"#, "false"), (#"ends with("foobar", "r")"#, "true"),
    (#"ends with("foobar", "x")"#, "false"),
    (#"string join(["a", "b", "c"], "_and_")"#, #""a_and_b_and_c""#), (#"string join(["a", null, "c"])"#, #""ac""#),
    (#"string join(["a", "b"], null)"#, #""ab""#), (#"string join([], "x")"#, #""""#),
  ])
  func `Texts`(text: String, result: String) throws { try expect(text, result) }

  @Test(arguments: [
    ("mean([1, 2, 3])", "2"), ("mean(1, 4)", "2.5"), ("mean([])", "null"), ("median([8, 2, 5, 3, 4])", "4"),
    ("median([6, 1, 2, 3])", "2.5"), ("median([])", "null"), ("stddev(2, 4, 6)", "2"), ("stddev(47)", "null"),
    ("mode(6, 3, 9, 6, 6)", "[6]"), ("mode([6, 1, 9, 6, 1])", "[1, 6]"), ("mode([])", "[]"), ("product(2, 3, 4)", "24"),
    ("product([2, null])", "null"), ("sublist([4, 5, 6], 1, 2)", "[4, 5]"), ("sublist([4, 5, 6], -1)", "[6]"),
    ("sublist([4, 5, 6], 4)", "null"), ("sublist([4, 5, 6], 0)", "null"), ("append([1], 2, 3)", "[1, 2, 3]"),
    ("append([1], null)", "[1, null]"), ("concatenate([1, 2], [3])", "[1, 2, 3]"),
    ("insert before([1, 3], 1, 2)", "[2, 1, 3]"),
    ("insert before([1, 3], -1, 2)", "[1, 2, 3]"), ("remove([1, 2, 3], 2)", "[1, 3]"), ("remove([1], 2)", "null"),
    ("list replace([2, 4, 7], 3, 6)", "[2, 4, 6]"), ("reverse([1, 2, 3])", "[3, 2, 1]"),
    ("index of([1, 2, 3, 2], 2)", "[2, 4]"),
    ("index of([1, null], null)", "[2]"), ("union([1, 2], [2, 3])", "[1, 2, 3]"),
    ("distinct values([1, 2, 3, 2, 1])", "[1, 2, 3]"),
    ("flatten([[1, 2], [3], []])", "[1, 2, 3]"), ("flatten([[[1]], [[2, 3]]])", "[1, 2, 3]"), (#"min(["b", "a"])"#, #""a""#),
    (#"max(@"10:00:00", @"11:00:00")"#, "@11:00:00"),
  ])
  func `Lists`(text: String, result: String) throws { try expect(text, result) }

  @Test(arguments: [
    (#"number("1 000,5", " ", ",")"#, "1000.5"), (#"number("1,5", ",", ".")"#, "15"), (#"number("-2.5e3")"#, "-2500"),
    ("string(1.10)", #""1.1""#), ("string(true)", #""true""#), ("string(null)", "null"), (#"string("a")"#, #""a""#),
    (#"string([1, 2])"#, #""[1, 2]""#), (#"string({a: "b", c: 1})"#, #""{a: \"b\", c: 1}""#),
    (#"string(@"P1Y2M")"#, #""P1Y2M""#),
    (#"string(@"P14M")"#, #""P1Y2M""#), (#"string(@"PT0S")"#, #""PT0S""#),
    (#"string(@"-P1DT2H3M4.5S")"#, #""-P1DT2H3M4.5S""#),
    (#"string(@"2020-01-31T10:30:00+01:00")"#, #""2020-01-31T10:30:00+01:00""#), (#"string([1..5))"#, #""[1..5)""#),
    (#"date(@"2020-01-31T10:30:00")"#, "@2020-01-31"), ("date(2020, 1, 31)", "@2020-01-31"),
    ("time(10, 30, 0.25)", "@10:30:00.25"),
    (#"time(10, 30, 0, duration("PT1H"))"#, "@10:30:00+01:00"), (#"time(@"2020-01-31T10:30:00Z")"#, "@10:30:00Z"),
    (#"date and time(@"2020-01-31", @"10:30:00")"#, "@2020-01-31T10:30:00"),
    (#"years and months duration(@"2019-11-30", @"2020-02-29")"#, "@P2M"), (#"date(string(2020) + "-01-31")"#, "@2020-01-31"),
    (#"date("20" + "x")"#, "null"), (#"duration("P" + "1D")"#, "@P1D"),
  ])
  func `Conversions`(text: String, result: String) throws { try expect(text, result) }

  @Test(arguments: [
    (#"day of year(@"2020-12-31")"#, "366"), (#"day of week(@"2020-01-31")"#, #""Friday""#),
    (#"month of year(@"2020-01-31T10:00:00")"#, #""January""#), (#"week of year(@"2005-01-01")"#, "53"),
    (#"week of year(@"2003-12-29")"#, "1"), (#"@"2020-01-31".weekday"#, "5"), (#"@"10:30:05".minute"#, "30"),
    (#"@"2020-01-31T10:30:05+01:00".time offset"#, "@PT1H"), (#"@"-P1DT2H".hours"#, "-2"), (#"@"P1Y2M".months"#, "2"),
    (#"@"2020-01-31T23:00:00" + @"PT2H""#, "@2020-02-01T01:00:00"), (#"@"2020-01-31" + @"PT36H""#, "@2020-02-01"),
    (#"@"2020-01-31" - @"PT1H""#, "@2020-01-30"), (#"@"23:00:00" + @"PT2H""#, "@01:00:00"), (#"@"P1D" + @"PT1H""#, "@P1DT1H"),
    (#"@"P1D" * 1.5"#, "@P1DT12H"), (#"@"P10D" / @"P4D""#, "2.5"), (#"@"P1Y" / 5"#, "@P2M"),
    (#"@"PT1H" > @"PT59M59S""#, "true"),
    (#"@"2020-01-31T10:00:00" - @"2020-01-30T09:30:00""#, "@P1DT30M"), (#"@"10:00:00" = @"10:00:00Z""#, "false"),
    (#"@"10:00:00" < @"10:00:00Z""#, "null"), (#"@"10:00:00Z" = @"11:00:00+01:00""#, "true"),
    (#"is(@"10:00:00Z", @"11:00:00+01:00")"#, "false"), (#"is(1, "1")"#, "false"), ("is(null, null)", "true"),
    ("now()", "refused"), (#"@"2020-01-31T10:30:00@Europe/London""#, "refused"),
  ])
  func `Dates, times and durations`(text: String, result: String) throws { try expect(text, result) }

  @Test(arguments: [
    (#"@"P999999999999D" * 1000000000000 + @"P999999999999D" * 1000000000000"#, "null"),
    (#"@"2020-01-01" + @"P999999999999D""#, "null"), (#"@"2020-01-01" - @"P999999999999M""#, "null"),
    (#"@"2020-01-01T00:00:00" + @"P999999999999Y""#, "null"), (#"@"P1Y" * 999999999999999999999"#, "null"),
    (#"@"P999999999999Y" > @"P1M""#, "true"), ("date(-9223372036854775808, 1, 1)", "refused"),
    (#"time(10, 0, 0, @"-P999999999999D")"#, "refused"), ("sublist([1, 2, 3], 2, 9223372036854775807)", "null"),
    ("[1, 2][-9223372036854775808]", "null"), ("[1, 2][9223372036854775807]", "null"),
    (#"substring("abc", -9223372036854775808)"#, "null"), (#"substring("abc", 2, 9223372036854775807)"#, #""bc""#),
    ("for i in 9223372036854775807..9223372036854775807 return i", "[9223372036854775807]"),
    (#"@"2020-01-01" + (if true then @"PT36H" else @"P1M")"#, "@2020-01-02"),
    (#"@"2020-01-01" + (if true then @"PT30M" else @"P1M")"#, "@2020-01-01"),
    (#"@"2020-01-31" + (if false then @"PT30M" else @"P1M")"#, "@2020-02-29"),
  ])
  func `The ends of what can be held`(text: String, result: String) throws { try expect(text, result) }

  @Test(arguments: [
    ("before(1, 10)", "true"), ("before([1..10], 10)", "false"), ("before([1..10), 10)", "true"),
    ("before([1..10], 15)", "true"),
    ("before([1..10], [15..20])", "true"), ("before([1..10), [10..20])", "true"), ("before([1..10], [10..20])", "false"),
    ("after(10, 5)", "true"), ("after(12, [1..10])", "true"), ("after(10, [1..10))", "true"),
    ("after([11..20], 12)", "false"),
    ("after([11..20], [1..11))", "true"), ("meets([1..5], [5..10])", "true"), ("meets([1..5), [5..10])", "false"),
    ("met by([5..10], [1..5])", "true"), ("met by([5..10], [1..5))", "false"), ("overlaps([1..5], [3..8])", "true"),
    ("overlaps([3..5], [5..8])", "true"), ("overlaps([3..5), [5..8])", "false"), ("overlaps before([1..5], [3..8])", "true"),
    ("overlaps before([1..5], [1..5])", "false"), ("overlaps before([1..5), (1..5])", "true"),
    ("overlaps after([3..8], [1..5])", "true"),
    ("overlaps after((1..6], [1..5])", "true"), ("finishes(10, [1..10])", "true"), ("finishes([5..10], [1..10])", "true"),
    ("finishes([5..10), [1..10])", "false"), ("finished by([1..10], 10)", "true"), ("finished by([1..10], [5..10])", "true"),
    ("includes([1..10], 5)", "true"), ("includes([1..10), 10)", "false"), ("includes([1..10], (1..10))", "true"),
    ("includes((1..10), [1..10])", "false"), ("during(5, [1..10])", "true"), ("during([4..6], [1..10))", "true"),
    ("starts(1, [1..10])", "true"), ("starts([1..5], [1..10])", "true"), ("starts((1..5], [1..10])", "false"),
    ("started by([1..10], 1)", "true"), ("started by([1..10], [1..5])", "true"), ("coincides(5, 5)", "true"),
    ("coincides([1..5], [1..5))", "false"), ("before((< 5), [6..7])", "true"), ("includes((> 5), 6)", "true"),
    ("[1..10].start", "1"), ("[1..10).end included", "false"), ("(>= 3).end", "null"), ("3 in [(1..2), (2..4)]", "true"),
    (#"5 in range("[1..5]")"#, "true"), ("[1..5] = [1..5]", "true"), ("[1..5] = [1..5)", "false"),
  ])
  func `Points and ranges`(text: String, result: String) throws { try expect(text, result) }

  @Test(arguments: [
    ("for i in 1..3 return i * i", "[1, 4, 9]"), ("for i in 3..1 return i", "[3, 2, 1]"),
    ("for x in [1, 2], y in [10, 20] return x + y", "[11, 21, 12, 22]"),
    ("for x in [1, 2] return for y in [3] return x", "[[1], [2]]"),
    ("for x in [1, 2], y in 1..x return y", "[1, 1, 2]"), ("for x in [] return x", "[]"),
    ("sum(for x in [1, 2] return {y: x}.y)", "3"),
    ("{a: 1, b: a + 1}.b", "2"), ("{a: 1, \"b c\": 2} = {\"b c\": 2, a: 1}", "true"), ("{a: {b: 2}}.a.b", "2"),
    ("[{a: 1}, {a: 2}].a", "[1, 2]"), ("[{a: 1}, {b: 2}].b", "[null, 2]"), ("[{a: 1, b: 2}, {a: 2, b: 3}][a > 1].b", "[3]"),
    ("[{item: 1}, {item: 2}][item > 1]", "[{item: 2}]"), ("some x in [{a: 1}] satisfies x.a = 1", "true"),
    ("[1, 2] instance of list<number>", "true"), ("[1, 2] instance of list<string>", "false"),
    ("[] instance of list<string>", "true"),
    ("1 instance of Any", "true"), ("null instance of Any", "false"), ("[1..2] instance of range<number>", "true"),
    (#"@"P1D" instance of years and months duration"#, "false"), ("{a: 1} instance of context<a: number>", "true"),
    ("{a: 1} instance of context<b: number>", "false"), ("1 // a comment\n + /* and another */ 1", "2"),
    ("1 /* none", "refused"),
    ("not(negand: true)", "false"), ("count(list: [1])", "1"), ("modulo(divisor: 4, dividend: 10)", "2"),
    ("modulo(divisor: 4)", "refused"), ("modulo(dividend: 10, by: 4)", "refused"),
    ("{a: 1, a: 2}", "refused"), ("{a: 1}.b", "refused"),
    ("for x in [1..3] return x", "refused"), ("[1..\"a\"]", "refused"), ("1 instance of integer", "refused"),
    ("if null then 1 else 2", "2"), ("true and null", "null"), ("false and null", "false"),
    ("not(null)", "null"), ("[1, 2][null]", "[]"),
  ])
  func `For, contexts, types and names of arguments`(text: String, result: String) throws { try expect(text, result) }

  /// A value as the standard's own text of it; an `@` before what is no text, number, truth or list.
  private func expect(_ text: String, _ result: String) throws {
    let (condition, faults) = reading { $0.value(text, at: samplePlace, into: &$1) }
    #expect((condition == nil) == (result == "refused"), "\(faults)")
    guard let condition else { return }
    let found = condition.evaluate(in: SampleCase())
    guard result != "null" else {
      #expect(found == .null)
      return
    }
    let literal = result.hasPrefix("@") ? "@\"\(result.dropFirst())\"" : result
    let expected = try #require(reading { $0.value(literal, at: samplePlace, into: &$1) }.result).evaluate(in: SampleCase())
    #expect(found.written == expected.written && found.written != nil, "\(found) \(expected)")
  }
}

@Suite struct `Values of conditions` {
  /// A context whose last value is the first, doubled forty times.
  private static func doubled(of first: String, _ doubled: (String) -> String) -> String {
    let rest = (1...40).map { "v\($0): \(doubled("v\($0 - 1)"))" }
    return "{v0: \(first), \(rest.joined(separator: ", "))}.v40"
  }

  @Test(arguments: [
    "count(for a in 1..99999, b in 1..99999, c in 1..99999 return a)",
    doubled(of: "[1]") { "concatenate(\($0), \($0))" }, doubled(of: "\"a\"") { "\($0) + \($0)" },
  ])
  func `A list or text longer than anything needs is unknown, and is not made`(text: String) throws {
    let condition = try #require(reading { $0.value(text, at: samplePlace, into: &$1) }.result)
    #expect(condition.evaluate(in: SampleCase()) == .unknown)
  }

  @Test func `A value is no larger than its largest part`() {
    // The replay copies values; the rare ones stand in boxes of their own.
    #expect(MemoryLayout<Value>.size == 53)
    #expect(MemoryLayout<Value>.stride == 64)
  }
}
