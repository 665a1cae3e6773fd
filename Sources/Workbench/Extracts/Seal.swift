import SecretKeys

/// The end of a text that is one JSON object: the digest of all that stands before it, so that nothing is trusted that was edited
/// or is there in part.
///
/// It is no secret: it shows what came about by hand or by chance, and not what somebody made up with the digest that fits.
enum Seal {
  /// The object with a member `seal` behind its others, on one line.
  ///
  /// - Precondition: it has a member.
  static func sealed(_ object: String) -> String {
    var digest = ContentDigest()
    digest.add(Array(object.utf8))
    return object.dropLast() + "\(opening)\(digest.text)\(closing)"
  }

  /// The object without its seal; `nil` where the seal is not there or is not of all else.
  static func opened(_ text: String) -> String? {
    let length = text.utf8.count - opening.utf8.count - 64 - closing.utf8.count
    guard length > 1 else { return nil }
    let object = String(decoding: text.utf8.prefix(length), as: UTF8.self) + "}"
    return sealed(object).utf8.elementsEqual(text.utf8) ? object : nil
  }

  private static let opening = ",\"seal\":\""
  private static let closing = "\"}\n"
}
