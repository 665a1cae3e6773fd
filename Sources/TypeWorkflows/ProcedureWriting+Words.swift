import Diagnostics
import Procedures

extension ProcedureWriting {
  mutating func writeRoles() {
    var book = NameBook(of: "role")
    let roles = procedure.vocabulary.roles
    for role in roles { book.take(SwiftName.enumCase(role.name), for: role.name, at: role.place) }
    tell(book)
    code.says("Who acts.")
    writeEnum("Role", of: roles.map { ($0.name, $0.title) })
  }

  /// An enum for each closed list of words.
  mutating func writeWords() {
    var book = NameBook(of: "list of words")
    let written = lists.all
    for list in written {
      book.take(list.type, for: list.attribute, at: list.place)
      for other in list.otherTypes { book.take(other.type, for: list.attribute, at: other.place) }
    }
    tell(book)
    for list in written { tellWords(of: list) }
    code.says("The closed lists of words that attributes take their values from.")
    code.open("public enum Words")
    for (number, list) in written.enumerated() {
      if number > 0 { code.gap() }
      code.says(list.says)
      writeEnum(list.type, of: list.words.map { ($0, nil) })
      for other in list.otherTypes { code.line("public typealias \(other.type) = \(list.type)") }
    }
    code.close()
  }

  private mutating func tellWords(of list: WordLists.List) {
    var book = NameBook(of: "word")
    for word in list.words { book.take(SwiftName.enumCase(word), for: word, at: list.place) }
    tell(book)
  }
}
