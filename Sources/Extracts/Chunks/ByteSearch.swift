import Foundation

/// What the system's library finds of single bytes, many bytes at a time.
extension UnsafeRawBufferPointer {
  /// Whether some byte is this one.
  func contains(_ byte: UInt8) -> Bool {
    guard let start = baseAddress else { return false }
    return memchr(start, Int32(byte), count) != nil
  }

  /// How many bytes are this one; quick where they are few.
  func count(of byte: UInt8) -> Int {
    guard let start = baseAddress else { return 0 }
    let end = start + count
    var (found, next) = (0, start)
    while let place = memchr(next, Int32(byte), end - next) {
      found += 1
      next = UnsafeRawPointer(place) + 1
    }
    return found
  }
}
