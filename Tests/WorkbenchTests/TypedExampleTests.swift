import Foundation
import Testing

@Suite struct `The example program in typed words` {
  /// The executable beside the test bundle.
  private static let executable: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let beside = bundle ?? URL(filePath: CommandLine.arguments[0])
    return beside.deletingLastPathComponent().appending(path: "TypedCaseExample")
  }()

  @Test func `It prints what its case comes to`() throws {
    let process = Process()
    let output = Pipe()
    process.executableURL = Self.executable
    process.standardOutput = output
    try process.run()
    let told = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    try Golden.expect(String(decoding: told, as: UTF8.self), is: "typed-example.txt")
  }
}
