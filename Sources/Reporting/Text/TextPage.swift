/// How a text is dressed: colour never carries a meaning that the words do not.
public enum TextStyle: Sendable, Hashable {
  case plain
  case colour
}

/// A page of text under way: lines of at most a hundred columns.
struct TextPage {
  static let width = 100

  enum Accent {
    case heading
    case alarm
    case quiet
  }

  let style: TextStyle
  private(set) var lines: [String] = []

  init(style: TextStyle) { self.style = style }

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// An empty line, unless the last one already is empty or there is none.
  mutating func gap() {
    if let last = lines.last, last != "" { lines.append("") }
  }

  /// A heading with a rule below it.
  mutating func heading(_ text: String, underlinedWith mark: Character) {
    gap()
    for line in TextPage.wrapped(text, to: TextPage.width) { lines.append(accented(line, .heading)) }
    lines.append(String(repeating: mark, count: min(TextPage.width, TextPage.clean(text).count)))
  }

  /// A text wrapped behind an indent; the lines after the first hang by `hanging` more columns.
  mutating func paragraph(_ text: String, indent: Int = 0, hanging: Int = 0, accent: Accent? = nil) {
    let body = TextPage.wrapped(text, to: TextPage.width - indent - hanging, firstLonger: hanging)
    for (number, line) in body.enumerated() {
      let space = String(repeating: " ", count: number == 0 ? indent : indent + hanging)
      lines.append(space + accented(line, accent))
    }
  }

  /// A label in a column of its own, then its text.
  mutating func field(_ label: String, _ text: String, indent: Int, column: Int = 11) {
    let body = TextPage.wrapped(text, to: TextPage.width - indent - column)
    for (number, line) in body.enumerated() {
      let space = String(repeating: " ", count: indent)
      lines.append(space + (number == 0 ? label : "").padded(to: column) + line)
    }
  }

  /// A line that is laid out already.
  mutating func line(_ text: String, accent: Accent? = nil) { lines.append(accented(text, accent)) }

  private func accented(_ text: String, _ accent: Accent?) -> String {
    guard style == .colour, let accent else { return text }
    switch accent {
    case .heading: return "\u{1B}[1m\(text)\u{1B}[0m"
    case .alarm: return "\u{1B}[1;31m\(text)\u{1B}[0m"
    case .quiet: return "\u{1B}[2m\(text)\u{1B}[0m"
    }
  }
}

extension TextPage {
  /// The lines of a text, broken at spaces; a word longer than the width stands on a line of its own.
  static func wrapped(_ text: String, to width: Int, firstLonger: Int = 0) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in clean(text).split(separator: " ") {
      let room = lines.isEmpty ? width + firstLonger : width
      if line.isEmpty {
        line = String(word)
      } else if line.count + 1 + word.count <= room {
        line += " " + word
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The text without characters that would steer a terminal.
  static func clean(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          if scalar == "\n" || scalar == "\t" || scalar == "\r" { return " " }
          let steers = scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
          return steers ? "\u{FFFD}" : scalar
        }))
  }
}

extension String {
  /// Filled with spaces on the right; never shortened, but always followed by one space at least.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(1, width - count))
  }

  /// Filled with spaces on the left.
  func flushed(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - count)) + self
  }
}
