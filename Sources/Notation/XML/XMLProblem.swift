import Diagnostics

/// What can be wrong with a text as XML.
enum XMLProblem: Equatable {
  case noElement
  case expected(String)
  case badCharacter
  case badName
  case unclosed(String)
  case endOfOther(written: String, open: String)
  case textOutside
  case attributeTwice(String)
  case unknownPrefix(String)
  case unknownEntity(String)
  case badReference
  case doctypeDeclares
  case badEncoding(String)
  case badVersion(String)
  case declarationNotFirst
  case doubleHyphen
  case nestedTooDeeply
}

/// A fault of an XML text at its place, after which nothing more can be read.
struct XMLFault: Error {
  let problem: XMLProblem
  let place: Place
}
