/// A file that a conversion gives, by its name.
public struct ConvertedFile: Hashable, Sendable {
  public let name: String
  public let text: String
}
