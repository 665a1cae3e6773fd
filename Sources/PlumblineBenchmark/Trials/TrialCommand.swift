import ArgumentParser
import Foundation

/// What the other commands call for each measurement.
struct TrialCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial", abstract: "One measurement in this process, for the other commands.", shouldDisplay: false)

  @Argument(help: "The trial as JSON.")
  var trial: String

  func run() throws {
    let report = try JSONDecoder().decode(Trial.self, from: Data(trial.utf8)).report()
    print(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
  }
}
