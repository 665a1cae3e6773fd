import Foundation
import PackagePlugin

/// Runs `EmbedWorkflows` before the target is compiled, whenever a file of `workflows/` was added, removed or changed.
///
/// A file that came since the package was last planned is watched from the next planning on; until then only its coming
/// and going is seen. A test compares the copy with the folder.
@main
struct EmbedWorkflowsPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "workflows", directoryHint: .isDirectory)
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedWorkflows.swift")
    return [
      .buildCommand(
        displayName: "Embedding the workflows",
        executable: try context.tool(named: "EmbedWorkflows").url,
        arguments: [folder.path, output.path],
        inputFiles: inputs(of: folder),
        outputFiles: [output])
    ]
  }

  /// The folder, the folders in it, whose dates tell that a file came or went, and the files.
  private func inputs(of folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return [folder] + found.sorted().map { folder.appending(path: $0) }
  }
}
