import Conditions
import SeededNumbers
import Testing

@Suite struct `Decimal numbers` {
  @Test(arguments: [
    ("1", "1"), ("1.0", "1"), ("-0", "0"), ("007.50", "7.5"), (".5", "0.5"), ("1e3", "1000"), ("1.23E-4", "0.000123"),
    ("1234567890123456789012345678901234", "1234567890123456789012345678901234"),
    ("12345678901234567890123456789012345", "12345678901234567890123456789012340"),
    ("12345678901234567890123456789012355", "12345678901234567890123456789012360"),
    ("123456789012345678901234567890123450000001", "123456789012345678901234567890123500000000"),
    ("0.1000000000000000000000000000000000000001", "0.1"),
    ("99999999999999999999999999999999999", "100000000000000000000000000000000000"),
    ("1e6145", "nothing"), ("", "nothing"), ("1.", "nothing"), ("1.2.3", "nothing"), ("abc", "nothing"), ("1e", "nothing"),
    ("--1", "nothing"), ("1e9999999", "nothing"),
  ])
  func `A number is read and written without a power of ten`(text: String, written: String) {
    #expect(Decimal128(text)?.description ?? "nothing" == written)
  }

  @Test(arguments: [
    ("0.1", "+", "0.2", "0.3"), ("1", "+", "1e-40", "1"), ("1e40", "+", "1", "10000000000000000000000000000000000000000"),
    ("1e33", "-", "0.1", "999999999999999999999999999999999.9"), ("1e34", "-", "0.4", "10000000000000000000000000000000000"),
    ("5", "-", "5", "0"), ("1e20", "+", "-1e20", "0"), ("3", "-", "10", "-7"),
    ("9999999999999999999999999999999999", "+", "1", "10000000000000000000000000000000000"),
    ("9999999999999999999999999999999999", "+", "0.5", "10000000000000000000000000000000000"),
    ("9999999999999999999999999999999998", "+", "0.5", "9999999999999999999999999999999998"),
    ("1.5", "*", "-4", "-6"), ("1234567890123456789", "*", "9876543210987654321", "12193263113702179522374638011112640000"),
    (
      "1234567890123456789012345678901234", "*", "1234567890123456789012345678901234",
      "1524157875323883675049535156256667000000000000000000000000000000000"
    ), ("0", "*", "5", "0"), ("1", "/", "3", "0.3333333333333333333333333333333333"),
    ("2", "/", "3", "0.6666666666666666666666666666666667"), ("1", "/", "8", "0.125"), ("-10", "/", "4", "-2.5"),
    ("1e-20", "/", "1e20", "0.0000000000000000000000000000000000000001"), ("0", "/", "7", "0"), ("1", "/", "0", "nothing"),
    ("9e6144", "*", "10", "nothing"), ("9e6144", "+", "9e6144", "nothing"), ("1e-6000", "*", "1e-6000", "0"),
  ])
  func `Arithmetic rounds half to even at 34 digits`(a: String, sign: String, b: String, result: String) throws {
    let first = try #require(Decimal128(a))
    let second = try #require(Decimal128(b))
    let found: Decimal128? =
      switch sign {
      case "+": first + second
      case "-": first - second
      case "*": first * second
      default: first / second
      }
    #expect(found?.description ?? "nothing" == result)
  }

  @Test(arguments: [
    ("2", 10, "1024"), ("2", -2, "0.25"), ("5", 0, "1"), ("0", 0, "1"), ("0", -1, "nothing"), ("-3", 3, "-27"),
    ("10", 6145, "nothing"),
    ("10", -7000, "0"), ("1.1", 2, "1.21"), ("0.5", 50_000, "0"),
  ])
  func `A power is a number multiplied with itself`(base: String, power: Int, result: String) {
    #expect(Decimal128(base)?.raised(to: power)?.description ?? "nothing" == result)
  }

  @Test func `Order and equality are those of the values`() throws {
    let ascending = [
      "-1e40", "-12", "-1.5", "-0.001", "0", "1e-6000", "0.00099", "0.001", "1", "1.5", "2", "12", "99", "100", "1e40",
    ]
    let numbers = try ascending.map { try #require(Decimal128($0)) }
    for (place, number) in numbers.enumerated() {
      for (other, second) in numbers.enumerated() {
        #expect((number < second) == (place < other))
        #expect((number == second) == (place == other))
      }
    }
    #expect(Decimal128("100") == Decimal128("1e2"))
    #expect(Decimal128("1.50").hashValue == Decimal128("1.5").hashValue)
    #expect(Decimal128(-1_200).whole == -1_200)
    #expect(Decimal128("1e30")?.whole == nil)
    #expect(Decimal128("1.5")?.whole == nil)
    #expect(Decimal128(Int.min).description == "\(Int.min)")
  }

  @Test func `Whole numbers agree with the machine's own`() throws {
    var random = SeededNumbers(seed: 1)
    for _ in 0..<5_000 {
      let a = Int.random(in: -2_000_000_000...2_000_000_000, using: &random)
      let b = Int.random(in: -2_000_000_000...2_000_000_000, using: &random)
      #expect((Decimal128(a) + Decimal128(b))?.whole == a + b)
      #expect((Decimal128(a) - Decimal128(b))?.whole == a - b)
      #expect((Decimal128(a) * Decimal128(b))?.whole == a * b)
      #expect((Decimal128(a) < Decimal128(b)) == (a < b))
      #expect((Decimal128(a * 1_000) / Decimal128(1_000))?.whole == a)
    }
  }

  @Test func `A quotient times its divisor is the dividend to the last digits`() throws {
    var random = SeededNumbers(seed: 2)
    let most = try #require(Decimal128("1e-32"))
    for _ in 0..<2_000 {
      let a = Decimal128(Int.random(in: 1...Int.max, using: &random))
      let b = Decimal128(Int.random(in: 1...Int.max, using: &random))
      let product = (a / b).flatMap { $0 * b }
      let error = product.flatMap { $0 - a }.flatMap { $0 / a }
      #expect(error.map { $0.magnitude < most } == true)
    }
  }
}
