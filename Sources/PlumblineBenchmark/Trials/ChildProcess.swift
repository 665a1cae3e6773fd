import Foundation

/// A program that is run for what it prints.
struct ChildProcess {
  var program: String
  var arguments: [String]
  var environment: [String: String] = [:]

  /// Runs it to its end; what it says on standard error goes on to ours.
  ///
  /// - Throws: where it does not begin or does not end well.
  func output() throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw BenchmarkFault("\(program) ended with status \(process.terminationStatus).")
    }
    return data
  }

  /// Runs it, and reads the report that it prints as its last line.
  func report() throws -> TrialReport {
    let lines = try output().split(separator: UInt8(ascii: "\n"))
    guard let last = lines.last else { throw BenchmarkFault("\(program) printed nothing.") }
    return try JSONDecoder().decode(TrialReport.self, from: last)
  }
}

extension Trial {
  /// Does the work in a process of its own, several times over where asked for.
  func measured(processes: Int = 1) throws -> TrialReport {
    guard let program = Bundle.main.executablePath else { throw BenchmarkFault("It is not known where this program lies.") }
    let words = String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
    let child = ChildProcess(program: program, arguments: ["trial", words])
    return TrialReport.joined(try (0..<processes).map { _ in try child.report() })
  }
}
