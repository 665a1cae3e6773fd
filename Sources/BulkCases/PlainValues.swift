import CivilTime
import Conditions
import Histories

/// Values in the forms in which extracts nearly always have them; `nil` is for any other, which is read the careful way.
enum PlainValues {
  /// A day as year-month-day, within the calendar of histories.
  static func day(_ text: UnsafeBufferPointer<UInt8>) -> Day? {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else { return nil }
    var number = 0
    for place in 0..<10 where place != 4 && place != 7 {
      let digit = Int(text[place]) - 48
      guard digit >= 0, digit <= 9 else { return nil }
      number = number * 10 + digit
    }
    return months.day(number)
  }

  private static let months = MonthTable()

  static func truth(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    switch text.count {
    case 2: text[0] == UInt8(ascii: "n") && text[1] == UInt8(ascii: "o") ? false : nil
    case 3: text.elementsEqual("yes".utf8) ? true : nil
    case 4: text.elementsEqual("true".utf8) ? true : nil
    case 5: text.elementsEqual("false".utf8) ? false : nil
    default: nil
    }
  }

  /// A whole number of at most six digits without zeros before it.
  static func number(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (1...6).contains(text.count), text.count == 1 || text[0] != 48 else { return nil }
    var number = 0
    for byte in text {
      guard byte >= 48, byte <= 57 else { return nil }
      number = number * 10 + Int(byte) - 48
    }
    return number
  }

  /// A set of words that single blanks part.
  static func set(_ text: UnsafeBufferPointer<UInt8>, of words: WordTable) -> UInt128? {
    var (bits, begin): (UInt128, Int) = (0, 0)
    for place in 0...text.count where place == text.count || text[place] == UInt8(ascii: " ") {
      guard let number = words.number(of: UnsafeBufferPointer(rebasing: text[begin..<place])) else { return nil }
      bits |= 1 << UInt128(number)
      begin = place + 1
    }
    return bits
  }

  static func text(_ text: UnsafeBufferPointer<UInt8>) -> String { String(decoding: text, as: UTF8.self) }

  /// Whether it is a name as histories have them, of ASCII alone, that begins with a letter.
  static func isIdentifier(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, isLetter(first) else { return false }
    return isName(text)
  }

  static func isName(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.allSatisfy { isLetter($0) || $0 >= 48 && $0 <= 57 || $0 == 95 || $0 == 45 || $0 == 46 }
  }

  /// Whether it is a name that stays as it is for certain: one with `_u` in it may be taken for a name with a number.
  static func isKeptName(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isName(text) else { return false }
    return !text.indices.dropLast().contains { text[$0] == 95 && text[$0 + 1] == 117 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) >= 97 && (byte | 32) <= 122 }
}
