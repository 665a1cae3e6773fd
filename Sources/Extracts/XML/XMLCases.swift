public import Diagnostics

/// The cases of an XML document in which each element at a path is one.
public struct XMLCases {
  private let file: String
  private let casePath: [String]
  private let caseField: [String]
  private let isEventLog: Bool

  /// - Parameters:
  ///   - file: the name under which messages tell it.
  ///   - casePath: the names of elements from that of the document down to that of a case.
  ///   - caseField: the names under which a case says what it is called; the first that says something counts.
  public init(file: String, casePath: [String], caseField: [String]) {
    self.file = file
    self.casePath = casePath
    self.caseField = caseField
    isEventLog = false
  }

  /// An event log, of which each trace is a case and each attribute a field under its key.
  ///
  /// **Source:** IEEE 1849, extensible event stream.
  public init(eventLog file: String, caseField: [String]) {
    self.file = file
    self.caseField = caseField
    casePath = ["log", "trace"]
    isEventLog = true
  }

  /// The name of the element that a document is, or why none is found.
  ///
  /// Codes: PL8142, PL8145, PL8161, PL8162.
  public static func firstElement(of file: String, _ bytes: @escaping ByteSource) -> (name: String?, fault: Diagnostic?) {
    FirstElementFinder(file: file).read(bytes)
  }

  /// Goes through the document, and gives each case once its element has ended; what stands about cases is kept, and no case
  /// is once it was given.
  ///
  /// Codes: PL8121, PL8122, PL8142, PL8144, PL8145, PL8161, PL8162.
  /// - Parameter take: takes what comes next, and says whether to go on.
  public func read(_ bytes: @escaping ByteSource, _ take: @escaping (ExtractStep) -> Bool) {
    var seen = SeenCases()
    let reader = ElementReader(file: file, casePath: casePath, keys: isEventLog ? ElementReader.attributesOfLogs : []) { step in
      guard case .gathered(let extracted) = step else { return take(step) }
      guard let record = extracted.records.first, let key = self.key(of: record) else {
        return take(
          .fault(
            Diagnostic(
              .caseUnnamed, "The case does not say what it is called.", at: extracted.key.place,
              mend: "Give it `\(self.caseField[0])`.")))
      }
      guard seen.insert(key.text) else {
        return take(
          .fault(
            Diagnostic(
              .caseComesAgain, "A case of this name stands further up already; this one is not read.", at: key.place,
              mend: "See whether the two are one, and put all of it into the first.")))
      }
      return take(
        .gathered(
          ExtractedCase(
            key: key, records: extracted.records, document: extracted.document, isDamaged: extracted.isDamaged)))
    }
    reader.read(bytes)
  }

  private func key(of record: ExtractRecord) -> ExtractField? {
    caseField.lazy.compactMap { name in record.field(name) ?? record.field(atPath: name.split(separator: "/")) }.first
  }
}
