/// Text of a picture: how wide it may come out, and where it is broken into lines.
///
/// No font is asked. The widths are those of a wide sans-serif, so that text in any other fits, too.
enum DrawnText {
  /// **Unit**: pixels, at the size of the picture's text.
  static func width(of text: String) -> Int {
    let hundredths = text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    return (hundredths * fontSize + 99) / 100
  }

  /// The width of text in bold.
  ///
  /// **Unit**: pixels.
  static func boldWidth(of text: String) -> Int { width(of: text) * 112 / 100 }

  /// **Unit**: pixels.
  static let fontSize = 13
  static let lineHeight = 17

  /// The text in lines of at most so many pixels, broken at spaces.
  static func lines(of text: String, width most: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      if let last = lines.last, width(of: "\(last) \(word)") <= most {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// **Unit**: hundredths of the font size.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "i", "j", "l", "t", "f", "r", ".", ",", ":", ";", "'", "|", "!", "(", ")", "[", "]", " ": 40
    case "m", "w", "M", "W", "@", "%": 98
    case "A"..."Z", "0"..."9": 74
    default: 62
    }
  }
}
