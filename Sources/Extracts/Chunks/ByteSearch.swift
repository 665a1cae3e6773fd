import Foundation

/// What the system's library finds of single bytes, many bytes at a time.
extension UnsafeRawBufferPointer {
  /// Whether some byte is this one.
  func contains(_ byte: UInt8) -> Bool {
    guard let start = baseAddress else { return false }
    return memchr(start, Int32(byte), count) != nil
  }

  /// How many lines end, by `\n`, `\r` or both.
  var lineEndCount: Int {
    guard let start = baseAddress else { return 0 }
    let end = start + count
    var (found, next) = (0, start)
    while let feed = memchr(next, 10, end - next) {
      found += 1
      next = UnsafeRawPointer(feed) + 1
    }
    next = start
    while let back = memchr(next, 13, end - next) {
      next = UnsafeRawPointer(back) + 1
      if next == end || next.load(as: UInt8.self) != 10 { found += 1 }
    }
    return found
  }
}
