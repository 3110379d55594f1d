import Platform

/// What is measured.
struct BenchArguments {
  static let usage = """
    houqin-bench　自己造数据，逐段计时，并与别的工具比较

    用法　swift run -c release houqin-bench [选项]

      --rows 行数       一个工作夹的台账行数，可写几次；默认 2748（一所学校一个学期）和 100000
      --schools 学校数  再测一次 district：这么多所学校，每所一个学期；默认 0（不测）
      --runs 次数       每项测几次，取中位数，默认 5
      --seed 种子       同一种子造出同样的数据，默认 1
      --generate 文件夹 只造数据，不计时

    别的工具：HOUQIN_PEERS=虚拟环境/bin/python swift run -c release houqin-bench

    """

  var rows: [Int] = []
  var schools = 0
  var runs = 5
  var seed: UInt64 = 1
  var folder: String?
  /// `--report FOLDER OUTPUT`: one whole run, which is how the bench measures itself as a process.
  var report: (folder: String, output: String)?

  /// nil where the words cannot be understood.
  init?(_ words: [String]) {
    var rest = words[...]
    while let word = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      switch word {
      case "--rows": rows.append(Int(value) ?? 0)
      case "--schools": schools = Int(value) ?? -1
      case "--runs": runs = Int(value) ?? 0
      case "--seed": seed = UInt64(value) ?? 0
      case "--generate": folder = value
      case "--report":
        guard let output = rest.popFirst() else { return nil }
        report = (value, output)
      default: return nil
      }
    }
    if rows.isEmpty { rows = [LedgerGenerator.termRows, 100_000] }
    guard rows.allSatisfy({ (1...50_000_000).contains($0) }), (0...100_000).contains(schools), (1...1000).contains(runs) else { return nil }
  }
}
