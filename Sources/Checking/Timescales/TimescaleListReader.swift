public import Diagnostics

/// Reads a list of timescales; what stands where is known to be right.
public enum TimescaleListReader {
  /// The profiles in which carriers stand, each once, where it is first named.
  public static func profiles(in node: PlacedNode) -> [PlacedNode] {
    let named = (node["rows"]?.list ?? []).compactMap { $0["profile"] }
    return named.reduce(into: []) { found, node in
      if !found.contains(where: { $0.scalar == node.scalar }) { found.append(node) }
    }
  }

  public static func read(_ node: PlacedNode) -> TimescaleList {
    TimescaleList(
      name: node["timescales"]?.scalar ?? "", title: node["title"]?.scalar ?? "",
      sections: (node["sections"]?.list ?? []).compactMap(\.scalar), rows: (node["rows"]?.list ?? []).map(timescale))
  }

  private static func timescale(_ node: PlacedNode) -> Timescale {
    Timescale(
      section: node["section"]?.scalar ?? "", row: node["row"]?.scalar ?? "", figure: node["figure"]?.scalar ?? "",
      unit: node["unit"]?.scalar, profile: node["profile"]?.scalar,
      profilePlace: node["profile"]?.place ?? node.place,
      carriers: carriers(node["rules"], .rule) + carriers(node["parameters"], .parameter),
      whyLeftOut: node["left out"]?.scalar, place: node["row"]?.place ?? node.place)
  }

  /// Names alone, or each with its figure.
  private static func carriers(_ node: PlacedNode?, _ kind: Carrier.Kind) -> [Carrier] {
    let names = (node?.list ?? []).map { item in
      Carrier(kind: kind, name: item.scalar ?? "", figure: nil, place: item.place, figurePlace: item.place)
    }
    let figures = (node?.entries ?? []).map { entry in
      Carrier(
        kind: kind, name: entry.key, figure: entry.value.scalar, place: entry.keyPlace, figurePlace: entry.value.place)
    }
    return names + figures
  }
}
