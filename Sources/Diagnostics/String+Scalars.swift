extension String {
  /// The text that so many scalars make, which a view of scalars is slower to gather.
  public init(scalars: ArraySlice<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count)
    for scalar in scalars {
      if scalar.isASCII { bytes.append(UInt8(truncatingIfNeeded: scalar.value)) } else { bytes += UTF8.encode(scalar) ?? .init() }
    }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
