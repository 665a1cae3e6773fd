import Diagnostics
import Extracts

/// A source that gives bytes in pieces of some size.
func source(_ bytes: [UInt8], piece: Int = 1 << 16) -> ByteSource {
  var rest = bytes[...]
  return { room in
    let next = rest.prefix(min(room.count, piece))
    rest = rest.dropFirst(next.count)
    room.copyBytes(from: next)
    return next.count
  }
}

func source(_ text: String, piece: Int = 1 << 16) -> ByteSource { source(Array(text.utf8), piece: piece) }

/// What an extract gave, in short: cases by key with their records, faults by code and place.
func told(_ step: ExtractStep) -> String {
  switch step {
  case .gathered(let extracted):
    "\(extracted.key.text)\(extracted.isDamaged ? "!" : ""): " + extracted.records.map(told).joined(separator: " | ")
  case .fault(let fault): "\(fault.code.rawValue) at \(fault.place.line):\(fault.place.column)"
  case .brokenOff(let fault): "broken off \(fault.code.rawValue) at \(fault.place.line):\(fault.place.column)"
  }
}

private func told(_ record: ExtractRecord) -> String {
  let fields = record.fields.map { "\($0.name)=\($0.text)" } + record.records.map { "\($0.name){\(told($0))}" }
  return fields.joined(separator: " ")
}
