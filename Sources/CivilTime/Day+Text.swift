extension Day: CustomStringConvertible {
  /// The day written strictly as yyyy-mm-dd in ASCII digits, or `nil` where the text is anything else.
  public init?(iso: some StringProtocol) {
    guard
      let day = iso.utf8.withContiguousStorageIfAvailable(Day.init(bytes:))
        ?? Array(iso.utf8).withUnsafeBufferPointer(Day.init(bytes:))
    else { return nil }
    self = day
  }

  private init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = bytes[0..<4].wholeNumber, let month = bytes[5..<7].wholeNumber, let day = bytes[8..<10].wholeNumber
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day as yyyy-mm-dd; a year outside 0 to 9999 has a sign and as many digits as it needs.
  public var description: String {
    let (year, month, day) = civil
    guard (0...9_999).contains(year) else {
      let digits = String(year.magnitude)
      let padding = String(repeating: "0", count: max(0, 4 - digits.count))
      return (year < 0 ? "-" : "+") + padding + digits + Day.pair(month, after: "-") + Day.pair(day, after: "-")
    }
    return String(unsafeUninitializedCapacity: 10) { text in
      text[0] = .decimal(year / 1_000)
      text[1] = .decimal(year / 100)
      text[2] = .decimal(year / 10)
      text[3] = .decimal(year)
      text[4] = UInt8(ascii: "-")
      text[5] = .decimal(month / 10)
      text[6] = .decimal(month)
      text[7] = UInt8(ascii: "-")
      text[8] = .decimal(day / 10)
      text[9] = .decimal(day)
      return 10
    }
  }

  /// Two digits behind a mark.
  static func pair(_ number: Int, after mark: String) -> String {
    mark + (number < 10 ? "0" : "") + String(number)
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// The number that a few ASCII digits make, or `nil` where another byte is among them.
  fileprivate var wholeNumber: Int? {
    var number = 0
    for byte in self {
      guard let digit = byte.decimalDigit else { return nil }
      number = number * 10 + digit
    }
    return number
  }
}

extension UInt8 {
  /// The value of an ASCII digit, or `nil` for any other byte.
  var decimalDigit: Int? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) ? Int(self - UInt8(ascii: "0")) : nil
  }

  /// The ASCII digit of a number's units.
  static func decimal(_ number: Int) -> UInt8 {
    UInt8(ascii: "0") + UInt8(number % 10)
  }
}
