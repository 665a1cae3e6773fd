import CZlib

/// Undoes deflate, piece by piece.
final class Inflation {
  enum Format: Int32 {
    /// With a head and a sum at the end, as in a `.gz` file, which may hold several one after another.
    case gzip = 31
    /// The bare stream, as in an archive.
    case raw = -15
  }

  private static let pieceSize = 1 << 16

  private let source: ByteSource
  private let format: Format
  private var stream = z_stream()
  /// What was read and not yet undone lies here, at a place that does not move.
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 1)
  private var isOver = false
  /// Whether the bytes are not what the format says, or end too early.
  private(set) var isDamaged = false

  init(_ format: Format, of source: @escaping ByteSource) {
    self.source = source
    self.format = format
    isDamaged = inflateInit2_(&stream, format.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) != Z_OK
  }

  deinit {
    inflateEnd(&stream)
    input.deallocate()
  }

  /// Puts the next bytes into a room and says how many; none at the end, and where the bytes are damaged.
  func read(_ room: UnsafeMutableRawBufferPointer) -> Int {
    guard !isOver, !isDamaged, room.count > 0 else { return 0 }
    let most = UInt32(min(room.count, 1 << 30))
    stream.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.avail_out = most
    while stream.avail_out == most {
      guard hasInput() else {
        isDamaged = true
        return 0
      }
      switch inflate(&stream, Z_NO_FLUSH) {
      case Z_OK: break
      case Z_STREAM_END:
        isOver = format == .raw || !hasInput()
        if isOver { return Int(most - stream.avail_out) }
        inflateReset(&stream)
      default:
        isDamaged = true
        return 0
      }
    }
    return Int(most - stream.avail_out)
  }

  /// Whether there is something to undo, after reading on if need be.
  private func hasInput() -> Bool {
    if stream.avail_in > 0 { return true }
    let count = source(input)
    guard count > 0 else { return false }
    stream.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.avail_in = UInt32(count)
    return true
  }
}

/// Bytes of a `.gz` file as they were before they were pressed together.
public final class GzipSource {
  private let inflation: Inflation

  public init(_ source: @escaping ByteSource) { inflation = Inflation(.gzip, of: source) }

  public func read(_ room: UnsafeMutableRawBufferPointer) -> Int { inflation.read(room) }

  /// Whether the bytes are no such file, or end too early.
  public var isDamaged: Bool { inflation.isDamaged }
}
