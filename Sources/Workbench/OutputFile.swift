/// A file that a shell is to write, by its path below the folder that the user names.
public struct OutputFile: Hashable, Sendable {
  public let path: String
  public let text: String
}
