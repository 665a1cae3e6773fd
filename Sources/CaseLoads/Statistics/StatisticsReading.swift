import CivilTime
import Diagnostics

/// One reading of a file of statistics, with what was found wrong so far.
struct StatisticsReading {
  private let node: PlacedNode
  private(set) var diagnostics: [Diagnostic] = []

  init(_ node: PlacedNode) { self.node = node }

  mutating func statistics() -> Statistics? {
    let beginnings = beginnings()
    let figures = figures(tables())
    guard diagnostics.isEmpty, let beginnings else { return nil }
    let statistics = Statistics(
      name: node["statistics"]?.scalar ?? "", title: node["title"]?.scalar ?? "",
      procedure: node["procedure"]?.scalar ?? "", beginnings: beginnings, figures: figures)
    if statistics == nil { tell(.doNotFit, at: node.place("figures")) }
    return statistics
  }

  private mutating func beginnings() -> ClosedRange<Day>? {
    guard let first = day("from"), let last = day("until") else { return nil }
    if first <= last { return first...last }
    tell(.daysBackwards, at: node.place("until"))
    return nil
  }

  private mutating func day(_ key: String) -> Day? {
    let text = node[key]?.scalar ?? ""
    if let day = Day(iso: text), (1990...2099).contains(day.year) { return day }
    tell(.noSuchDay(text), at: node.place(key))
    return nil
  }

  private func tables() -> [String: PublishedTable] {
    let tables = (node["tables"]?.entries ?? []).map { entry in
      func text(_ key: String) -> String { entry.value[key]?.scalar ?? "" }
      return PublishedTable(
        name: entry.key, title: text("title"), publisher: text("publisher"), licence: text("licence"), file: text("file"))
    }
    return Dictionary(tables.map { ($0.name, $0) }) { first, _ in first }
  }

  private mutating func figures(_ tables: [String: PublishedTable]) -> [FigureName: StatisticalFigure] {
    var figures: [FigureName: StatisticalFigure] = [:]
    for entry in node["figures"]?.entries ?? [] {
      guard let name = FigureName(rawValue: entry.key) else {
        tell(.unknownFigure(entry.key), at: entry.keyPlace)
        continue
      }
      figures[name] = figure(name, entry, tables)
    }
    let written = Set((node["figures"]?.entries ?? []).map(\.key))
    let missing = FigureName.allCases.filter { !written.contains($0.rawValue) }
    if !missing.isEmpty { tell(.missing(missing), at: node.place("figures")) }
    return figures
  }

  private mutating func figure(
    _ name: FigureName, _ entry: PlacedNode.Entry, _ tables: [String: PublishedTable]
  ) -> StatisticalFigure? {
    let source = source(entry.value, tables)
    let within = entry.value["within"]?.scalar.flatMap { Int($0) }
    if within != nil, case .lengths = name.form {
    } else if let within = entry.value["within"] {
      tell(.limitWithoutLengths, at: within.place)
    }
    guard let value = value(of: name.form, entry) else { return nil }
    return StatisticalFigure(
      name: name, says: entry.value["says"]?.scalar ?? "", value: value, within: within, source: source,
      assumption: entry.value["assumption"]?.scalar)
  }

  private mutating func source(_ node: PlacedNode, _ tables: [String: PublishedTable]) -> FigureSource? {
    guard let named = node["table"] else { return nil }
    let nodes = named.list ?? [named]
    for node in nodes where tables[node.scalar ?? ""] == nil {
      tell(.unknownTable(node.scalar ?? "", known: tables.keys.sorted()), at: node.place)
    }
    return FigureSource(
      tables: nodes.compactMap { $0.scalar.flatMap { tables[$0] } }, row: node["row"]?.scalar,
      columns: node["columns"]?.list?.compactMap(\.scalar) ?? [])
  }

  mutating func tell(_ problem: StatisticsProblem, at place: Place) { diagnostics.append(problem.diagnostic(at: place)) }
}

extension StatisticsReading {
  private mutating func value(of form: FigureForm, _ entry: PlacedNode.Entry) -> StatisticalFigure.Value? {
    let (counts, count, whole) = (entry.value["counts"]?.entries, entry.value.number("count"), entry.value.number("of"))
    switch form {
    case .share, .ratio:
      guard let count, let whole, counts == nil else { break }
      if form == .share, count > whole { tell(.moreThanAll, at: entry.value.place("count")) }
      return .share(count: count, of: whole)
    case .words(let known):
      guard let counts, !counts.isEmpty, count == nil, whole == nil else { break }
      return .words(counts.compactMap { word($0, known) })
    case .lengths(let unit):
      guard let counts, !counts.isEmpty, count == nil, whole == nil else { break }
      return .lengths(lengths(counts, unit), unit)
    }
    tell(.anotherForm(form), at: entry.keyPlace)
    return nil
  }

  private mutating func word(_ entry: PlacedNode.Entry, _ known: [String]) -> WordCount? {
    if known.contains(entry.key) { return WordCount(word: entry.key, count: entry.value.wholeNumber ?? 0) }
    tell(.unknownWord(entry.key, known: known), at: entry.keyPlace)
    return nil
  }

  private mutating func lengths(_ entries: [PlacedNode.Entry], _ unit: LengthUnit) -> [LengthCount] {
    var found: [LengthCount] = []
    for entry in entries {
      guard let lengths = StatisticsReading.lengths(entry.key, unit) else {
        tell(.lengthUnclear(entry.key, unit), at: entry.keyPlace)
        continue
      }
      if let last = found.last?.lengths.upperBound, lengths.lowerBound < last + (unit == .months ? 0 : 1) {
        tell(.lengthsOutOfOrder(entry.key), at: entry.keyPlace)
      }
      found.append(LengthCount(lengths: lengths, count: entry.value.wholeNumber ?? 0))
    }
    return found
  }

  /// "11 to 15".
  private static func lengths(_ text: String, _ unit: LengthUnit) -> ClosedRange<Int>? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1] == "to", let low = Int(parts[0]), let high = Int(parts[2]),
      unit.allowed.contains(low), unit.allowed.contains(high), unit == .months ? low < high : low <= high
    else { return nil }
    return low...high
  }
}

extension PlacedNode {
  /// Where the value of a key stands, or the node where it has none.
  fileprivate func place(_ key: String) -> Place { entries?.first { $0.key == key }?.keyPlace ?? place }

  fileprivate var wholeNumber: Int? { scalar.flatMap { Int($0) } }

  fileprivate func number(_ key: String) -> Int? { self[key]?.wholeNumber }
}
