/// Text of a picture: how wide it may come out, and where it is broken into lines.
///
/// No font is asked. The widths are those of DejaVu Sans, which is wider than the other fonts that the pictures name, so that
/// text in any of them fits, too.
struct DrawnText: Hashable, Sendable {
  /// How a line of text looks.
  enum Style: String, Hashable, Sendable {
    /// The name of a state.
    case title
    /// What a step is, or what else there is to say.
    case plain
    /// A timescale of a state.
    case clock
    /// The name of a rule.
    case name
    /// That a case can drift here.
    case hole
  }

  let text: String
  let style: Style
  /// What whoever points at it is told besides, line by line; lines one after another with the same are told it together.
  var note: String?

  /// **Unit**: pixels.
  var width: Int { DrawnText.width(of: text, in: style) }

  /// **Unit**: pixels, from one line to the next.
  var height: Int { style == .name || style == .clock ? 15 : 17 }

  /// The text in lines of at most so many pixels, broken at spaces; a word that is longer has a line of its own.
  static func lines(of text: String, _ style: Style, width most: Int) -> [DrawnText] {
    var lines: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      if let last = lines.last, width(of: "\(last) \(word)", in: style) <= most {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(word)
      }
    }
    return lines.map { DrawnText(text: $0, style: style) }
  }

  /// The text in as few lines as that, and those as short as they can be.
  static func evenLines(of text: String, _ style: Style, width most: Int) -> [DrawnText] {
    let lines = lines(of: text, style, width: most)
    let shorter = stride(from: 40, to: most, by: 10).lazy.map { self.lines(of: text, style, width: $0) }
    return shorter.first { $0.count <= lines.count && $0.allSatisfy { $0.width <= most } } ?? lines
  }

  /// The room that lines below one another take.
  static func extent(of lines: [DrawnText]) -> Extent {
    Extent(width: lines.map(\.width).reduce(0, max), height: lines.map(\.height).reduce(0, +))
  }

  /// **Unit**: pixels.
  static func size(of style: Style) -> Int { style == .name || style == .clock ? 12 : 13 }

  private static func width(of text: String, in style: Style) -> Int {
    let hundredths = text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    let isBold = style == .title || style == .hole
    // The bold letters of that font are wider by a seventh at most.
    return (hundredths * size(of: style) * (isBold ? 115 : 100) + 9_999) / 10_000
  }

  /// **Unit**: hundredths of the font size.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    let place = Int(scalar.value) - 32
    return widths.indices.contains(place) ? widths[place] : 100
  }

  /// The widths of the printed signs of ASCII in DejaVu Sans, from the space on.
  private static let widths = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84,
    54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40,
    84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34,
    64, 84,
  ]
}
