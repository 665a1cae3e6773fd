import Diagnostics

extension YAMLScan {
  /// A dash: the next item of the list at this column, or the first of a new one.
  mutating func enterListItem() {
    let here = column
    block.removeAll { $0.column > here }
    if block.last.map({ $0.column == here && $0.isList }) != true {
      block.append(BlockLevel(column: here, isList: true))
      checkDepth()
    }
    advance()
  }

  mutating func openFlow(isList: Bool) {
    flow.append(FlowLevel(isList: isList))
    checkDepth()
    advance()
  }

  mutating func closeFlow() {
    if !flow.isEmpty { flow.removeLast() }
    advance()
    guard isKeyMark(afterQuoted: true) else { return }
    tell(.yamlSyntax, "A key is one word or text, not a list or a mapping.", mend: "Write a word before the \":\".")
  }

  private mutating func checkDepth() {
    guard block.count + flow.count > Self.deepestNesting else { return }
    isOver = true
    tell(
      .nestedTooDeeply, "Lists and mappings are nested more than \(Self.deepestNesting) deep here.",
      mend: "See that this is the file that is meant: none needs as many.")
  }

  /// Notes a scalar that may be a key; one that stands twice in its mapping is told with the first.
  mutating func noteKey(_ raw: ArraySlice<Unicode.Scalar>, at place: Place, isQuoted: Bool) {
    guard place.line == line, isKeyMark(afterQuoted: isQuoted) else { return }
    let key = Self.name(raw, isQuoted: isQuoted)
    if !isQuoted, key == "<<" {
      tell(
        Diagnostic(
          .yamlAnchor, "Merge keys are not used: every value is written where it holds.", at: place, mend: "Write the keys out."))
    }
    if flow.isEmpty {
      let isNew = enterBlockMapping(at: place.column)
      tellTwice(key, at: place, first: block[block.count - 1].keys.updateValue(place, forKey: key))
      if isNew { checkDepth() }
    } else if let last = flow.last, !last.isList {
      tellTwice(key, at: place, first: flow[flow.count - 1].keys.updateValue(place, forKey: key))
    }
  }

  /// Makes the mapping whose keys stand at a column the innermost; whether it is a new one.
  private mutating func enterBlockMapping(at column: Int) -> Bool {
    while let last = block.last, last.column > column || (last.column == column && last.isList) { block.removeLast() }
    if block.last?.column == column { return false }
    block.append(BlockLevel(column: column, isList: false))
    return true
  }

  private mutating func tellTwice(_ key: String, at place: Place, first: Place?) {
    guard let first else { return }
    let note = Diagnostic.Note("It also stands here.", at: first)
    tell(
      Diagnostic(
        .yamlDuplicateKey, "The key \"\(key)\" stands twice in one mapping.", at: place, mend: "Keep one of the two.",
        notes: [note]))
  }

  /// Whether a colon follows that makes what was just read a key.
  private func isKeyMark(afterQuoted: Bool) -> Bool {
    var ahead = 0
    while let scalar = peek(ahead), Self.isBlank(scalar) { ahead += 1 }
    guard peek(ahead) == ":" else { return false }
    guard let next = peek(ahead + 1), !Self.isBlankOrEnd(next) else { return true }
    return !flow.isEmpty && (afterQuoted || Self.isFlowMark(next))
  }

  private static func name(_ raw: ArraySlice<Unicode.Scalar>, isQuoted: Bool) -> String {
    let inner = isQuoted ? raw.dropFirst().dropLast() : raw
    return String(scalars: inner)
  }
}
