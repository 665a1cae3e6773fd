/// Findings of partitions that are to be gathered, as a shell found them.
public struct GatherRequest: Sendable {
  /// The manifest of the findings of one partition.
  public struct Manifest: Sendable {
    let path: String
    let text: String
    let findings: ExtractInput

    public init(path: String, text: String, findings: ExtractInput) {
      (self.path, self.text, self.findings) = (path, text, findings)
    }
  }

  /// Where the manifests were found, as typed.
  let folder: String
  let manifests: [Manifest]
  /// Where the partitions were found, as typed.
  let partitionFolder: String
  /// In the order in which their findings are to stand.
  let partitions: [ExtractInput]
  /// The file to write, as typed.
  let place: String

  public init(folder: String, manifests: [Manifest], partitionFolder: String, partitions: [ExtractInput], place: String) {
    (self.folder, self.manifests) = (folder, manifests)
    (self.partitionFolder, self.partitions, self.place) = (partitionFolder, partitions, place)
  }
}
