public import CaseLoads
import Diagnostics

/// How near a made-up load comes to the figures by which it was made, for people.
public struct ClosenessReport: Sendable {
  let closeness: Closeness

  public init(_ closeness: Closeness) { self.closeness = closeness }
}

/// The parts of the report, in their order.
enum ClosenessPart: CaseIterable {
  case published
  case measuredOnly
  case assumed

  var title: String {
    switch self {
    case .published: "Published figures by which the cases were made"
    case .measuredOnly: "Published figures by which nothing was made"
    case .assumed: "Assumptions"
    }
  }

  var says: String {
    switch self {
    case .published: "What tables of national statistics give, and what the made-up events come to when they are counted."
    case .measuredOnly:
      "What the other figures come to together: here the load was not led to the table, so it shows how well they fit."
    case .assumed:
      "No table gives these. They are Plumbline's own, nobody has verified them, and a file of your own may change them."
    }
  }

  /// What the first of the two shares is called.
  var stated: String { self == .assumed ? "assumed" : "published" }

  func holds(_ figure: StatisticalFigure) -> Bool {
    switch self {
    case .published: figure.isPublished && figure.name.isSteering
    case .measuredOnly: figure.isPublished && !figure.name.isSteering
    case .assumed: !figure.isPublished
    }
  }
}

extension ClosenessReport {
  var title: String { "How near made-up cases come to the statistics" }

  func figures(of part: ClosenessPart) -> [FigureCloseness] { closeness.figures.filter { part.holds($0.figure) } }

  var load: String {
    "\(counted(closeness.cases, "case")) of \(closeness.children) \(closeness.children == 1 ? "child" : "children") with "
      + "\(counted(closeness.events, "event")), seed \(closeness.seed)"
  }

  /// The largest difference of a share that is published and by which cases were made.
  var largest: String {
    let rows = figures(of: .published).flatMap { figure in figure.rows.map { (figure, $0) } }
    let told = rows.compactMap { figure, row in row.difference.map { (figure, row, $0) } }
    guard let (figure, row, difference) = told.max(by: { abs($0.2) < abs($1.2) }) else { return "Nothing was made to count." }
    let label = row.label.isEmpty ? "" : ", \(row.label)"
    let end = told.count < rows.count ? " Of \(counted(rows.count - told.count, "share")) nothing was made to count." : ""
    return "Of \(counted(rows.count, "published share")) the farthest is \(difference.inPoints) percentage points off: "
      + "\(figure.figure.name.rawValue.replacing("_", with: " "))\(label).\(end)"
  }

  static let scope = "Every child of a case counts. With few cases, differences are chance; the counts tell of how many."
}

extension FigureCloseness {
  /// Where the figure was read: "c2, 2024, National, England".
  var source: String? {
    figure.source.map { source in
      source.tables.map { "\($0.name): \($0.title)" }.joined(separator: "; ") + (source.row.map { ". Row: \($0)" } ?? "")
    }
  }
}

extension ClosenessRow {
  /// "79.7%"; a ratio is told for each hundred.
  var statedInWords: String { stated.inPercent }

  var madeInWords: String { made.inPercent }

  var differenceInWords: String { difference?.inPoints ?? "." }

  /// The name of the row, where it stands below a sentence.
  var name: String { kind == .share ? "all" : label }
}

extension PartOfWhole {
  fileprivate var inPercent: String { Share(part: part, whole: whole).inWords }

  /// Tenths of a percent, for drawings.
  var tenths: Int { Share(part: part, whole: whole).tenths ?? 0 }
}

extension Double {
  /// Percentage points with their sign and one decimal place: "+0.4".
  fileprivate var inPoints: String {
    let tenths = Int((self * 10).rounded())
    return (tenths < 0 ? "-" : tenths > 0 ? "+" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
