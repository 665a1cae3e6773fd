import Foundation

/// A file that is written from its beginning, whatever was there.
struct NewFile {
  private let handle: FileHandle

  init(_ path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw BenchmarkFault("\(path) cannot be written.") }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  func write(_ data: Data) throws { try handle.write(contentsOf: data) }
}
