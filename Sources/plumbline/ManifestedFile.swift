import Foundation
import Workbench

/// Findings that are written under a manifest. They stand beside their place under a name of their own until they are whole, so
/// that two attempts at once do not meet; the manifest is written last.
final class ManifestedFile {
  private let path: String
  private let findings: GrowingFile

  init(_ path: String) {
    self.path = path
    findings = GrowingFile(path)
  }

  /// Where the workbench writes to.
  func output(isReplaced: Bool) -> ManifestedOutput {
    let (path, manifest) = (path, path + ManifestedOutput.suffix)
    return ManifestedOutput(
      path: path, isReplaced: isReplaced,
      manifest: { FoundFiles.exists(manifest) ? (try? String(contentsOfFile: manifest, encoding: .utf8)) ?? "" : nil },
      findings: FoundFiles.opened(path), write: { self.findings.take(.bytes(Array($0.utf8))) },
      place: { self.findings.end(keeping: true) },
      note: { (try? WrittenFiles.write(OutputFile(path: manifest, text: $0))) != nil })
  }

  /// Takes away what was not put in its place.
  func end() { _ = findings.end(keeping: false) }
}
