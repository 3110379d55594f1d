import LedgerKit

/// FIL-001…, domain §2.1: what is wrong with a file as a whole or with a record of it.
enum FileRules {
  static let all: [Rule] = [
    rule(
      "FIL-001", "编码无法识别", .error, .data, "文字编码坏了就读不出内容；只坏一行的，只有那一行不计入。",
      triggers: [
        .sheet("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果\n2023-03-06,月检查,大门,王建国、李秀英,正常\n\(String(repeating: "\u{0}\u{1}", count: 40))\n")
      ],
      passes: [.sheet("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果\n2023-03-06,月检查,大门,王建国、李秀英,正常\n")]
    ) { trouble in
      switch trouble.what {
      case .undecodable:
        return Offense(file: trouble.file, "文件的文字编码无法识别，没有读入", fix: "请在Excel或WPS中打开原表，另存为“CSV UTF-8（逗号分隔）”后重新放入。")
      case .damagedRow:
        return Offense(file: trouble.file, record: trouble.record, "这一行有损坏的文字，无法还原，整行不计入", fix: "请在原表中重新输入这一行的文字，再另存为CSV。")
      case .foreign(let kind, isSpreadsheet: true):
        return Offense(
          file: trouble.file, "这是\(kind)，不是CSV表格，没有读入", fix: "请在Excel或WPS中打开，用“另存为”选择“CSV UTF-8（逗号分隔）”，把得到的文件放进来。")
      case .foreign(let kind, isSpreadsheet: false):
        return Offense(
          file: trouble.file, "这是\(kind)，不是台账，没有读入", fix: "与台账无关的文件可以移走；里面如有台账，请另存为CSV放进来。", severity: .warning, title: "不是台账的文件")
      case .tooLarge: return Offense(file: trouble.file, "文件太大（超过1.5GB），没有读入", fix: "一个学期的台账不会这样大，请核对是不是放错了文件，或分成几份。")
      case .beingWritten: return Offense(file: trouble.file, "文件正在写入，内容还不完整，没有读入", fix: "请等文件保存、复制或下载完成后再运行一次。")
      case .folder:
        return Offense(
          file: trouble.file, "这是文件夹，名字却像表格文件", fix: "里面的台账已照常读取；请把文件夹名字末尾的“.csv”去掉。", severity: .warning, title: "文件夹的名字像文件")
      case .doubtfulEncoding(let encoding):
        return Offense(
          file: trouble.file, "文字很可能是\(encoding)编码，读出来是乱码，没有读入", fix: "请在Excel或WPS中打开原表，另存为“CSV UTF-8（逗号分隔）”后重新放入。")
      case .unreadable(let reason):
        return Offense(file: trouble.file, "文件读不出来：\(reason)", fix: "请检查文件是否被占用、权限是否正确，或重新复制一份。")
      case .refused(let reason, let fix):
        return Offense(file: trouble.file, "没有读入：\(reason)", fix: fix, title: "没有读入的文件")
      default: return nil
      }
    },
    rule(
      "FIL-002", "无法识别台账类型", .warning, .data, "文件名和表头都看不出是哪种台账，内容没有用上。",
      triggers: [.sheet("新建表格.csv", "列1,列2,列3\n1,2,3\n")],
      passes: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n")]
    ) { trouble in
      switch trouble.what {
      case .unrecognized:
        return Offense(file: trouble.file, "看不出是哪种台账，没有读入", fix: "请把文件改成台账的名字（如 采购台账.csv），并核对表头；与总结无关的文件可以移走。")
      case .strangeTable:
        return Offense(
          file: trouble.file, record: trouble.record, "这一行起是另一张表，看不出是哪种台账，各行没有读入", fix: "请把这张表单独存成一个文件，用台账的名字命名，并核对表头。")
      case .fullWidthDelimiter(let mark):
        return Offense(
          file: trouble.file, "各格之间用的是全角的“\(mark)”，分不开各列，没有读入", fix: "请在Excel或WPS中另存为CSV；手工编辑的，请把分隔用的“\(mark)”换成半角逗号“,”。",
          severity: .error)
      case .misnamed(let named, let read):
        return Offense(file: trouble.file, "文件名像“\(named)”，表头却是“\(read)”，已按表头读入", fix: "请核对文件名与内容，名实不符的请改名。")
      case .unsupported(let title):
        return Offense(
          file: trouble.file, "“\(title)”暂不支持，这一版还不读取", fix: "不用处理，文件可以留在原处；总结中相应内容请手工补写。", severity: .info, title: "暂不支持的台账")
      default: return nil
      }
    },
    rule(
      "FIL-003", "缺少必填列", .error, .data, "缺少必填的一列，用到这一列的统计就无法计算。",
      triggers: [.sheet("隐患整改台账.csv", "发现日期,隐患部位,隐患描述,整改期限,整改完成日期,整改情况\n2023-03-10,走廊,应急灯不亮,2023-03-15,2023-03-12,已整改\n")],
      passes: [.sheet("隐患整改台账.csv", "发现日期,隐患部位,隐患描述,责任人,整改期限,整改完成日期,整改情况\n2023-03-10,走廊,应急灯不亮,吴建平,2023-03-15,2023-03-12,已整改\n")]
    ) { trouble in
      if case .toldAbove(let column, let text) = trouble.what {
        return Offense(
          file: trouble.file, "没有“\(column.title)”这一列，按表头上方的“\(text)”计", fix: "不对时请补上这一列，逐行填写。", severity: .info)
      }
      guard case .missingColumn(let column) = trouble.what else { return nil }
      let names = column.headers.prefix(3).joined(separator: "、")
      return Offense(
        file: trouble.file, "没有“\(column.title)”这一列", fix: "请补上这一列，表头可写：\(names)。",
        severity: column.traits.contains(.fromFileName) ? .warning : nil)
    },
    rule(
      "FIL-004", "表头重复", .error, .data, "两列表头相同，分不清该用哪一列，这一列都不采用。",
      triggers: [.sheet("安全检查记录.csv", "检查日期,检查部位,检查日期,检查人,检查结果\n2023-03-06,大门,2023-03-07,王建国、李秀英,正常\n")],
      passes: [.sheet("采购台账.csv", "采购日期,验收日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,2023-03-08,胶带,12,3.50,42.00,王建国,李秀英,赵海燕\n")]
    ) { trouble in
      guard case .repeatedHeader(let header) = trouble.what else { return nil }
      return Offense(file: trouble.file, header: header, "表头“\(header)”出现了两次", fix: "请删去多余的一列，或把其中一列改成它真正的名字。")
    },
    rule(
      "FIL-005", "表头歧义", .error, .data, "一个表头可能是好几列的意思，分不清时不采用，以免张冠李戴。",
      triggers: [.sheet("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,签字\n2023-03-08,胶带,12,3.50,42.00,王建国,李秀英\n")],
      passes: [.sheet("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,签字\n2023-03-08,胶带,12,3.50,42.00,王建国,李秀英,赵海燕\n")]
    ) { trouble in
      guard case .vagueHeader(let header, let columns) = trouble.what else { return nil }
      let names = columns.map { "“\($0.title)”" }.joined(separator: "、")
      return Offense(file: trouble.file, header: header, "“\(header)”可能是\(names)，分不清，没有采用", fix: "请把表头改成\(names)中的一个。")
    },
    rule(
      "FIL-006", "未识别的列", .info, .data, "表头不在已知名称之内，这一列没有用上。",
      triggers: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数,领导批示\n2023-03-17,消防,560,同意\n")],
      passes: [.sheet("应急演练记录.csv", "序号,演练日期,演练类型,参加人数\n1,2023-03-17,消防,560\n")]
    ) { trouble in
      guard case .unknownHeader(let header) = trouble.what else { return nil }
      return Offense(file: trouble.file, header: header, "不认识“\(header)”这一列，没有采用", fix: "如果它就是“日期”“金额”这样要统计的列，请把表头改成通常的名字；否则不用处理。")
    },
    rule(
      "FIL-007", "空台账", .warning, .data, "只有表头没有记录，分不清是没有发生，还是没有导出；不会据此写0。",
      triggers: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n,,\n")],
      passes: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n")]
    ) { trouble in
      if case .nothing = trouble.what {
        return Offense(file: trouble.file, "文件是空的，一个字也没有", fix: "如果是导出或复制时出了错，请重新导出；用不着的请移走。")
      }
      guard case .empty = trouble.what else { return nil }
      return Offense(file: trouble.file, "表里没有记录", fix: "如果是导出漏了，请重新导出；如果确实没有发生，请在总结中用文字说明。")
    },
    rule(
      "FIL-008", "重复投递", .error, .data, "同一份文件放了两次，只读一份，避免重复计算。",
      triggers: [
        Example(
          ("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"), ("应急演练记录(1).csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n")),
        Example(("应急演练记录.csv", RowNumbers.drills(1...12)), ("演练记录（旧）.csv", RowNumbers.drills(1...11))),
      ],
      passes: [
        Example(("演练3月.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n"), ("演练5月.csv", "演练日期,演练类型,参加人数\n2023-05-12,地震,560\n"))
      ]
    ) { trouble in
      switch trouble.what {
      case .repeatedFile(let other): return Offense(file: trouble.file, "与“\(other)”内容完全相同，没有重复计算", fix: "请删去其中一份。")
      case .mostlyRepeated(let other, let same, let own):
        let rest = own.isEmpty ? "" : "；只在这一份里的\(RowNumbers.text(own))也没有计入"
        return Offense(
          file: trouble.file, "有\(same)行与“\(other)”相同，像是同一份台账，没有重复计算\(rest)", fix: "请只留最新、最全的一份；确是两份台账的，请删去其中重复的行。")
      default: return nil
      }
    },
    rule(
      "FIL-009", "文件名月份与数据不符", .warning, .data, "文件名写了月份，里面却有别的月份的记录，可能放错或漏改了名字。",
      triggers: [.sheet("3月份应急演练.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n2023-04-03,地震,560\n")],
      passes: [.sheet("3月份应急演练.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560\n2023-03-31,地震,560\n")]
    ) { trouble in
      guard case .otherMonth(let month, let rows) = trouble.what else { return nil }
      return Offense(
        file: trouble.file, "文件名是\(month)月，\(RowNumbers.text(rows))的日期不在\(month)月", fix: "日期写错的请改正；确实跨月的，请改文件名。各行照常计入。")
    },
    rule(
      "FIL-010", "列数不一致", .error, .data, "这一行的格子与表头对不上，读入会错位，整行不计入。",
      triggers: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n↓2023-03-17,消防,560,多余\n")],
      passes: [.sheet("应急演练记录.csv", "演练日期,演练类型,参加人数\n2023-03-17,消防,560,,\n")]
    ) { trouble in
      switch trouble.what {
      case .surplusCells(let cells, let headers):
        Offense(
          file: trouble.file, record: trouble.record, "这一行有\(cells)格，表头只有\(headers)格，内容错位，整行不计入",
          fix: "多半是某一格里有逗号，请在原表中核对这一行后重新另存为CSV。")
      case .unclosedQuote:
        Offense(file: trouble.file, record: trouble.record, "有一个引号没有成对，无法分清格子，整行不计入", fix: "请删去这一行多余的引号，再另存为CSV。")
      default: nil
      }
    },
    rule(
      "FIL-011", "合计行与明细不符", .error, .data, "表内合计与明细相加不一致，可能漏行或改过数字。统计按明细计算。",
      citation: Citation("《会计法》第十七条", .V1),
      triggers: [
        .sheet(
          "采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,10,12,120,王建国,李秀英,赵海燕\n2023-03-09,纸,4,20,80,王建国,李秀英,赵海燕\n合计,,,,↓210,,,\n"
        )
      ],
      passes: [
        .sheet(
          "采购台账.csv",
          "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,10,12,120,王建国,李秀英,赵海燕\n2023-03-09,纸,4,20,80,王建国,李秀英,赵海燕\n合 计,,,,200.00,,,\n")
      ]
    ) { trouble in
      guard case .totalMismatch(let mismatch, let header) = trouble.what else { return nil }
      if mismatch.isCount {
        return Offense(
          file: trouble.file, record: trouble.record, header: header, value: trouble.value,
          "写着隐患\(mismatch.stated.plain)处，上面各行合计\(mismatch.sum.plain)处", fix: "请核对是否漏了行，或一格里写了几处，再更正合计。")
      }
      let (stated, sum) = (Format.grouped(Format.yuan(mismatch.stated)), Format.grouped(Format.yuan(mismatch.sum)))
      return Offense(
        file: trouble.file, record: trouble.record, header: header, value: trouble.value,
        mismatch.isCapitals ? "合计\(stated)，大写金额却是\(sum)" : "合计\(stated)，上面各行相加为\(sum)",
        fix: mismatch.isCapitals ? "请核对大写与数字，改正写错的一个。" : "请核对是否漏了行、有无隐藏行或读不出的金额，再更正合计。")
    },
    rule(
      "FIL-012", "矩阵式检查表", .error, .data, "一天一列、格子里打勾的表，看不出哪天查了什么、谁查的、发现了什么，不能统计。",
      triggers: [
        .sheet("每日安全检查表.csv", "↓检查项目,1,2,3,4,5,6,7,8,9,10\n大门,√,√,√,√,√,√,√,√,√,√\n食堂,√,√,×,√,√,√,√,√,√,√\n"),
        .sheet("安全检查记录.csv", "↓检查日期,大门,食堂,配电房,走廊,检查人\n2023-03-06,√,√,√,×,王建国\n2023-03-07,√,√,√,√,王建国\n"),
      ],
      passes: [.sheet("安全检查记录.csv", "检查日期,检查类型,检查部位,检查人,检查结果\n2023-03-06,月检查,大门,王建国、李秀英,√\n")]
    ) { trouble in
      guard case .matrix = trouble.what else { return nil }
      return Offense(
        file: trouble.file, record: trouble.record, "这是一天一列或一处一列的打勾表，没有读入", fix: "请改成一行一条：检查日期、检查类型、检查部位、检查人、检查结果、存在问题各一列。")
    },
    rule(
      "FIL-013", "仅有汇总无明细", .warning, .data, "只有合计，没有逐笔记录，合计无从核对，统计不采用。",
      triggers: [.sheet("采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n3月合计,,,,\"12,345.60\",,,\n")],
      passes: [
        .sheet(
          "采购台账.csv", "采购日期,品名,数量,单价,金额,审批人,采购人,验收人\n2023-03-08,胶带,12,3.50,42.00,王建国,李秀英,赵海燕\n3月合计,,,,42.00,,,\n")
      ]
    ) { trouble in
      guard case .onlyTotals = trouble.what else { return nil }
      return Offense(file: trouble.file, "只有合计行，没有逐笔的记录，没有计入", fix: "请放入有明细的台账；合计由程序来算。")
    },
    rule(
      "FIL-014", "单位不一致", .warning, .data, "同一种台账有的按元、有的按万元，容易差一万倍；已按各自写明的单位换算。",
      triggers: [
        .sheet(
          "采购台账.csv", "↓单位：万元,,,,,,,\n采购日期,品名,数量,单价（元）,金额（元）,审批人,采购人,验收人\n2023-03-08,胶带,12,3.50,42.00,王建国,李秀英,赵海燕\n"),
        Example(
          ("采购台账3月.csv", "采购日期,品名,数量,单价（元）,金额（元）,审批人,采购人,验收人\n2023-03-08,胶带,12,3.50,42.00,王建国,李秀英,赵海燕\n"),
          ("采购台账4月.csv", "采购日期,品名,数量,单价（万元）,金额（万元）,审批人,采购人,验收人\n2023-04-08,空调,2,0.30,0.60,王建国,李秀英,赵海燕\n")),
      ],
      passes: [
        .sheet(
          "采购台账.csv", "单位：元,,,,,,,\n采购日期,品名,数量,单价（元）,金额（元）,审批人,采购人,验收人\n2023-03-08,胶带,12,3.50,42.00,王建国,李秀英,赵海燕\n")
      ]
    ) { trouble in
      guard case .mixedUnits(let here, let other, let place) = trouble.what else { return nil }
      return Offense(
        file: trouble.file, record: trouble.record, "写的单位是“\(here)”，\(place)却是“\(other)”", fix: "请核对金额，统一用一种单位；表头与上方不同的，按表头换算。")
    },
  ]

  private static func rule(
    _ id: String, _ title: String, _ severity: Rule.Severity, _ kind: Rule.Kind, _ rationale: String, citation: Citation = .sheet,
    triggers: [Example], passes: [Example], _ check: @escaping @Sendable (FileTrouble) -> Offense?
  ) -> Rule {
    Rule(id, title, severity, kind, citation: citation, rationale: rationale, triggers: triggers, passes: passes, check: .file(check))
  }
}

/// Excel rows in one phrase, and the example that needs many.
private enum RowNumbers {
  /// `第5、8行`; long lists are cut.
  static func text(_ rows: [Int]) -> String {
    let shown = rows.sorted().prefix(5).map(String.init).joined(separator: "、")
    return rows.count > 5 ? "第\(shown)等\(rows.count)行" : "第\(shown)行"
  }

  static func drills(_ days: ClosedRange<Int>) -> String {
    "演练日期,演练类型,参加人数\n" + days.map { "2023-03-\($0 < 10 ? "0" : "")\($0),消防,\(540 + $0)\n" }.joined()
  }
}
