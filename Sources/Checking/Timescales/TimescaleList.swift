/// The durations of a table of timescales, each with what carries it in a procedure, or why nothing does.
public struct TimescaleList: Sendable {
  public let name: String
  public let title: String
  /// The sections of the table that the list answers for, with those within them: "2" stands for "2.2", too.
  public let sections: [String]
  /// In the order of the table.
  public let rows: [Timescale]
}

extension TimescaleList {
  func answers(for section: String) -> Bool {
    sections.contains { section == $0 || section.hasPrefix($0 + ".") }
  }
}
