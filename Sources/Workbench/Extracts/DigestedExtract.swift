import Extracts
import SecretKeys

/// An extract whose bytes are digested while they are read.
///
/// The class is `@unchecked Sendable`: extracts are opened and read by one thread alone.
final class DigestedExtract: @unchecked Sendable {
  private let extract: ExtractInput
  private var source: ByteSource?
  private var digest = ContentDigest()
  private var hasFailed = false

  init(_ extract: ExtractInput) { self.extract = extract }

  /// The extract, to be read by others.
  var input: ExtractInput {
    ExtractInput(name: extract.name, format: extract.format, isFolder: extract.isFolder) { [self] in
      guard let opened = extract.open() else { return nil }
      (source, digest, hasFailed) = (opened, ContentDigest(), false)
      return { self.read($0) }
    }
  }

  /// What was read by the one who opened it last, with what is left, which is read now; `nil` where that cannot be.
  func content() -> ReplayManifest.Content? {
    guard source != nil else { return nil }
    var room = [UInt8](repeating: 0, count: 1 << 18)
    while room.withUnsafeMutableBytes({ read($0) }) > 0 {}
    return hasFailed ? nil : ReplayManifest.Content(extract.name, digest)
  }

  /// What is in a file, which is read for that alone; `nil` where it cannot be.
  static func content(of extract: ExtractInput) -> ReplayManifest.Content? {
    let digested = DigestedExtract(extract)
    return digested.input.open() == nil ? nil : digested.content()
  }

  /// The digest of the first bytes of a file; `nil` where there are not as many, or they cannot be read.
  static func digest(ofFirst size: Int, of extract: ExtractInput) -> ContentDigest? {
    guard let source = extract.open() else { return nil }
    var (digest, room) = (ContentDigest(), [UInt8](repeating: 0, count: 1 << 18))
    while digest.size < size {
      let left = min(room.count, size - digest.size)
      let count = room.withUnsafeMutableBytes { source(UnsafeMutableRawBufferPointer(rebasing: $0[..<left])) }
      guard count > 0 else { return nil }
      room.withUnsafeBytes { digest.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
    return digest
  }

  private func read(_ room: UnsafeMutableRawBufferPointer) -> Int {
    let count = source?(room) ?? 0
    if count > 0 { digest.add(UnsafeRawBufferPointer(rebasing: room[..<count])) } else if count < 0 { hasFailed = true }
    return count
  }
}
