import Foundation

/// A Python with the packages of the peers, in a folder that is kept from run to run.
struct PeerEnvironment {
  /// The interpreter that runs the scripts.
  let python: String

  init(python: String) { self.python = python }

  /// Makes the environment where it is not there yet, with `python3 -m venv`, and installs each package by itself, so that one
  /// that does not install leaves the others.
  ///
  /// - Throws: where there is no Python that can make one.
  init(installedIn folder: String) throws {
    python = "\(folder)/bin/python3"
    if !FileManager.default.isExecutableFile(atPath: python) {
      Progress.tell("making an environment for the peers in \(folder)")
      _ = try ChildProcess(program: "/usr/bin/env", arguments: ["python3", "-m", "venv", folder]).output()
    }
    for package in try PeerScripts.packages() {
      Progress.tell("installing \(package), where it is not there")
      let installing = ChildProcess(program: python, arguments: ["-m", "pip", "install", "--quiet", package])
      do { _ = try installing.output() } catch { Progress.tell("\(package) does not install: \(error)") }
    }
  }

  /// Where it is kept if nothing else is said.
  static var usualFolder: String {
    let caches = FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask).first
    return (caches ?? FileManager.default.temporaryDirectory).appending(path: "plumbline-benchmark/peers").path
  }
}

/// The scripts of the peers, which lie beside the program.
enum PeerScripts {
  static var folder: String { Bundle.module.bundlePath + "/Peers" }

  /// The packages that the scripts need, each with its version.
  static func packages() throws -> [String] {
    let lines = try String(contentsOfFile: "\(folder)/requirements.txt", encoding: .utf8).split(separator: "\n")
    return lines.map(String.init).filter { !$0.hasPrefix("#") }
  }
}
