import Foundation

// A build for fuzzing hands over to libFuzzer as soon as a reader is named in the environment; any other build and any
// other call reads files, or tells what a fuzzer begins with.
#if FUZZING
  if let name = ProcessInfo.processInfo.environment["PLUMBLINE_READER"] { Fuzzing.run(name) }
#endif
exit(FuzzCommand(Array(CommandLine.arguments.dropFirst())).run())
