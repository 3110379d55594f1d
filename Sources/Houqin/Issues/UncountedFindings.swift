import LedgerKit

/// Findings as they lie in memory, for who looks at hundreds of thousands one after the other.
///
/// They lie far apart: to count who holds one, and again that it is let go of, keeps all else waiting until it is fetched, which took a
/// seventh of the time that is spent on their rows.
struct UncountedFindings {
  private let findings: UnsafeBufferPointer<Unmanaged<Finding>>

  fileprivate init(_ findings: UnsafeBufferPointer<Unmanaged<Finding>>) { self.findings = findings }

  /// How many they are.
  var count: Int { findings.count }

  /// Calls `body` with the finding at a place.
  @inline(__always)
  func with<R>(_ place: Int, _ body: (Finding) -> R) -> R { findings[place]._withUnsafeGuaranteedRef(body) }
}

extension ArraySlice<Finding> {
  /// Calls `body` with the findings, which this holds meanwhile; places are counted from the first.
  func withUncounted<R>(_ body: (UncountedFindings) -> R) -> R {
    withUnsafeBufferPointer { findings in
      findings.withMemoryRebound(to: Unmanaged<Finding>.self) { body(UncountedFindings($0)) }
    }
  }
}
