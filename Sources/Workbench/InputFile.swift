import Diagnostics
import Notation

/// A file as a shell found it, under the name by which the user knows it.
public struct InputFile: Sendable {
  public enum Content: Sendable {
    case bytes([UInt8])
    case missing
    /// A folder where a file is meant.
    case folder
    /// A folder in which there is nothing to read.
    case emptyFolder
    /// It is there and cannot be read.
    case unreadable
    /// It holds more than anything that is read; its bytes were left where they are.
    case tooLarge
  }

  public enum Origin: Sendable {
    /// The user pointed at it.
    case named
    /// It lies in a folder the user pointed at, and may be of another kind than is meant.
    case foundInFolder
    /// It lies in the folder of a file the user pointed at, which may need it.
    case beside
  }

  /// The path as the user typed it, or what was found below such a path.
  public let name: String
  public let content: Content
  public let origin: Origin

  public init(name: String, content: Content, origin: Origin = .named) {
    self.name = name
    self.content = content
    self.origin = origin
  }

  /// The most bytes of one file that a shell needs to read.
  public static let largestSize = SourceText.largestSize
}

extension InputFile {
  /// The text of the file, or what is wrong with it.
  ///
  /// Codes: PL1001, PL1002, PL1003, PL1009, PL1010, PL1011.
  func decoded() -> (source: SourceText?, diagnostics: [Diagnostic]) {
    let start = Place.whole(name)
    switch content {
    case .bytes(let bytes): return SourceText.decoding(name: name, bytes: bytes)
    case .missing:
      return (
        nil,
        [
          Diagnostic(
            .missingFile, "There is no such file or folder.", at: start,
            mend: "Name one that is there; a path that does not begin with / begins in the folder you are in.")
        ]
      )
    case .folder:
      return (
        nil,
        [
          Diagnostic(
            .isADirectory, "This is a folder, and a file is needed here.", at: start,
            mend: "Name the file in it that is meant.")
        ]
      )
    case .emptyFolder:
      return (
        nil,
        [
          Diagnostic(
            .nothingToRead, "There is no YAML file in this folder.", at: start,
            mend: "Name a folder with files that end in .yaml, or a file; files of an extract are named one by one.")
        ]
      )
    case .unreadable:
      return (
        nil,
        [
          Diagnostic(
            .unreadableFile, "The file cannot be read.", at: start,
            mend: "See that you may read it, and that its disk is there.")
        ]
      )
    case .tooLarge:
      let limit = SourceText.largestSize / 1_048_576
      return (
        nil,
        [
          Diagnostic(
            .fileTooLarge, "The file is larger than \(limit) MB, which is the most that is read.", at: start,
            mend: "See that it is the file that is meant; a long record may be parted into a file for each child.")
        ]
      )
    }
  }
}
