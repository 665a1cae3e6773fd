/// A file that a conversion gives, by its name.
public struct ConvertedFile: Hashable, Sendable {
  public let name: String
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
