import CZlib

/// The files within an archive in memory, as a workbook is one.
///
/// **Source:** APPNOTE 6.3, without encryption, parts and sizes of 4 GB and more.
struct ZipArchive {
  private struct Member {
    let method: Int
    let packed: Int
    let size: Int
    let offset: Int
  }

  /// **Unit**: bytes, of one file once it is unpacked.
  private static let largestFile = 256 << 20

  private let bytes: [UInt8]
  private var members: [String: Member] = [:]

  /// `nil` where the bytes are no such archive.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard let end = endOfDirectory, let count = number(at: end + 10, 2), var place = number(at: end + 16, 4) else { return nil }
    for _ in 0..<count {
      guard number(at: place, 4) == 0x0201_4B50, let method = number(at: place + 10, 2), let packed = number(at: place + 20, 4),
        let size = number(at: place + 24, 4), let name = number(at: place + 28, 2), let extra = number(at: place + 30, 2),
        let comment = number(at: place + 32, 2), let offset = number(at: place + 42, 4), place + 46 + name <= bytes.count
      else { return nil }
      let path = String(decoding: bytes[(place + 46)..<(place + 46 + name)], as: UTF8.self)
      members[path] = Member(method: method, packed: packed, size: size, offset: offset)
      place += 46 + name + extra + comment
    }
  }

  /// A file of the archive; `nil` where it is not there, damaged or too large.
  func file(_ path: String) -> [UInt8]? {
    guard let member = members[path], member.size <= ZipArchive.largestFile, number(at: member.offset, 4) == 0x0403_4B50,
      let name = number(at: member.offset + 26, 2), let extra = number(at: member.offset + 28, 2)
    else { return nil }
    let begin = member.offset + 30 + name + extra
    guard begin + member.packed <= bytes.count else { return nil }
    var packed = bytes[begin..<(begin + member.packed)]
    guard member.method == 8 else { return member.method == 0 ? Array(packed) : nil }
    let inflation = Inflation(.raw) { room in
      let next = packed.prefix(room.count)
      packed = packed.dropFirst(next.count)
      room.copyBytes(from: next)
      return next.count
    }
    var file = [UInt8](repeating: 0, count: member.size)
    var filled = 0
    while filled < member.size {
      let count = file.withUnsafeMutableBytes { inflation.read(UnsafeMutableRawBufferPointer(rebasing: $0[filled...])) }
      guard count > 0 else { return nil }
      filled += count
    }
    return file
  }

  /// Where the record stands that ends the list of files: at the end, but for a comment of at most 64 KB.
  private var endOfDirectory: Int? {
    guard bytes.count >= 22 else { return nil }
    let first = max(0, bytes.count - 22 - 65_535)
    return stride(from: bytes.count - 22, through: first, by: -1).first { number(at: $0, 4) == 0x0605_4B50 }
  }

  /// A number of some bytes, the least first; `nil` beyond the end.
  private func number(at place: Int, _ count: Int) -> Int? {
    guard place >= 0, place + count <= bytes.count else { return nil }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}
