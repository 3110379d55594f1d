// What the program asks of the system beyond the standard library: files, JSON, threads, the C library. This file alone knows how the
// systems differ; whoever needs them imports Platform, so that nobody loads more by mistake.
//
// On Linux it is FoundationEssentials, not Foundation, which comes with ICU: 40 MB that take longer to load than a school's ledgers take
// to read. What Foundation alone has (String(format:), range(of:), normal forms, NSError, JSONSerialization, FileHandle) is not used, so that
// both systems do the same. On macOS there is only Foundation, and it is in memory already.
#if canImport(FoundationEssentials)
  @_exported import FoundationEssentials
#else
  @_exported import Foundation
#endif

@_exported import Dispatch

#if canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Darwin)
  @_exported import Darwin
#endif
