/// The cases that an extract has gone by, so that one that comes again is known.
///
/// Names that end in a number and come in the order of their numbers, as most systems give them, take no room; of any other
/// a fingerprint of 64 bits is kept. Two names of one fingerprint would pass for one: with ten million cases that has a chance
/// of one in 370,000.
public struct SeenCases: Sendable {
  /// Names that differ in the number at their end alone, without a gap.
  private struct Run: Sendable {
    let stem: String
    let width: Int
    let first: UInt64
    var last: UInt64
  }

  private var runs: [Run] = []
  private var fingerprints: Set<UInt64> = []

  public init() {}

  /// Takes in a name; false where it was there before.
  public mutating func insert(_ name: String) -> Bool {
    guard let (stem, width, number) = SeenCases.parts(of: name) else {
      return fingerprints.insert(SeenCases.fingerprint(name)).inserted
    }
    for index in runs.indices where runs[index].stem == stem && runs[index].width == width {
      if (runs[index].first...runs[index].last).contains(number) { return false }
    }
    guard !fingerprints.contains(SeenCases.fingerprint(name)) else { return false }
    if let index = runs.lastIndex(where: { $0.stem == stem && $0.width == width && $0.last + 1 == number }) {
      runs[index].last = number
    } else if runs.count < 64 {
      runs.append(Run(stem: stem, width: width, first: number, last: number))
    } else {
      fingerprints.insert(SeenCases.fingerprint(name))
    }
    return true
  }

  /// What stands before the number at the end, how many digits it has where it is padded, and the number.
  private static func parts(of name: String) -> (String, Int, UInt64)? {
    let digits = name.utf8.reversed().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    guard (1...18).contains(digits), let number = UInt64(name.suffix(digits)) else { return nil }
    let isPadded = digits > 1 && name.utf8.dropLast(digits - 1).last == UInt8(ascii: "0")
    return (String(name.dropLast(digits)), isPadded ? digits : 0, number)
  }

  /// FNV-1a, which is the same on every machine and in every run.
  private static func fingerprint(_ name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
