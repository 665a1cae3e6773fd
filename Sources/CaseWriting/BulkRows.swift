import Diagnostics

/// The rows of one history, each by its columns.
struct BulkRows {
  private(set) var rows: [[String: String]] = []

  /// - Throws: what the form cannot say.
  init(_ tree: PlacedNode) throws(BulkText.Fault) {
    let name = tree["history"]?.scalar ?? ""
    let children = tree["children"]?.entries ?? []
    for event in tree["events"]?.list ?? [] { rows.append(try BulkRows.row(event, of: name)) }
    try checkOrder()
    try place(children.map { ($0.key, $0.value.entries ?? []) }, of: name)
    if let until = tree["observed until"] { rows[0]["observed_until"] = BulkRows.statement(until) }
    if let complete = tree["complete for"] { try add(complete) }
  }

  /// Puts what is said of children into rows that name one child, or into rows of their own before all events.
  ///
  /// Children are known in the order in which rows name them.
  private mutating func place(
    _ children: [(name: String, facts: [PlacedNode.Entry])], of caseName: String
  ) throws(BulkText.Fault) {
    if children.count == 1, rows[0]["child"] == nil { rows[0]["child"] = children[0].name }
    var mentioned: [String] = []
    for row in rows where row["child"] != "world" {
      for name in (row["child"] ?? "").split(separator: " ").map(String.init) where !mentioned.contains(name) {
        mentioned.append(name)
      }
    }
    let own = children.map { child in rows.firstIndex { $0["child"] == child.name } }
    if mentioned != children.map(\.name) || own.contains(nil) {
      rows = children.map { ["case": caseName, "child": $0.name] } + rows
    }
    for child in children {
      guard let row = rows.firstIndex(where: { $0["child"] == child.name }) else { continue }
      for fact in child.facts {
        guard let column = ["born": "born", "known": "known", "until": "judged_until"][fact.key] else { throw .startingStates }
        rows[row][column] = BulkRows.statement(fact.value)
      }
    }
  }

  /// Rows with a plain day are put in the order of their days when they are read; any other stays behind the row before it, and
  /// behind those of the same day.
  private func checkOrder() throws(BulkText.Fault) {
    var (day, last) = ("", ("", 0))
    for row in rows {
      let plain = (row["when"] ?? "").plainDay
      day = plain ?? day
      let key = (day, plain == nil ? 1 : 0)
      if key < last { throw .order }
      last = key
    }
  }

  /// All that is complete: events by name, or of one stretch.
  private mutating func add(_ node: PlacedNode) throws(BulkText.Fault) {
    guard let items = node.list else {
      rows[0]["complete_for"] = node.scalar
      return
    }
    var (names, stretches): ([String], Set<[String]>) = ([], [])
    for item in items {
      if let name = item.scalar {
        names.append(name)
        stretches.insert(["", ""])
        continue
      }
      guard item["for"] == nil, let events = item["event"] else { throw .completeness }
      names += (events.list ?? [events]).compactMap(\.scalar)
      stretches.insert(["from", "until"].map { item[$0].map(BulkRows.statement) ?? "" })
    }
    guard stretches.count <= 1 else { throw .completeness }
    rows[0]["complete_for"] = names.joined(separator: " ")
    for (column, text) in zip(["complete_from", "complete_until"], stretches.first ?? []) where !text.isEmpty {
      rows[0][column] = text
    }
  }

  private static func row(_ event: PlacedNode, of name: String) throws(BulkText.Fault) -> [String: String] {
    var row = ["case": name]
    for entry in event.entries ?? [] {
      switch entry.key {
      case "for":
        guard entry.value.entries == nil else { throw .perChild }
        row["child"] = words(entry.value)
      case "order": throw .freeOrder
      case "when": row["when"] = statement(entry.value)
      case "from" where event["done"] != nil: row["when"] = statement(entry.value)
      case "until" where event["done"] != nil: row["until"] = statement(entry.value)
      default:
        guard entry.value.entries == nil else { throw .partOfSet }
        row[entry.key] = words(entry.value)
      }
    }
    // A step that was not done from a day on, and not until another, has no column of its own.
    if event["done"] != nil, event["from"] != nil, event["until"] == nil { throw .order }
    return row
  }

  /// A statement of time, or several of which all hold, parted by semicolons.
  private static func statement(_ node: PlacedNode) -> String {
    node.scalar ?? (node.list ?? []).compactMap(\.scalar).joined(separator: "; ")
  }

  private static func words(_ node: PlacedNode) -> String {
    node.scalar ?? (node.list ?? []).compactMap(\.scalar).joined(separator: " ")
  }
}

extension String {
  /// The day that it begins with, where it is a day, perhaps with its time.
  fileprivate var plainDay: String? {
    let isDay = utf8.prefix(10).enumerated().allSatisfy { place, byte in
      place == 4 || place == 7 ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    let rest = utf8.dropFirst(10)
    guard utf8.count >= 10, isDay, rest.isEmpty || (rest.count == 6 && !contains("to")) else { return nil }
    return String(prefix(10))
  }
}
