import Foundation

/// The commands of the executable: `words READER`, `seeds READER FOLDER FILE…`, `read READER FILE…`.
struct FuzzCommand {
  private static let usage = """
    usage: PlumblineFuzz words READER              the dictionary of a reader, for libFuzzer
           PlumblineFuzz seeds READER FOLDER FILE… puts inputs to begin with into the folder
           PlumblineFuzz read READER FILE…         reads files and tells whether a promise is broken
    READER is one of: \(FuzzedReader.allCases.map(\.rawValue).joined(separator: ", "))

    """

  private let arguments: [String]

  init(_ arguments: [String]) { self.arguments = arguments }

  /// The exit status.
  func run() -> Int32 {
    guard arguments.count >= 2, let reader = FuzzedReader(rawValue: arguments[1]) else { return misunderstood() }
    let paths = Array(arguments.dropFirst(2))
    switch arguments[0] {
    case "words":
      print(reader.dictionary, terminator: "")
      return 0
    case "seeds" where !paths.isEmpty: return seed(reader, into: paths[0], from: paths.dropFirst())
    case "read" where !paths.isEmpty: return read(reader, paths)
    default: return misunderstood()
    }
  }

  private func misunderstood() -> Int32 {
    FileHandle.standardError.write(Data(Self.usage.utf8))
    return 2
  }

  private func seed(_ reader: FuzzedReader, into folder: String, from paths: some Sequence<String>) -> Int32 {
    let texts = paths.compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }
    for (number, seed) in reader.seeds(from: texts).enumerated() {
      let path = "\(folder)/seed-\(number)"
      guard (try? seed.write(toFile: path, atomically: false, encoding: .utf8)) != nil else {
        print("\(path) cannot be written.")
        return 1
      }
    }
    return 0
  }

  private func read(_ reader: FuzzedReader, _ paths: [String]) -> Int32 {
    var status: Int32 = 0
    for path in paths {
      guard let bytes = FileManager.default.contents(atPath: path) else {
        print("\(path) cannot be read.")
        status = 1
        continue
      }
      do {
        try reader.read(bytes)
        print("\(path): every promise is kept.")
      } catch {
        print("\(path): \(error)")
        status = 1
      }
    }
    return status
  }
}
