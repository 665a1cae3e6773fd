#if FUZZING
  import Foundation

  /// libFuzzer's own main function.
  @_silgen_name("LLVMFuzzerRunDriver")
  private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
  ) -> CInt

  /// The loop of libFuzzer around one reader.
  enum Fuzzing {
    nonisolated(unsafe) private static var reader = FuzzedReader.yaml

    /// Runs until libFuzzer ends; a promise that is broken ends the process with its sentence, as a trap does.
    static func run(_ name: String) -> Never {
      guard let reader = FuzzedReader(rawValue: name) else { fatalError("There is no reader \"\(name)\".") }
      self.reader = reader
      var count = CommandLine.argc
      var arguments = CommandLine.unsafeArgv
      exit(
        runDriver(&count, &arguments) { bytes, count in
          do {
            try Fuzzing.reader.read(UnsafeBufferPointer(start: bytes, count: count))
          } catch {
            fatalError("A promise is broken. \(error)")
          }
          return 0
        })
    }
  }
#endif
