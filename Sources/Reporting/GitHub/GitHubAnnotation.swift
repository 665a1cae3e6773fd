import Diagnostics

/// A workflow command by which GitHub marks a line of a file.
struct GitHubAnnotation {
  enum Level: String {
    case error
    case warning
    case notice
  }

  let level: Level
  /// `nil` where no file is meant.
  let place: Place?
  let title: String
  /// Line by line.
  let message: [String]

  /// The command on one line, with what would end it written as percent and two digits.
  ///
  /// **Ends**: the end column is the one after the last character.
  var text: String {
    let file = place.map { [("file", $0.file)] } ?? []
    let region = place.map { place in
      place.line == 0
        ? []
        : [("line", "\(place.line)"), ("col", "\(place.column)"), ("endColumn", "\(place.column + place.length)")]
    }
    let properties = (file + (region ?? []) + [("title", title)]).map { name, value in
      "\(name)=\(GitHubAnnotation.escaped(TextPage.clean(value), besides: true))"
    }
    let lines = message.map { GitHubAnnotation.escaped(TextPage.clean($0), besides: false) }
    return "::\(level.rawValue) \(properties.joined(separator: ","))::\(lines.joined(separator: "%0A"))\n"
  }

  private static func escaped(_ text: String, besides isProperty: Bool) -> String {
    let message = text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    return isProperty ? message.replacing(":", with: "%3A").replacing(",", with: "%2C") : message
  }
}
