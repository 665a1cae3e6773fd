import CivilTime
import Foundation
import Testing

/// The files of published vectors beside the tests.
enum VectorFiles {
  /// One published bank holiday.
  struct PublishedHoliday: Decodable {
    let date: String
    let title: String
    let notes: String
  }

  static func publishedHolidays() throws -> [PublishedHoliday] {
    struct Publication: Decodable {
      let events: [PublishedHoliday]
    }
    return try JSONDecoder().decode(Publication.self, from: data("bank-holidays-england-and-wales.json")).events
  }

  /// The rows of a file with semicolons, without its heading.
  static func rows(_ name: String) throws -> [[String]] {
    try String(decoding: data(name), as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      line.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// The years, months and days of "[0 years, 1 months, 0 days]".
  static func period(_ text: String) throws -> (years: Int, months: Int, days: Int) {
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    try #require(numbers.count == 3, "\(text)")
    return (numbers[0], numbers[1], numbers[2])
  }

  private static func data(_ name: String) throws -> Data {
    let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Vectors")
    return try Data(contentsOf: folder.appendingPathComponent(name))
  }
}

/// The day that a test names, or a failure at the test's own line.
func day(_ iso: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Day {
  try #require(Day(iso: iso), "\(iso) is no day", sourceLocation: sourceLocation)
}

/// The period that a test names, or a failure at the test's own line.
func period(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Period {
  try #require(Period(text: text), "\(text) is no period", sourceLocation: sourceLocation)
}
