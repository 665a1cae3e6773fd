import Diagnostics

extension YAMLScan {
  /// A text between quotation marks, over as many lines as it takes.
  mutating func readQuoted(_ mark: Unicode.Scalar) {
    let (start, place) = (position, self.place)
    advance()
    while let scalar = current {
      if scalar == "\\", mark == "\"" {
        advance(2)
      } else if scalar != mark {
        advance()
      } else if mark == "'", peek(1) == "'" {
        advance(2)
      } else {
        advance()
        noteRunOn(from: start, place, isQuoted: true)
        noteKey(text[start..<position], at: place, isQuoted: true)
        return
      }
    }
  }

  /// A text without quotation marks, over as many lines as belong to it.
  mutating func readPlain() {
    let (start, place) = (position, self.place)
    while true {
      var end = position
      while let scalar = current, !Self.isLineEnd(scalar), !endsPlain(scalar) {
        advance()
        if !Self.isBlank(scalar) { end = position }
      }
      if position == start { advance() }
      noteRunOn(from: start, place, isQuoted: false)
      noteKey(text[start..<max(end, start)], at: place, isQuoted: false)
      guard let scalar = current, Self.isLineEnd(scalar), let next = continuation() else { return }
      while position < next { advance() }
    }
  }

  private mutating func noteRunOn(from start: Int, _ place: Place, isQuoted: Bool) {
    guard place.line < line else { return }
    let before = text[..<start].reversed().prefix { !Self.isLineEnd($0) }
    runOns[line] = RunOn(place: place, isQuoted: isQuoted, isFirst: before.allSatisfy { Self.isBlank($0) || $0 == "-" })
  }

  private func endsPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "#": isAfterBlank
    case ":": Self.isBlankOrEnd(peek(1)) || (!flow.isEmpty && peek(1).map(Self.isFlowMark) == true)
    default: !flow.isEmpty && Self.isFlowMark(scalar)
    }
  }

  /// Where a plain text goes on after this line end, or `nil` where it is over.
  private func continuation() -> Int? {
    var (next, indent) = (position, 1)
    while next < text.count, Self.isLineEnd(text[next]) || Self.isBlank(text[next]) {
      indent = Self.isLineEnd(text[next]) ? 1 : indent + 1
      next += 1
    }
    guard next < text.count, text[next] != "#" else { return nil }
    if !flow.isEmpty {
      return Self.isFlowMark(text[next]) || text[next] == ":" ? nil : next
    }
    // Before the first key a text goes on whatever its indentation, up to a line that divides documents.
    let isMarker = indent == 1 && ["-", "."].contains { text[next...].prefix(3).elementsEqual([$0, $0, $0]) }
    return indent > (block.last?.column ?? 0) && !isMarker ? next : nil
  }

  /// A text of a block, begun by `|` or `>`: all lines that stand further in than what it belongs to.
  mutating func readBlockText() {
    advance()
    guard flow.isEmpty else { return }
    while let scalar = current, "+-123456789".unicodeScalars.contains(scalar) { advance() }
    while let scalar = current, Self.isBlank(scalar) { advance() }
    guard current.map({ $0 == "#" || Self.isLineEnd($0) }) ?? true else { return }
    let outer = block.last?.column ?? 0
    while current != nil {
      skipLine()
      advance()
      var ahead = 0
      while peek(ahead) == " " { ahead += 1 }
      guard let first = peek(ahead) else { break }
      if !Self.isLineEnd(first), ahead + 1 <= outer { return }
    }
  }
}
