import LedgerKit

/// SET-001: the semester is not stated. Found by the reader itself, while the term is sought (domain §0.5, 19).
enum TermRules {
  static let all: [Rule] = [
    Rule(
      "SET-001", "学期未写明", .warning, .data, citation: .sheet, rationale: "没有写明学年和学期时，只能按台账日期推定；推定不出就无法统计。",
      triggers: [
        Example(("设置.csv", "项目,内容\n单位名称,春芽幼儿园\n"), ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"))
      ],
      passes: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n")], check: .file { _ in nil }),
    Rule(
      "SET-002", "设置内容看不懂", .error, .data, ledger: "profile", citation: .sheet,
      rationale: "设置里的日期、人数或学期写错，程序不会猜，也不会采用；统计可能因此用了别的截止日。",
      triggers: [settings("统计截止日,↓6月31日"), settings("幼儿数,↓若干"), settings("学期,↓第三学期"), settings("学年,↓20_-20_")],
      passes: [settings("统计截止日,2023年6月30日"), settings("幼儿数,约620多人"), settings("学期,下学期")],
      check: .settings { table in
        table.rows.compactMap { row in
          guard let item = row[SettingTables.item], let content = row[SettingTables.content] else { return nil }
          guard let (message, fix) = Profile.complaint(item: item.string, content: content.string) else { return nil }
          return Offense(row, at: SettingTables.content, message, fix: fix)
        }
      }),
    Rule(
      "SET-003", "班级数与分项不符", .warning, .data, ledger: "profile", citation: .logic, rationale: "大班、中班、小班相加应等于班级数，总结会引用这些数。",
      triggers: [settings("班级数,↓17\n大班,6\n中班,8\n小班,4")], passes: [settings("班级数,17\n大班,6\n中班,8\n小班,3")],
      check: .settings { table in
        // Few schools part their classes by age.
        guard table.rows.contains(where: { $0[SettingTables.item]?.string.holds("小班") ?? false }) else { return [] }
        let profile = SettingsReader.profile(table)
        guard let all = profile.classes, let a = profile.number("大班", "大班班级数"), let b = profile.number("中班", "中班班级数"),
          let c = profile.number("小班", "小班班级数"), a + b + c != all
        else { return [] }
        let row = table.rows.first { ["班级数", "班级总数"].contains($0[SettingTables.item]?.string ?? "") }
        return [Offense(row, at: SettingTables.content, "班级数\(all)，大、中、小班相加为\(a + b + c)", fix: "请核对各年龄段的班级数。")]
      }),
    Rule(
      "SET-004", "表名与设置不符", .warning, .data, citation: .sheet, rationale: "表格的标题写着别的单位或别的学期，可能放错了文件，或沿用了去年的表头。",
      triggers: [
        .sheet("应急演练记录.csv", "↓春芽幼儿园2021-2022学年第二学期应急演练记录,,\n演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"),
        .sheet("应急演练记录.csv", "↓青禾幼儿园应急演练记录,,\n演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"),
      ],
      passes: [.sheet("应急演练记录.csv", "春芽幼儿园2022-2023学年第二学期应急演练记录,,\n演练日期,演练类型,参加人数\n2023-03-17,消防,560\n")],
      check: .file { trouble in
        guard case .titleDisagrees(let title, let setting) = trouble.what else { return nil }
        return Offense(
          file: trouble.file, record: trouble.record, "表名写的是“\(title)”，设置是“\(setting)”", fix: "放错的请移走；只是表名没有改的，请改正表名。各行照常按日期计入。")
      }),
  ]

  private static func settings(_ lines: String) -> Example {
    Example(
      ("设置.csv", "项目,内容\n单位名称,春芽幼儿园\n\(lines)\n"), ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"))
  }
}
