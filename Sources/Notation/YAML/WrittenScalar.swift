import Diagnostics

/// How a scalar stands in the text: what a place in its value is in the file.
struct WrittenScalar {
  private let place: Place
  private let source: SourceText
  /// The line from the place on.
  private let tail: [Unicode.Scalar]

  init(at place: Place, in source: SourceText) {
    self.place = place
    self.source = source
    self.tail = Array((source.line(place.line) ?? "").unicodeScalars.dropFirst(place.column - 1))
  }

  /// How many characters of the line there are from the place on; at least 1.
  var rest: Int { max(1, tail.count) }

  /// How many characters a quoted text covers on its first line, with its marks.
  var lengthOfQuoted: Int {
    guard let mark = tail.first, mark == "'" || mark == "\"" else { return 1 }
    var index = 1
    while index < tail.count {
      if tail[index] == "\\", mark == "\"" {
        index += 2
      } else if tail[index] == mark {
        if mark == "\"" || index + 1 >= tail.count || tail[index + 1] != mark { return index + 1 }
        index += 2
      } else {
        index += 1
      }
    }
    return rest
  }

  /// The place in the file of each character of the value, in order.
  ///
  /// A value whose line folds and escapes make this doubtful has its first place for all.
  func places(of value: String) -> [Place] {
    let count = value.unicodeScalars.count
    switch tail.first {
    case "'": return singleQuoted(count)
    case "\"": return tail.dropFirst().contains("\\") ? [] : line(from: 1, count)
    case "|": return literal(value)
    case ">": return []
    default: return line(from: 0, count)
    }
  }

  private func line(from first: Int, _ count: Int) -> [Place] {
    guard first + count <= tail.count else { return [] }
    return (0..<count).map { place.advanced(by: first + $0) }
  }

  /// Two marks in the text are one in the value.
  private func singleQuoted(_ count: Int) -> [Place] {
    var places: [Place] = []
    var index = 1
    while places.count < count, index < tail.count {
      places.append(place.advanced(by: index))
      index += tail[index] == "'" ? 2 : 1
    }
    return places.count == count ? places : []
  }

  /// The lines below the mark, each without its indentation.
  private func literal(_ value: String) -> [Place] {
    var places: [Place] = []
    var number = place.line + 1
    let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines {
      let written = source.line(number) ?? ""
      let indent = max(0, written.unicodeScalars.count - line.unicodeScalars.count)
      for offset in 0...line.unicodeScalars.count {
        places.append(Place(file: source.name, line: number, column: indent + offset + 1))
      }
      number += 1
    }
    return places
  }
}
