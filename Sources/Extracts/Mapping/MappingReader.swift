public import Diagnostics

/// Reads a mapping that was held against its description already.
public struct MappingReader {
  private var diagnostics: [Diagnostic] = []

  /// The mapping, or what is wrong with it; `nil` exactly where there is an error.
  ///
  /// Codes: PL8101 to PL8104.
  public static func read(_ node: PlacedNode) -> (mapping: Mapping?, diagnostics: [Diagnostic]) {
    var reader = MappingReader()
    let mapping = reader.mapping(node)
    return (reader.diagnostics.hasErrors ? nil : mapping, reader.diagnostics.inReadingOrder())
  }

  private mutating func mapping(_ node: PlacedNode) -> Mapping? {
    let formats = texts(node["reads"]).compactMap(Mapping.Format.init)
    let records = (node["records"]?.list ?? []).map { record($0) }
    guard let caseField = choice(node["case"]) else { return nil }
    let casePath = path(node["each case"])
    if formats.contains(.xml), casePath.isEmpty {
      tell(
        .mappingUnfit, "A mapping of XML needs the path of the elements that are cases.", at: node.place,
        mend: "Write `each case: DOCUMENT/…/ELEMENT`, the names of elements from that of the document down.")
    }
    if let other = node["each case"], !formats.contains(.xml) {
      tell(.mappingUnfit, "Only XML has elements that are cases.", at: other.place, mend: "Leave out `each case`.")
    }
    return Mapping(
      name: node["mapping"]?.scalar ?? "", title: node["title"]?.scalar, formats: formats,
      encoding: node["encoding"]?.scalar.flatMap(TextEncoding.init) ?? .utf8, separator: separator(node["separator"]),
      procedure: node["procedure"], profile: node["profile"],
      casePath: casePath.isEmpty && formats.contains(.xes) ? ["log", "trace"] : casePath, tables: tables(node["tables"]),
      caseField: caseField, child: choice(node["child"]), born: choice(node["born"]), known: choice(node["known"]),
      until: choice(node["until"]), observedUntil: choice(node["observed until"]), completeFor: node["complete for"],
      dates: texts(node["dates"]).compactMap(DateForm.init).nilIfEmpty ?? [.yearMonthDay], records: records)
  }

  private mutating func separator(_ node: PlacedNode?) -> UInt8 {
    guard let node, let text = node.scalar else { return UInt8(ascii: ",") }
    if text == "tab" { return UInt8(ascii: "\t") }
    if text.utf8.count == 1, let byte = text.utf8.first, byte != UInt8(ascii: "\""), byte != 10, byte != 13 { return byte }
    tell(
      .mappingUnfit, "This cannot part the fields of a table.", at: node.place,
      mend: "Write one character, such as \";\", or tab.")
    return UInt8(ascii: ",")
  }

  private func tables(_ node: PlacedNode?) -> [Mapping.Table] {
    (node?.entries ?? []).map { Mapping.Table(name: $0.key, columns: texts($0.value)) }
  }

  // MARK: - Records

  private mutating func record(_ node: PlacedNode) -> RecordMapping {
    let paths = texts(node["from"]).map { $0.split(separator: "/").map(String.init) }
    return RecordMapping(paths: paths.nilIfEmpty ?? [[]], events: (node["events"]?.list ?? []).compactMap { event($0) })
  }

  private mutating func event(_ node: PlacedNode) -> EventMapping? {
    guard let event = node["event"].flatMap({ value($0) }), let when = choice(node["when"]) else { return nil }
    let conditions = (node["where"]?.entries ?? []).map { entry in
      FieldCondition(field: FieldChoice(names: [entry.key], place: entry.keyPlace), demand: demand(entry.value))
    }
    let attributes = (node["with"]?.entries ?? []).compactMap { entry in
      value(entry.value).map { AttributeMapping(name: entry.key, value: $0, place: entry.keyPlace) }
    }
    return EventMapping(
      event: event, when: when, done: node["done"].flatMap { value($0) }, conditions: conditions, attributes: attributes,
      cite: node["cite"], place: node.place)
  }

  private func demand(_ node: PlacedNode) -> FieldCondition.Demand {
    switch node.scalar {
    case "anything": .anything
    case "nothing": .nothing
    default: .oneOf(texts(node))
    }
  }

  private mutating func value(_ node: PlacedNode) -> ValueMapping? {
    guard node.entries != nil else { return .stated(node) }
    guard let field = choice(node["field"]) else { return nil }
    let words = node["words"]?.entries.map { entries in
      Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    return .taken(field, words: words)
  }

  // MARK: - Small things

  private func choice(_ node: PlacedNode?) -> FieldChoice? {
    node.map { FieldChoice(names: texts($0), place: $0.place) }
  }

  private func path(_ node: PlacedNode?) -> [String] {
    node?.scalar?.split(separator: "/").map(String.init) ?? []
  }

  private func texts(_ node: PlacedNode?) -> [String] {
    guard let node else { return [] }
    return node.list?.compactMap(\.scalar) ?? [node.scalar].compactMap(\.self)
  }

  private mutating func tell(_ code: DiagnosticCode, _ message: String, at place: Place, mend: String) {
    diagnostics.append(Diagnostic(code, message, at: place, mend: mend))
  }
}

extension Array {
  fileprivate var nilIfEmpty: [Element]? { isEmpty ? nil : self }
}
