import Foundation

/// A folder that is there as long as work needs it.
struct TemporaryFolder {
  let path: String

  /// Does work with a new folder, and removes it with all that is in it.
  static func with<Outcome>(_ work: (TemporaryFolder) throws -> Outcome) throws -> Outcome {
    let place = FileManager.default.temporaryDirectory.appending(path: "plumbline-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    return try work(TemporaryFolder(path: place.path))
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Does work with a CSV file of a load in a folder of its own.
  static func withLoad<Outcome>(events: Int, seed: UInt64, _ work: (TemporaryFolder, String) throws -> Outcome) throws -> Outcome
  {
    try with { folder in
      let table = folder.file("load.csv")
      Progress.tell("making a load of \(events) events")
      try MadeLoad(events: events, seed: seed).write(to: table)
      return try work(folder, table)
    }
  }
}
