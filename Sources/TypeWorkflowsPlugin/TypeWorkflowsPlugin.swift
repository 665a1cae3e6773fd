import Foundation
import PackagePlugin

/// Makes the words of a procedure types of Swift before a target is compiled.
///
/// The target's name says which: `EnglandProcedure` takes the procedure in `workflows/england` of its package,
/// `NorthHarbourProcedure` the one in `workflows/north_harbour`.
@main
struct TypeWorkflowsPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let name = try folderName(of: target.name)
    let folder = context.package.directoryURL.appending(path: "workflows/\(name)", directoryHint: .isDirectory)
    let found = found(in: folder)
    guard found.contains(where: { $0.pathExtension == "yaml" }) else {
      throw TypingProblem.noWorkflows(target: target.name, folder: "workflows/\(name)")
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "\(target.name).swift")
    return [
      .buildCommand(
        displayName: "Making types of workflows/\(name)",
        executable: try context.tool(named: "TypeWorkflows").url,
        arguments: [folder.path, output.path],
        inputFiles: [folder] + found,
        outputFiles: [output])
    ]
  }

  /// `NorthHarbourProcedure` is `north_harbour`.
  private func folderName(of target: String) throws -> String {
    let ending = "Procedure"
    guard target.hasSuffix(ending), target != ending else { throw TypingProblem.targetName(target) }
    return target.dropLast(ending.count).reduce(into: "") { name, character in
      if character.isUppercase, !name.isEmpty { name += "_" }
      name += character.lowercased()
    }
  }

  /// The files, and the folders, whose dates tell that a file came or went.
  private func found(in folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return found.sorted().map { folder.appending(path: $0) }
  }
}

/// Why there is nothing to make types of.
enum TypingProblem: Error, CustomStringConvertible {
  case targetName(String)
  case noWorkflows(target: String, folder: String)

  var description: String {
    switch self {
    case .targetName(let target):
      "The target \(target) must be named after its procedure, such as EnglandProcedure for workflows/england."
    case .noWorkflows(let target, let folder):
      "The target \(target) takes its words from \(folder), and there is no YAML file in it."
    }
  }
}
