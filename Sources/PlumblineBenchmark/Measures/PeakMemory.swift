import Foundation

/// The most memory that a process has held at once.
enum PeakMemory {
  /// Of this process so far; `nil` where the system does not tell.
  ///
  /// **Unit:** bytes in memory. What a process held before it became this program does not count, which is why the figure of
  /// `getrusage` is not taken.
  static var bytes: Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) }.map { $0 << 10 }
  }
}
