import Foundation

/// What is being measured, told on standard error.
enum Progress {
  static func tell(_ doing: String) { FileHandle.standardError.write(Data("\(doing)\n".utf8)) }
}
