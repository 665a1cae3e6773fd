import Conditions
import Foundation
import Testing

@Suite struct `The pages about conditions` {
  private static let pages = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../Sources/Conditions/Conditions.docc")

  private func page(_ name: String) throws -> String {
    try String(contentsOf: Self.pages.appending(path: name), encoding: .utf8)
  }

  @Test func `Every function of the standard is explained, in every way to write it`() throws {
    let page = try page("StandardFunctions.md")
    for function in PlainFunction.allCases {
      for shape in function.shapes { #expect(page.contains("`\(shape)`"), "\(shape)") }
    }
  }

  @Test func `Every other function and every property is explained`() throws {
    let (conditions, standard) = (try page("Conditions.md"), try page("StandardFunctions.md"))
    for function in Function.allCases { #expect(conditions.contains("`\(function.rawValue)("), "\(function.rawValue)") }
    for property in Property.allCases { #expect(standard.contains("`\(property.rawValue)`"), "\(property.rawValue)") }
  }
}
