// swift-format-ignore-file
// Generated from templates/ by EmbeddedTemplatesTests (HOUQIN_RECORD=1 swift test --filter EmbeddedTemplates). Do not edit.

/// The outlines and the page that work from any directory.
enum EmbeddedTemplates {
  static let outlines: [String: String] = [
    "幼儿园": ###"""
{{注 幼儿园后勤工作总结提纲。“##”是一级标题（一、），“###”是二级（（一）），序号由程序编排；各节可以移动、改名、删除。
没有数据的节不想印的，在第一个标题前加一行“无数据时隐藏”，用双花括号括起。写法见 README.md。}}

{{题}}{{学期}}后勤工作总结

{{文字 前言}}

{{当 无台账 inspections 且 无台账 hazards 且 无台账 purchases 且 无台账 food_receipts 且 无台账 drills}}{{提示}}工作夹中还没有可以统计的台账。
{{当 有值 班级数 且 有值 幼儿数 且 有值 教职工数}}全园设{{班级数}}个班[[，其中大班{{大班数}}个、中班{{中班数}}个、小班{{小班数}}个]]，在园幼儿{{幼儿数}}人，教职工{{教职工数}}人。文中数字由各项台账统计得出，截至{{统计截止日}}。
{{否则}}文中数字由各项台账统计得出，截至{{统计截止日}}。

## 务实后勤队伍建设，规范管理

### 培训学习

{{清单 缺台账 trainings|……没有交来，培训场次和人次不作统计。}}

{{文字 培训学习}}

### 考核与例会

{{清单 缺台账 staff_appraisals meetings|缺……，考核和例会情况不作统计。}}

## 落实安全文化建设，打造平安校园

### 明确安全责任，提高安全意识

{{清单 缺台账 responsibility_letters|……未提供，签订率无从计算。}}

{{文字 安全责任}}

### 落实安全排查，及时整改隐患

{{当 无台账 inspections}}{{提示}}安全检查记录未提供，检查次数和检查结果无法统计。
{{当 无值 ST-INS-02}}{{提示}}安全检查记录中没有本学期可用的记录，检查次数无法统计；这不等于没有检查。
{{当 无值 ST-INS-01}}检查记录登记{{ST-INS-02}}点次[[，涉及{{ST-INS-05.count}}个部位]]；检查类型没有填写，检查次数无法统计。
{{当 ST-INS-01 = 0}}安全检查记录中没有日常巡查以外的检查[[，日常巡查有{{ST-INS-01.daily}}次]]，共登记检查{{ST-INS-02}}点次。
{{否则}}本学期开展安全检查{{ST-INS-01}}次[[，其中月检查{{ST-INS-03.monthly}}次]][[，专项检查{{ST-INS-03.special}}次（{{列表 ST-INS-03.topic}}）]][[，节前检查{{ST-INS-03.beforeHoliday}}次]][[，开学检查{{ST-INS-03.opening}}次]][[，期末检查{{ST-INS-03.closing}}次]]。[[日常巡查另有{{ST-INS-01.daily}}次。]]检查记录合计{{ST-INS-02}}点次，涉及{{ST-INS-05.count}}个部位。[[ST-INS-04.rate = 100：应开展月检查的{{ST-INS-04|分母}}个月，每个月都有记录。]][[ST-INS-04.rate < 100：应开展月检查的{{ST-INS-04|分母}}个月中，{{ST-INS-04}}个月有记录。]][[有值 ST-INS-05：检查区域清单列有{{ST-INS-05|分母}}个区域，查到{{ST-INS-05|分子}}个，覆盖率{{ST-INS-05}}。]][[ST-INS-07 > 0：有结论的记录里，{{ST-INS-07.problems}}条发现问题，检出率{{ST-INS-07}}。]][[ST-INS-07 = 0：有结论的记录都没有登记问题。]][[还有{{ST-INS-01|未计入}}行因日期、检查人等填写不全，没有计入检查次数。]]

{{当 有台账 inspections}}{{表 ST-INS-03|各类安全检查次数}}

{{当 有台账 inspections}}{{图 ST-INS-06.problems|各部位各月检查发现的问题（处）}}

{{当 无台账 hazards}}{{提示}}隐患整改台账未提供，隐患数量和整改情况无法统计。
{{当 无值 ST-HAZ-01 且 ST-INS-07.problems = 0}}检查记录中没有登记隐患。
{{当 无值 ST-HAZ-01}}{{提示}}隐患整改台账中没有本学期可用的记录，隐患数量无法统计；这不等于没有隐患。
{{当 ST-HAZ-01 = 0 且 ST-HAZ-08 = 0}}隐患整改台账没有新登记的隐患，也没有未完成整改的隐患。
{{当 有值 ST-HAZ-01}}隐患新登记{{ST-HAZ-01}}处[[有值 ST-HAZ-02：，上学期结转{{ST-HAZ-02}}处]][[无值 ST-HAZ-02：（未提供上学期遗留隐患，结转数不详）]]。截至{{统计截止日}}，完成整改{{ST-HAZ-03.closed}}处，整改率{{ST-HAZ-03}}[[，当天改完的有{{ST-HAZ-05}}处]]。[[从发现到改完平均用{{ST-HAZ-06}}天，中位数{{ST-HAZ-06.median}}天，最长{{ST-HAZ-06.max}}天。]][[有值 ST-HAZ-04：定有期限、已能判断是否按期的{{ST-HAZ-04|分母}}处中，按期完成{{ST-HAZ-04|分子}}处，占{{ST-HAZ-04}}。]][[还有{{ST-HAZ-03|未计入}}处因台账填写矛盾或不全，没有计入整改率。]]

{{当 有台账 hazards}}{{图 ST-HAZ-10.month+ST-HAZ-10.closedByMonth|每月发现和完成整改的隐患（处）}}

{{当 有台账 hazards}}{{表 ST-HAZ-10.month+ST-HAZ-10.closedByMonth|每月新发现隐患及其整改（处）}}

{{当 有值 ST-HAZ-01}}表中“完成整改”按完成日期的月份统计，不含上学期结转的和没有可用完成日期的隐患。

{{当 有台账 hazards}}{{图 ST-HAZ-10+ST-HAZ-10.closedByCategory|隐患的类别和整改（处）}}

{{当 有台账 hazards}}{{表 ST-HAZ-10+ST-HAZ-10.closedByCategory|新发现隐患的类别（处）}}

{{当 ST-HAZ-02 > 0}}此表只列新发现的隐患，不含上学期结转的。

{{当 ST-HAZ-08 > 0}}没有完成整改的还有{{ST-HAZ-08}}处[[，其中{{ST-HAZ-07}}处已超过期限]]，逐处列出如下。

{{当 ST-HAZ-08 > 0}}{{表 ST-HAZ-08.list}}

{{当 ST-HAZ-12 > 0}}台账写明已上报或移交的隐患有{{ST-HAZ-12}}处。[[登记了整改资金的有{{ST-HAZ-13.filled}}处，合计{{ST-HAZ-13|元}}。]]
{{当 ST-HAZ-13 > 0}}登记了整改资金的隐患有{{ST-HAZ-13.filled}}处，合计{{ST-HAZ-13|元}}。

{{文字 安全排查}}

### 开展应急演练，提升避险能力

{{当 无台账 drills}}{{提示}}应急演练记录未提供，演练次数和人次无法统计。
{{当 无值 ST-DRL-01}}{{提示}}应急演练记录中没有本学期可用的记录，演练次数无法统计；这不等于没有演练。
{{当 有值 ST-DRL-01}}全园组织应急演练{{ST-DRL-01}}次（{{列表 ST-DRL-01.kind}}）[[，属于应急疏散的有{{ST-DRL-02}}次]]。[[ST-DRL-03 > 0：参加演练累计{{ST-DRL-03}}人次]][[ST-DRL-03 > 0 且 有值 ST-DRL-04：，有应到人数的演练参与率{{ST-DRL-04}}]][[ST-DRL-03 > 0：。]][[还有{{ST-DRL-03|未计入}}行人数有误，没有计入人次。]][[ST-DRL-05.n > 1：全园范围的演练有{{ST-DRL-05.n}}次记下了疏散用时，平均{{ST-DRL-05}}，最短{{ST-DRL-05.min}}，最长{{ST-DRL-05.max}}。]][[ST-DRL-05.n = 1：全园范围的演练有1次记下了疏散用时，为{{ST-DRL-05}}。]][[有值 ST-DRL-06：同为全园范围的{{ST-DRL-06|说明}}演练，末次与首次相比，疏散用时由{{ST-DRL-06.first}}变为{{ST-DRL-06.last}}。]]

{{当 有台账 drills}}{{表 ST-DRL-01.list}}

{{当 有台账 drills}}{{图 ST-DRL-05.each|同类疏散演练的用时}}

### 家园共育安全，共同守护健康

{{清单 缺台账 safety_education platform_tasks|没有收到……，教育活动的次数和完成率空缺。}}

{{文字 安全教育}}

### 严把门卫管理，加强三防建设

{{清单 缺台账 patrols visitors equipment_checks|……均待补交，巡视、来访和设备情况不作统计。}}

### 安全事故情况

{{清单 缺台账 incidents|……未提供。没有登记不等于没有发生，本节不作结论。}}

{{文字 安全事故}}

## 规范食堂管理，保障饮食安全

### 采购与验收

{{当 无台账 food_receipts}}{{提示}}食堂进货验收台账未提供，进货批次、金额和索证情况无法统计。
{{当 无值 ST-FOD-01}}{{提示}}食堂进货验收台账中没有本学期可用的记录，进货情况无法统计；这不等于没有进货。
{{当 有值 ST-FOD-01}}食堂有{{ST-FOD-01.days}}天登记进货，共验收食材{{ST-FOD-01}}批次[[，金额{{ST-FOD-02|元}}]][[，供货商{{ST-FOD-07}}家]]。[[有值 ST-FOD-03：索证索票率{{ST-FOD-03}}]][[有值 ST-FOD-03 且 有值 ST-FOD-06：，]][[有值 ST-FOD-06：双人验收率{{ST-FOD-06}}]][[有值 ST-FOD-03：。]][[无值 ST-FOD-03 且 有值 ST-FOD-06：。]][[有值 ST-FOD-04：填有验收结果的批次，食材验收合格率{{ST-FOD-04}}]][[有值 ST-FOD-04 且 ST-FOD-05 = 0：，台账没有不合格记录]][[有值 ST-FOD-04：。]][[ST-FOD-05 > 0：不合格的有{{ST-FOD-05}}批次]][[ST-FOD-05.rate = 0：，都没有写明处理情况]][[ST-FOD-05.rate > 0 且 ST-FOD-05.rate < 100：，其中写明退货、换货等处理的有{{ST-FOD-05.rate|分子}}批次]][[ST-FOD-05.rate = 100：，处理情况都已写明]][[ST-FOD-05 > 0：。]][[还有{{ST-FOD-02|未计入}}行因日期、金额等有误，没有计入金额。]]

{{当 有台账 food_receipts}}{{图 ST-FOD-02.month|各月食材进货金额（元）}}

{{当 有台账 food_receipts}}{{表 ST-FOD-01.month+ST-FOD-02.month+ST-FOD-03.month+ST-FOD-04.month|各月食材进货与验收}}

{{当 有台账 food_receipts}}{{图 ST-FOD-02.class|各类食材进货金额（元）}}

{{当 有台账 food_receipts}}{{表 ST-FOD-02.class}}

{{当 ST-FOD-05 > 0}}{{表 ST-FOD-05.list}}

### 留样、检测与陪餐

{{清单 缺台账 food_samples pesticide_tests meal_companions|……没有交来，相应的次数和覆盖率不作统计。}}

### 膳食与伙食账目

{{清单 缺台账 meal_accounts|缺……，盈亏率无从计算。}}

{{文字 膳食管理}}

### 从业人员健康

{{清单 缺台账 canteen_staff|尚未收到……，持证情况不作统计。}}

## 扎实卫生保健，保障幼儿健康

{{清单 缺台账 child_checks disinfections health_screenings infections|……未提供，本节没有数据。}}

{{文字 卫生保健}}

## 改善环境与设施，做好维修保障

{{清单 缺台账 environment_checks repairs utilities|没有可供统计的……。}}

{{文字 环境与维修}}

## 规范资产与采购管理

### 采购

{{当 无台账 purchases}}{{提示}}物品采购台账未提供，采购金额和手续情况无法统计。
{{当 无值 ST-PUR-02.rows}}{{提示}}物品采购台账中没有本学期可用的记录，采购情况无法统计；这不等于没有采购。
{{当 有值 ST-PUR-02.rows}}采购物品{{ST-PUR-02}}单{{ST-PUR-02.rows}}项[[，合计{{ST-PUR-01|元}}]]。[[金额居前的类别中，{{列表 ST-PUR-03|3 占比}}。]][[购置设备{{ST-PUR-08}}台（套），用款{{ST-PUR-08.amount|元}}。]][[有值 ST-PUR-06：申购、审批、验收、入库四项手续齐全的占{{ST-PUR-06}}。]][[有值 ST-PUR-07：填有验收结果的物品，合格率为{{ST-PUR-07}}。]][[ST-PUR-05.suppliers > 3：供应商有{{ST-PUR-05.suppliers}}家，采购金额最大的一家占{{ST-PUR-05}}，前三家合占{{ST-PUR-05.top3}}。]][[列入预算科目的采购，执行了预算的{{ST-PUR-09}}。]][[还有{{ST-PUR-01|未计入}}行因重复登记、金额无法识别等，没有计入金额。]]

{{当 有台账 purchases}}{{图 ST-PUR-03|各类物品采购金额（元）}}

{{当 有台账 purchases}}{{表 ST-PUR-03}}

{{当 有台账 purchases}}{{图 ST-PUR-04|各月采购金额（元）}}

{{当 有台账 purchases}}{{表 ST-PUR-04.rows+ST-PUR-04|各月采购}}

{{当 ST-PUR-08 > 0}}{{表 ST-PUR-08.list}}

### 资产、领用与盘点

{{清单 缺台账 assets stock_issues stocktakes|……都没有交来，资产增减和盘点结果空缺。}}

## 配合幼儿园各项活动，做好后勤服务

{{清单 缺台账 event_support|……未提供，保障活动的次数不作统计。}}

{{文字 活动保障}}

## 存在问题及今后努力方向

### 数据反映的问题

{{清单 存在问题}}

### 今后努力方向

{{文字 今后方向}}

{{落款}}

## {附录} 统计口径

{{附录 统计口径}}

## {附录} 校验发现

{{附录 校验发现}}

## {附录} 数据来源

{{附录 数据来源}}

## {附录} 规范化处理

{{附录 规范化}}

"""###,
    "中小学": ###"""
{{注 中小学后勤工作总结提纲。“##”是一级标题（一、），“###”是二级（（一）），序号由程序编排；各节可以移动、改名、删除。
没有数据的节不想印的，在第一个标题前加一行“无数据时隐藏”，用双花括号括起。写法见 README.md。}}

{{题}}{{学期}}后勤工作总结

## {-} 【工作目标回顾】

{{文字 工作目标回顾}}

## {-} 【实施成效反思】

{{当 无台账 inspections 且 无台账 hazards 且 无台账 purchases 且 无台账 food_receipts 且 无台账 drills}}{{提示}}工作夹中还没有可以统计的台账。
{{当 有值 班级数 且 有值 学生数}}全校{{班级数}}个班，学生{{学生数}}人[[，教职工{{教职工数}}人]]。对照目标，各项工作的数字由台账统计得出，截至{{统计截止日}}。
{{否则}}对照目标，各项工作的数字由台账统计得出，截至{{统计截止日}}。

## 取得成绩

{{清单 缺台账 honors|……没有交来，所获荣誉由各条线补写。}}

{{文字 取得成绩}}

## 工作措施

### 校园安全常抓不懈

#### 查治演练筑保障

{{当 无台账 inspections}}{{提示}}安全检查记录未提供，检查次数和检查结果无法统计。
{{当 无值 ST-INS-02}}{{提示}}安全检查记录中没有本学期可用的记录，检查次数无法统计；这不等于没有检查。
{{当 无值 ST-INS-01}}查：检查记录登记{{ST-INS-02}}点次[[，涉及{{ST-INS-05.count}}个部位]]；检查类型没有填写，检查次数无法统计。
{{当 ST-INS-01 = 0}}安全检查记录中没有日常巡查以外的检查[[，日常巡查有{{ST-INS-01.daily}}次]]，共登记检查{{ST-INS-02}}点次。
{{否则}}查：开展安全检查{{ST-INS-01}}次[[，其中月检查{{ST-INS-03.monthly}}次]][[，专项检查{{ST-INS-03.special}}次（{{列表 ST-INS-03.topic}}）]][[，节前检查{{ST-INS-03.beforeHoliday}}次]][[，开学检查{{ST-INS-03.opening}}次]][[，期末检查{{ST-INS-03.closing}}次]][[；日常巡查{{ST-INS-01.daily}}次，不在其内]]。检查涉及{{ST-INS-05.count}}个部位，登记{{ST-INS-02}}点次[[ST-INS-07 > 0：，有结论的记录里{{ST-INS-07.problems}}条发现问题，检出率{{ST-INS-07}}]][[ST-INS-07 = 0：，有结论的记录都没有登记问题]]。[[ST-INS-04.rate = 100：月检查按月进行，应查的{{ST-INS-04|分母}}个月都有记录。]][[ST-INS-04.rate < 100：应查的{{ST-INS-04|分母}}个月中，{{ST-INS-04}}个月有月检查记录。]][[有值 ST-INS-05：检查区域清单所列{{ST-INS-05|分母}}个区域，查到{{ST-INS-05|分子}}个，覆盖率{{ST-INS-05}}。]][[因日期、检查人等填写不全，有{{ST-INS-01|未计入}}行没有计入检查次数。]]

{{当 有台账 inspections}}{{表 ST-INS-03|各类安全检查次数}}

{{当 有台账 inspections}}{{图 ST-INS-06.problems|各部位各月检查发现的问题（处）}}

{{当 无台账 hazards}}{{提示}}隐患整改台账未提供，隐患数量和整改情况无法统计。
{{当 无值 ST-HAZ-01 且 ST-INS-07.problems = 0}}治：检查记录中没有登记隐患。
{{当 无值 ST-HAZ-01}}{{提示}}隐患整改台账中没有本学期可用的记录，隐患数量无法统计；这不等于没有隐患。
{{当 ST-HAZ-01 = 0 且 ST-HAZ-08 = 0}}治：台账没有新登记的隐患，也没有未完成整改的隐患。
{{当 有值 ST-HAZ-01}}治：台账新登记隐患{{ST-HAZ-01}}处[[有值 ST-HAZ-02：，上学期结转{{ST-HAZ-02}}处]][[无值 ST-HAZ-02：（未提供上学期遗留隐患，结转数不详）]]，到{{统计截止日}}完成整改{{ST-HAZ-03.closed}}处，整改率{{ST-HAZ-03}}[[，其中当日改完{{ST-HAZ-05}}处]]。[[整改用时平均{{ST-HAZ-06}}天，中位数{{ST-HAZ-06.median}}天，最长{{ST-HAZ-06.max}}天。]][[有值 ST-HAZ-04：定有期限、已能判断是否按期的有{{ST-HAZ-04|分母}}处，其中按期整改{{ST-HAZ-04|分子}}处，占{{ST-HAZ-04}}。]][[因台账填写矛盾或不全，有{{ST-HAZ-03|未计入}}处没有计入整改率。]]

{{当 有台账 hazards}}{{图 ST-HAZ-10.month+ST-HAZ-10.closedByMonth|每月发现和完成整改的隐患（处）}}

{{当 有台账 hazards}}{{图 ST-HAZ-10+ST-HAZ-10.closedByCategory|隐患的类别和整改（处）}}

{{当 有台账 hazards}}{{表 ST-HAZ-10+ST-HAZ-10.closedByCategory|新发现隐患的类别（处）}}

{{当 ST-HAZ-02 > 0}}此表只列新发现的隐患，不含上学期结转的。

{{当 ST-HAZ-08 > 0}}尚有{{ST-HAZ-08}}处没有完成整改[[，其中{{ST-HAZ-07}}处已超过期限]]，列表如下。

{{当 ST-HAZ-08 > 0}}{{表 ST-HAZ-08.list}}

{{当 ST-HAZ-12 > 0}}台账写明已上报或移交的隐患有{{ST-HAZ-12}}处。[[登记了整改资金的有{{ST-HAZ-13.filled}}处，合计{{ST-HAZ-13|元}}。]]
{{当 ST-HAZ-13 > 0}}登记了整改资金的隐患有{{ST-HAZ-13.filled}}处，合计{{ST-HAZ-13|元}}。

{{当 无台账 drills}}{{提示}}应急演练记录未提供，演练次数和人次无法统计。
{{当 无值 ST-DRL-01}}{{提示}}应急演练记录中没有本学期可用的记录，演练次数无法统计；这不等于没有演练。
{{当 有值 ST-DRL-01}}练：组织应急演练{{ST-DRL-01}}次（{{列表 ST-DRL-01.kind}}）[[，应急疏散演练占{{ST-DRL-02}}次]][[，累计{{ST-DRL-03}}人次参加]][[有值 ST-DRL-04：，有应到人数的演练参与率{{ST-DRL-04}}]]。[[因人数有误，有{{ST-DRL-03|未计入}}行没有计入人次。]][[ST-DRL-05.n > 1：记有疏散用时的全校演练{{ST-DRL-05.n}}次，平均{{ST-DRL-05}}，最短{{ST-DRL-05.min}}，最长{{ST-DRL-05.max}}。]][[ST-DRL-05.n = 1：记有疏散用时的全校演练1次，用时{{ST-DRL-05}}。]][[有值 ST-DRL-06：全校范围的{{ST-DRL-06|说明}}演练，末次与首次相比，疏散用时由{{ST-DRL-06.first}}变为{{ST-DRL-06.last}}。]]

{{当 有台账 drills}}{{表 ST-DRL-01.list}}

{{当 有台账 drills}}{{图 ST-DRL-05.each|同类疏散演练的用时}}

#### 主题教育重融合

{{清单 缺台账 safety_education platform_tasks|没有收到……，教育活动的次数和完成率空缺。}}

{{文字 主题教育}}

### 过程管理务实提质

#### 以培训促提升

{{清单 缺台账 trainings|……待补交，培训场次和人次不作统计。}}

#### 以督促促改进

{{当 无台账 food_receipts}}{{提示}}食堂进货验收台账未提供，进货批次、金额和索证情况无法统计。
{{当 无值 ST-FOD-01}}{{提示}}食堂进货验收台账中没有本学期可用的记录，进货情况无法统计；这不等于没有进货。
{{当 有值 ST-FOD-01}}食堂进货登记了{{ST-FOD-01.days}}天，验收食材{{ST-FOD-01}}批次[[，金额{{ST-FOD-02|元}}]][[，由{{ST-FOD-07}}家供货商供应]]。[[有值 ST-FOD-03：索证索票率{{ST-FOD-03}}]][[有值 ST-FOD-03 且 有值 ST-FOD-06：，]][[有值 ST-FOD-06：双人验收率{{ST-FOD-06}}]][[有值 ST-FOD-03：。]][[无值 ST-FOD-03 且 有值 ST-FOD-06：。]][[有值 ST-FOD-04：填有验收结果的批次，食材验收合格率{{ST-FOD-04}}]][[有值 ST-FOD-04 且 ST-FOD-05 = 0：，台账没有不合格记录]][[有值 ST-FOD-04：。]][[ST-FOD-05 > 0：不合格的有{{ST-FOD-05}}批次]][[ST-FOD-05.rate = 0：，都没有写明处理情况]][[ST-FOD-05.rate > 0 且 ST-FOD-05.rate < 100：，其中写明退货、换货等处理的有{{ST-FOD-05.rate|分子}}批次]][[ST-FOD-05.rate = 100：，处理情况都已写明]][[ST-FOD-05 > 0：。]][[因日期、金额等有误，有{{ST-FOD-02|未计入}}行没有计入金额。]]

{{当 有台账 food_receipts}}{{图 ST-FOD-02.month|各月食材进货金额（元）}}

{{当 有台账 food_receipts}}{{图 ST-FOD-02.class|各类食材进货金额（元）}}

{{当 有台账 food_receipts}}{{表 ST-FOD-02.class}}

{{清单 缺台账 food_samples meal_companions patrols|……没有交来，相应的次数和覆盖率不作统计。}}

#### 以评价促变革

{{清单 缺台账 stocktakes stock_issues|缺……，财产检查和领用情况不作统计。}}

### 校园建设与维修

{{清单 缺台账 repairs projects|没有可供统计的……。}}

### 社会化服务管理

{{清单 缺台账 vendor_appraisals|……未提供，考评结果空缺。}}

### 财务与资产

{{当 无台账 purchases}}{{提示}}物品采购台账未提供，采购金额和手续情况无法统计。
{{当 无值 ST-PUR-02.rows}}{{提示}}物品采购台账中没有本学期可用的记录，采购情况无法统计；这不等于没有采购。
{{当 有值 ST-PUR-02.rows}}物品采购{{ST-PUR-02}}单{{ST-PUR-02.rows}}项[[，合计{{ST-PUR-01|元}}]]。[[按金额从高到低，{{列表 ST-PUR-03|3 占比}}。]][[设备添置{{ST-PUR-08}}台（套），用款{{ST-PUR-08.amount|元}}。]][[有值 ST-PUR-06：申购、审批、验收、入库四项手续齐全的占{{ST-PUR-06}}。]][[有值 ST-PUR-07：填有验收结果的物品，合格率{{ST-PUR-07}}。]][[ST-PUR-05.suppliers > 3：{{ST-PUR-05.suppliers}}家供应商中，采购金额最大的一家占{{ST-PUR-05}}，前三家合占{{ST-PUR-05.top3}}。]][[列入预算科目的采购，执行了预算的{{ST-PUR-09}}。]][[因重复登记、金额无法识别等，有{{ST-PUR-01|未计入}}行没有计入金额。]]

{{当 有台账 purchases}}{{图 ST-PUR-03|各类物品采购金额（元）}}

{{当 有台账 purchases}}{{表 ST-PUR-03}}

{{当 有台账 purchases}}{{图 ST-PUR-04|各月采购金额（元）}}

{{当 有台账 purchases}}{{表 ST-PUR-04.rows+ST-PUR-04|各月采购}}

{{清单 缺台账 assets|……待补交，资产增减情况空缺。}}

## 存在问题与努力方向

### 数据反映的问题

{{清单 存在问题}}

### 今后努力方向

{{文字 今后方向}}

{{落款}}

## {附录} 统计口径

{{附录 统计口径}}

## {附录} 校验发现

{{附录 校验发现}}

## {附录} 数据来源

{{附录 数据来源}}

## {附录} 规范化处理

{{附录 规范化}}

"""###,
    "简版": ###"""
{{注 一页纸的总结：只写主要的数字和没有办完的事，幼儿园和中小学都能用。不带附录，口径和依据在一起生成的 指标.csv 里。}}

{{题}}{{学期}}后勤工作总结（简版）

{{文字 简版说明|可省}}

{{当 有值 班级数 且 有值 幼儿数 且 有值 教职工数}}{{全园或全校}}{{班级数}}个班，{{幼儿或学生}}{{幼儿数}}人，教职工{{教职工数}}人。数字截至{{统计截止日}}。
{{否则}}数字取自各项台账，截至{{统计截止日}}。

## 主要数字

{{当 有台账 inspections 且 无值 ST-INS-02}}{{提示}}安全检查记录没有可用的行；这不等于没有检查。
{{当 有台账 inspections 且 无值 ST-INS-01}}**检查**　登记{{ST-INS-02}}点次[[，涉及{{ST-INS-05.count}}个部位]]；检查类型没有填写，次数无法统计。
{{当 有台账 inspections 且 ST-INS-01 = 0}}**检查**　登记{{ST-INS-02}}点次[[，日常巡查{{ST-INS-01.daily}}次]]，没有日常巡查以外的检查。
{{当 有台账 inspections}}**检查**　安全检查{{ST-INS-01}}次[[，涉及{{ST-INS-05.count}}个部位]][[，{{ST-INS-07.problems}}条记录发现问题]]。

{{当 有台账 hazards 且 无值 ST-HAZ-01 且 ST-INS-07.problems = 0}}**隐患**　检查记录中没有登记隐患。
{{当 有台账 hazards 且 无值 ST-HAZ-01}}{{提示}}隐患整改台账没有可用的行；这不等于没有隐患。
{{当 有台账 hazards 且 ST-HAZ-01 = 0 且 ST-HAZ-08 = 0}}**隐患**　台账没有新登记的，也没有未完成整改的。
{{当 有台账 hazards}}**隐患**　新登记{{ST-HAZ-01}}处[[有值 ST-HAZ-02：，结转{{ST-HAZ-02}}处]][[无值 ST-HAZ-02：（结转数不详）]]，已整改{{ST-HAZ-03.closed}}处，整改率{{ST-HAZ-03}}。

{{当 有台账 drills 且 无值 ST-DRL-01}}{{提示}}应急演练记录没有可用的行；这不等于没有演练。
{{当 有台账 drills}}**演练**　组织{{ST-DRL-01}}次（{{列表 ST-DRL-01.kind|3}}）[[，{{ST-DRL-03}}人次参加]]。

{{当 有台账 food_receipts 且 无值 ST-FOD-01}}{{提示}}食堂进货验收台账没有可用的行；这不等于没有进货。
{{当 有台账 food_receipts}}**食堂**　验收食材{{ST-FOD-01}}批次[[，金额{{ST-FOD-02|万元}}]][[有值 ST-FOD-03：，索证索票率{{ST-FOD-03}}]][[有值 ST-FOD-04：，验收合格率{{ST-FOD-04}}]]。

{{当 有台账 purchases 且 无值 ST-PUR-02.rows}}{{提示}}物品采购台账没有可用的行；这不等于没有采购。
{{当 有台账 purchases}}**采购**　{{ST-PUR-02}}单{{ST-PUR-02.rows}}项[[，合计{{ST-PUR-01|万元}}]][[，其中设备{{ST-PUR-08.amount|万元}}]][[有值 ST-PUR-06：，手续齐全的占{{ST-PUR-06}}]]。

{{清单 缺台账 inspections hazards drills food_receipts purchases|……未提供，不作统计；没有交来不等于没有发生。}}

## 没有办完的事

{{清单 主要问题}}

{{落款}}

"""###,
    "下学期工作计划": ###"""
{{注 下学期后勤工作计划：用刚结束的学期的台账拟初稿。数据能说的由程序写，指导思想和活动安排由人写。幼儿园和中小学都能用。}}

{{题}}{{下学期}}后勤工作计划

## 情况分析

### 基本情况

{{当 有值 班级数 且 有值 幼儿数 且 有值 教职工数}}上学期（{{学期}}）{{全园或全校}}设{{班级数}}个班[[，其中大班{{大班数}}个、中班{{中班数}}个、小班{{小班数}}个]]，{{幼儿或学生}}{{幼儿数}}人，教职工{{教职工数}}人；新学期人数有变动的，请在这里改正。本计划依据上学期的台账拟订，数字截至{{统计截止日}}。
{{否则}}本计划依据上学期（{{学期}}）的台账拟订，数字截至{{统计截止日}}。

{{文字 下学期基本情况|可省}}

### 工作基础

{{当 无台账 inspections 且 无台账 hazards 且 无台账 purchases 且 无台账 food_receipts 且 无台账 drills}}{{提示}}工作夹中还没有可以统计的台账。
{{否则}}上学期的台账显示：[[安全检查{{ST-INS-01}}次，涉及{{ST-INS-05.count}}个部位；]][[有值 ST-HAZ-03：隐患整改率{{ST-HAZ-03}}；]][[组织应急演练{{ST-DRL-01}}次，{{ST-DRL-03}}人次参加；]][[验收食材{{ST-FOD-01}}批次，索证索票率{{ST-FOD-03}}；]][[采购物品{{ST-PUR-02.rows}}项，合计{{ST-PUR-01|万元}}；]]逐项数字见{{学期}}后勤工作总结。

{{文字 发展优势|可省}}

### 存在问题

{{清单 存在问题}}

{{清单 缺台账 inspections hazards purchases food_receipts drills|上学期没有收到……，这几方面的情况不清楚，不能当作没有问题。}}

## 指导思想

{{文字 指导思想}}

## 工作目标

{{清单 工作目标|根据上学期的台账，定下以下目标：}}

{{文字 工作目标|可省}}

## 主要任务与措施

### 安全管理

#### 主要任务

{{当 ST-HAZ-08 > 0}}办结上学期留下的{{ST-HAZ-08}}处隐患[[，已超过期限的{{ST-HAZ-07}}处列在最前]]：
{{当 有值 ST-HAZ-08}}上学期登记的隐患没有遗留，继续按月检查、随查随记。
{{否则}}{{提示}}隐患整改台账未提供，有没有遗留的隐患不清楚，请先核对。

{{当 ST-HAZ-08 > 0}}{{清单 未完成隐患}}

{{清单 未落实要求|上学期没有落实或没有记录的要求，排进新学期的月度安排：}}

#### 主要措施

1. 月检查、专项检查按计划开展，查出的问题当天登入隐患台账。
2. [[ST-HAZ-08 > 0：遗留的隐患逐处写明责任人和期限，改完后由另一人复查再销号。]]
3. [[ST-HAZ-12 > 0：已上报或移交的隐患定期询问进展，写进台账。]]
4. [[ST-HAZ-04 < 100：新发现的隐患登记当天就定期限，期限前一天提醒责任人。]]
3. [[ST-INS-05 < 100：检查区域清单上没有查到的区域，开学第一个月补查。]]
4. [[ST-DRL-07 < 100：每次演练后写明问题和改进措施。]]

### 食堂管理

{{当 无台账 food_receipts}}{{提示}}食堂进货验收台账未提供，请先核对上学期的验收情况再写任务。
{{当 无值 ST-FOD-01}}{{提示}}食堂进货验收台账没有可用的行，请先核对上学期的验收情况再写任务。
{{当 ST-FOD-03 = 100 且 ST-FOD-06 = 100}}索证索票和双人验收做到了批批都有，继续照此办理。
{{否则}}补上进货验收的短板：[[ST-FOD-03 < 100：索证索票率{{ST-FOD-03}}，缺票证的货当天退回或当天补齐；]][[ST-FOD-06 < 100：双人验收率{{ST-FOD-06}}，排好验收人的替班；]][[ST-FOD-05.rate < 100：不合格食材的处理要写明去向；]]每月末由后勤负责人抽查一次验收台账。

{{文字 食堂管理|可省}}

### 采购与资产

{{当 无台账 purchases}}{{提示}}物品采购台账未提供，请先核对上学期的采购手续再写任务。
{{当 无值 ST-PUR-02.rows}}{{提示}}物品采购台账没有可用的行，请先核对上学期的采购手续再写任务。
{{当 ST-PUR-06 = 100}}申购、审批、验收、入库四项手续上学期项项齐全，继续照此办理。
{{当 有值 ST-PUR-06}}补齐采购手续：上学期四项手续齐全的占{{ST-PUR-06}}，新学期先申购、后采购，验收入库当天签字[[；申购单按预算科目填写，上学期执行了预算的{{ST-PUR-09}}]]。
{{否则}}采购台账增设申购、审批、验收、入库各栏，新学期先申购、后采购，验收入库当天签字。

{{文字 资产管理|可省}}

### 台账与资料

{{清单 台账更正|开学第一周改正上学期台账中的错误：}}

各种台账当天登记、每月末核对一次；安全事故、培训、维修、盘点等也要有记录，没有发生的写明“无”，期末才能如实总结。

## 具体活动安排

{{文字 活动安排}}

{{落款}}

## {附录} 统计口径

{{附录 统计口径|文中}}

"""###,
  ]

  static let page = ###"""
<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="<!--policy-->">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title><!--title--></title>
<style>
:root {
  --paper: #fbfaf7; --card: #ffffff; --ink: #1e2128; --quiet: #5c626d; --line: #d6d3cc; --faint: #e9e6df;
  --red: #ab1a17; --blue: #2b5a88; --mark: #e3edf6; --amber: #855400; --amber-line: #c98a1b; --amber-paper: #fff7e8;
  --tone-1: #c3d6e8; --tone-2: #2b5a88; --tone-3: #7d8793; --shade-1: #e6eef6; --shade-2: #cfdfee; --shade-3: #b3cce3; --shade-4: #93b6d6;
  --serif: "Source Han Serif SC", "Noto Serif SC", "Noto Serif CJK SC", "Songti SC", STSong, SimSun, serif;
  --sans: "PingFang SC", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans SC", "Noto Sans CJK SC", sans-serif;
  --fangsong: FangSong_GB2312, FangSong, STFangsong, "Noto Serif CJK SC", serif;
  --kaiti: KaiTi_GB2312, KaiTi, STKaiti, "Noto Serif CJK SC", serif;
  --heiti: SimHei, STHeiti, "Noto Sans CJK SC", sans-serif;
  --title: FZXiaoBiaoSong-B05S, "方正小标宋简体", STZhongsong, "Songti SC", "Noto Serif CJK SC", SimSun, serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #16181c; --card: #1d2025; --ink: #e4e2dc; --quiet: #a3a8b1; --line: #40444b; --faint: #2b2f35;
    --red: #f08a80; --blue: #93bde6; --mark: #26384a; --amber: #efbf6a; --amber-line: #a87a2b; --amber-paper: #2a2417;
    --tone-1: #2f475f; --tone-2: #7fb0de; --tone-3: #8b94a0; --shade-1: #1f2c39; --shade-2: #263c51; --shade-3: #2d4d6a; --shade-4: #345d82;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); scroll-behavior: smooth; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; font: 1.0625rem/1.95 var(--serif); overflow-wrap: anywhere; }
a { color: var(--blue); }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; padding: .4em 1em; background: var(--card); font-family: var(--sans); }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; }
.page { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 5rem; }

/* 版头：单位名称、双红线、标题、数据说明框 */
.organization { margin: 0 0 1.6rem; padding-bottom: .7rem; border-bottom: 4px double var(--red); color: var(--red); text-align: center;
  font: 600 1.375rem/1.6 var(--title); letter-spacing: .4em; text-indent: .4em; }
.slogan { margin: 0 0 .4rem; text-align: center; color: var(--quiet); font-size: 1rem; }
h1 { margin: 0; text-align: center; font: 700 1.85rem/1.5 var(--title); letter-spacing: .02em; word-break: keep-all; }
.byline { margin: .5rem 0 0; text-align: center; color: var(--quiet); font-size: 1rem; }
.dot { margin: 0 .35em; }
.cover { display: flex; flex-wrap: wrap; margin: 1.6rem 0 1.4rem; padding: 0 1px 1px 0; font: .875rem/1.6 var(--sans); }
.cover div { flex: 1 1 30%; min-width: 6.5rem; margin: 0 -1px -1px 0; padding: .75rem .9rem; border: 1px solid var(--line); background: var(--card); }
.cover dt, .cover .remark { color: var(--quiet); font-size: .8125rem; font-weight: 400; }
.cover dd { margin: 0; font-size: 1.125rem; font-weight: 600; line-height: 1.5; font-variant-numeric: tabular-nums; }

/* 目录 */
nav { margin: 2rem 0 0; padding: .9rem 1.1rem; border: 1px solid var(--line); font: .9375rem/1.6 var(--sans); }
nav h2 { margin: 0 0 .2rem; font-size: .875rem; font-weight: 600; color: var(--quiet); }
nav ol { margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: .2rem 0; color: var(--quiet); text-decoration: none; }
nav a[aria-current] { color: var(--red); font-weight: 600; }
nav a:hover { color: var(--red); text-decoration: underline; }
nav .level-2 { display: none; }

/* 正文 */
main h2, main h3, main h4, main h5 { margin: 1.9rem 0 .5rem; line-height: 1.5; scroll-margin-top: 1rem; }
main h2 { margin-top: 2.6rem; font: 700 1.3125rem/1.5 var(--sans); }
main h3 { font-size: 1.125rem; }
main h4, main h5 { font-size: 1.0625rem; }
main h2 + h3, main h3 + h4, main h4 + h5 { margin-top: .9rem; }
main p { margin: .35rem 0; text-indent: 2em; text-align: justify; }
main ul, main ol { margin: .5rem 0; padding-left: 3.4em; }
code { font-family: ui-monospace, Consolas, monospace; font-size: .875em; word-break: break-all; }
blockquote { margin: .8rem 0; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
.figure { unicode-bidi: isolate; padding: 0 .06em; border-bottom: 1.5px dotted var(--blue); }
td .figure { border-bottom: 0; }
a.number { color: inherit; text-decoration: none; }
a:hover > .figure, a:focus-visible > .figure { background: var(--mark); }
dfn { font-style: normal; scroll-margin-top: 2rem; }
dfn:target { background: var(--mark); }
main .notice { color: var(--quiet); }
main .gap { margin: 1rem 0; padding: .6rem .9rem; border: 1.5px dashed var(--amber-line); background: var(--amber-paper); color: var(--amber);
  font: .9375rem/1.7 var(--sans); text-indent: 0; }
.signature { margin: 2.4rem 0 0; text-align: right; }
main .signature p { margin: 0; padding-right: 1em; text-indent: 0; text-align: right; }

/* 三线表 */
.table { margin: 1.3rem 0 .4rem; overflow-x: auto; font: .9375rem/1.6 var(--sans); overflow-wrap: break-word; }
table { width: 100%; border-collapse: collapse; border-bottom: 2px solid var(--ink); }
caption { padding-bottom: .5rem; color: var(--quiet); }
thead { border-top: 2px solid var(--ink); border-bottom: 1px solid var(--ink); }
th:not(.short):not(.end), td:not(.short):not(.end) { min-width: 8em; }
th, td { padding: .4rem .6rem; text-align: left; vertical-align: top; font-variant-numeric: tabular-nums; }
thead th { font-weight: 600; white-space: nowrap; }
tbody tr + tr { border-top: 1px solid var(--faint); }
tbody th { font-weight: 400; }
tfoot { border-top: 1px solid var(--ink); }
tfoot th, tfoot td { font-weight: 600; }
.end { text-align: right; }
.short { white-space: nowrap; }
.w10 { width: 10%; }
.w20 { width: 20%; }
.w30 { width: 30%; }
.center { text-align: center; }
main .note { margin: .3rem 0 1rem; color: var(--quiet); font: .875rem/1.6 var(--sans); text-indent: 0; }

/* 图：一种颜色的深浅，黑白打印也分得清 */
.chart { margin: 1.5rem 0 1rem; }
.chart svg { display: block; width: 100%; max-width: 42rem; height: auto; margin: 0 auto; }
.chart .narrow { display: none; }
.chart text { font: 13px var(--sans); fill: var(--ink); font-variant-numeric: tabular-nums; }
.chart .mark, .chart .legend { fill: var(--quiet); }
.chart .value { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
.chart .grid { stroke: var(--faint); }
.chart .base { stroke: var(--ink); }
.series-1 { fill: var(--tone-1); stroke: var(--tone-2); }
.series-2 { fill: var(--tone-2); stroke: var(--tone-2); }
.series-3 { fill: var(--tone-3); stroke: var(--tone-3); }
.line-1, .line-2, .line-3 { fill: none; stroke: var(--tone-2); stroke-width: 2; }
.line-1 { stroke-dasharray: 5 4; }
figcaption { margin-top: .5rem; color: var(--quiet); text-align: center; font: .9375rem/1.6 var(--sans); }
.data { margin: -.7rem 0 1rem; text-align: center; font: .875rem/1.6 var(--sans); }
summary { display: inline-block; padding: .2rem .6rem; color: var(--quiet); cursor: pointer; }
summary::before { content: "▸ "; }
[open] > summary::before { content: "▾ "; }
.data .table { margin-top: .4rem; text-align: left; }
.heat td.center { color: var(--quiet); }
.heat td[class*="shade"] { color: var(--ink); }
.shade-1, .shade-2, .shade-3, .shade-4 { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.shade-1 { background: var(--shade-1); }
.shade-2 { background: var(--shade-2); }
.shade-3 { background: var(--shade-3); }
.shade-4 { background: var(--shade-4); }

/* 附录B：一类问题的说明紧挨着它的表 */
main .group > p { margin: 1.3rem 0 0; text-indent: 0; font-size: 1rem; }
.group .table { margin-top: .3rem; }

/* 脚本添加的：排序、筛选、指标小窗 */
th [role] { position: relative; cursor: pointer; }
th [role]::after { position: absolute; left: 100%; color: var(--quiet); font-weight: 400; }
th [role]:hover::after, th [role]:focus-visible::after { content: "↕"; }
th[aria-sort="ascending"] [role]::after { content: "↑"; color: inherit; }
th[aria-sort="descending"] [role]::after { content: "↓"; color: inherit; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: 1rem 0 .6rem; font: .9375rem/1.6 var(--sans); }
.filters input, .filters select { max-width: 100%; padding: .3rem .5rem; border: 1px solid var(--quiet); border-radius: 2px;
  background: var(--card); color: var(--ink); font: inherit; }
.filters output { color: var(--quiet); }
.popover { position: absolute; z-index: 2; width: 21rem; max-width: calc(100vw - 2rem); max-height: 24rem; overflow-y: auto; padding: .9rem 1.1rem;
  border: 1px solid var(--line); background: var(--card); box-shadow: 0 3px 14px #0003; font: .875rem/1.7 var(--sans); }
.popover h2 { margin: 0 1.5rem .3rem 0; font: 600 1rem/1.5 var(--sans); }
.popover dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .15rem .9rem; margin: 0; }
.popover dt { color: var(--quiet); }
.popover dd { margin: 0; }
.popover button { position: absolute; top: .6rem; right: .6rem; width: 1.9rem; height: 1.9rem; border: 0; background: none; color: var(--quiet);
  font: 1.2rem/1 var(--sans); cursor: pointer; }
.popover p { margin: .5rem 0 0; text-indent: 0; }
@media screen { [hidden] { display: none !important; } }

@media screen and (min-width: 66rem) {
  .page { display: grid; grid-template-columns: 14.5rem minmax(0, 1fr); grid-template-rows: auto 1fr; column-gap: 2.5rem; max-width: 63rem; padding-top: 2.5rem; }
  nav { grid-row: 1 / 3; grid-column: 1; position: sticky; top: 2.5rem; align-self: start; max-height: calc(100vh - 5rem); overflow-y: auto;
    margin: 0; padding: 0 1.25rem 0 0; border: 0; border-right: 1px solid var(--line); font-size: .875rem; }
  nav .level-2 { display: block; padding-left: 1.1em; }
  header, main { grid-column: 2; }
}
@media screen and (min-width: 84rem) {
  .page { grid-template-columns: 14.5rem minmax(0, 1fr) 17rem; max-width: 84rem; column-gap: 2.25rem; }
  .popover { width: 17.5rem; }
}
@media screen and (max-width: 30rem) {
  body { font-size: 1rem; }
  .page { padding: 1.25rem 1rem 3rem; }
  h1 { font-size: 1.45rem; }
  .chart .wide { display: none; }
  .chart .narrow { display: block; }
  .organization { font-size: 1.2rem; letter-spacing: .25em; text-indent: .25em; }
  main ul, main ol { padding-left: 2.4em; }
  .cover div { flex-basis: 40%; }
  .cover dd { font-size: 1rem; }
  .cover .remark { font-size: .8125rem; }
  main p { text-align: left; }
  caption { text-align: left; }
  th, td { padding: .35rem .4rem; }
  /* Of a wide table the first column, which says what a row is about, stays while the others pass. */
  tbody th, tfoot th, thead th:first-child { position: sticky; left: 0; z-index: 1; background: var(--paper); background-clip: padding-box; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }

/* 打印：A4，版心与字号参照 GB/T 9704—2012 */
@page {
  size: A4;
  margin: 37mm 26mm 35mm 28mm;
  @bottom-center { content: "— " counter(page) " —"; font: 14pt SimSun, "Songti SC", "Noto Serif CJK SC", serif; }
}
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --quiet: #333; --line: #999; --faint: #ccc; --amber: #5a3a00; --amber-paper: #fff;
    --red: #c00000; }
  body { font: 16pt/29pt var(--fangsong); overflow-wrap: break-word; }
  .page { max-width: none; padding: 0; }
  nav, .skip, .filters, .popover, .data { display: none; }
  tr[hidden] { display: table-row !important; }
  .group[hidden] { display: block !important; }
  th [role] { position: static; }
  th [role]::after { content: none !important; }
  .chart { margin: 12pt 0; break-inside: avoid; }
  .chart text { fill: #000; }
  figcaption { margin-top: 4pt; color: inherit; font: 10.5pt/15pt var(--heiti); }
  .organization { margin-bottom: 22pt; padding-bottom: 6pt; font-size: 26pt; line-height: 36pt; }
  h1 { font-size: 22pt; line-height: 34pt; }
  .byline, .slogan { font: 14pt/26pt var(--kaiti); }
  .cover { margin: 14pt 0 20pt; font-size: 10pt; break-inside: avoid; }
  .cover div { min-width: 0; padding: 5pt 7pt; }
  .cover dt, .cover .remark { font-size: 9pt; line-height: 13pt; }
  .cover dd { font-size: 12pt; line-height: 18pt; }
  main h2, main h3, main h4, main h5 { margin: 0; text-indent: 2em; font-size: 16pt; line-height: 29pt; break-after: avoid; break-inside: avoid; }
  main h2 { margin-top: 10pt; font-family: var(--heiti); font-weight: 400; }
  main h3 { font-family: var(--kaiti); }
  main h2.appendix { break-before: page; margin: 0 0 8pt; text-indent: 0; }
  main p { margin: 0; orphans: 2; widows: 2; }
  main ul, main ol { margin: 0; padding-left: 3.2em; }
  a { color: inherit; text-decoration: none; }
  .figure { padding: 0; border: 0; }
  dfn:target { background: none; }
  main .gap { margin: 8pt 0; padding: 4pt 8pt; font: 12pt/20pt var(--fangsong); break-inside: avoid; }
  .table { margin: 10pt 0 6pt; overflow: visible; font: 10.5pt/15pt var(--fangsong); }
  caption { padding-bottom: 4pt; color: inherit; font-family: var(--heiti); break-after: avoid; }
  table { border-bottom-width: 1.5pt; }
  thead { display: table-header-group; border-top-width: 1.5pt; border-bottom-width: .75pt; }
  tfoot { display: table-row-group; border-top-width: .75pt; }
  tr { break-inside: avoid; }
  thead, thead tr { break-after: avoid; }
  tbody tr:first-child, tfoot tr { break-before: avoid; }
  /* 表格分页时，前后两页各留至少三行。 */
  tbody tr:nth-child(-n+2) { break-after: avoid; }
  tbody tr:nth-last-child(-n+2) { break-before: avoid; }
  th:not(.short), td:not(.short) { min-width: 0; }
  th, td { padding: 2.5pt 4pt; }
  thead th:not(.short) { white-space: normal; }
  main h2.appendix ~ .table { font-size: 9pt; line-height: 13pt; }
  main h2.appendix ~ p, main h2.appendix ~ ul, main h2.appendix ~ ol { font-size: 12pt; line-height: 20pt; }
  main .note { margin: 2pt 0 8pt; font: 10pt/14pt var(--fangsong); }
  main .group > p { margin-top: 8pt; font-size: 12pt; line-height: 18pt; break-after: avoid; }
  main .group .table { margin: 2pt 0 6pt; font-size: 9pt; line-height: 13pt; }
  .signature { margin-top: 29pt; break-inside: avoid; }
  main .signature p { padding-right: 2em; }
  /* 不带附录的短文（简版）尽量印在一页上。 */
  .brief { font: 12pt/19pt var(--fangsong); }
  .brief .organization { margin-bottom: 8pt; padding-bottom: 2pt; font-size: 20pt; line-height: 26pt; }
  .brief h1 { font-size: 16pt; line-height: 22pt; }
  .brief .byline { font: 11pt/16pt var(--kaiti); }
  .brief .cover { margin: 6pt 0 8pt; font-size: 8pt; }
  .brief .cover div { padding: 2pt 6pt; }
  .brief .cover dt, .brief .cover .remark { font-size: 8pt; line-height: 11pt; }
  .brief .cover dd { font-size: 10pt; line-height: 14pt; }
  main .brief h2 { margin-top: 4pt; font-size: 12pt; line-height: 19pt; }
  .brief .signature { margin-top: 8pt; }
}
</style>
</head>
<body>
<a class="skip" href="#body">跳到正文</a>
<div class="page">
<header>
<!--header-->
</header>
<nav aria-labelledby="contents">
<h2 id="contents">目录</h2>
<!--contents-->
</nav>
<main id="body">
<!--body-->
</main>
</div>
<script>
// 没有脚本也能读完整页；有脚本时多四样方便：目录跟着走、点数字看口径、表格可排序和查找、附录B可筛选。
// 文字一律用 textContent 写入，台账里的内容不会变成网页代码。
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, text = "", attributes = {}) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };

  // 目录：标出正在读的一节。
  const stops = all("nav a").map((link) => ({ link, heading: document.getElementById(link.hash.slice(1)) })).filter((stop) => stop.heading);
  const nav = document.querySelector("nav");
  const follow = () => {
    const passed = stops.filter((stop) => stop.heading.getBoundingClientRect().top < innerHeight / 3);
    const current = passed[passed.length - 1];
    for (const stop of stops) {
      if (stop === current) stop.link.setAttribute("aria-current", "true");
      else stop.link.removeAttribute("aria-current");
    }
    // 目录比屏幕长时，让这一节留在目录中间。
    if (current && nav.scrollHeight > nav.clientHeight) nav.scrollTop = current.link.offsetTop - nav.offsetTop - nav.clientHeight / 2;
  };
  let isWaiting = false;
  addEventListener("scroll", () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => { isWaiting = false; follow(); });
  }, { passive: true });
  follow();

  // 指标小窗：内容取自附录A中这个指标的一行。
  let popover = null;
  let opener = null;
  const close = (returnsFocus) => {
    if (!popover) return;
    popover.remove();
    popover = null;
    opener.removeAttribute("aria-expanded");
    if (returnsFocus) opener.focus();
  };
  const card = (entry, href) => {
    const row = entry.closest("tr");
    const heads = all("thead th", row.closest("table")).map((head) => head.textContent);
    const code = entry.textContent;
    const title = row.cells[0].textContent.replace(code, "").trim();
    const list = make("dl");
    const add = (name, text) => { if (text) list.append(make("dt", name), make("dd", text)); };
    [...row.cells].forEach((cell, index) => { if (index > 0) add(heads[index], cell.textContent.trim()); });
    add("编号", code);
    const more = make("p");
    more.append(make("a", "到附录A查看", { href }));
    const box = make("div", "", { class: "popover", role: "dialog", "aria-label": title, tabindex: "-1" });
    const button = make("button", "×", { type: "button", "aria-label": "关闭" });
    button.addEventListener("click", () => close(true));
    more.firstChild.addEventListener("click", () => close(false));
    box.append(make("h2", title), list, more, button);
    return box;
  };
  const place = (box, link) => {
    const at = link.getBoundingClientRect();
    const main = document.getElementById("body").getBoundingClientRect();
    const beside = main.right + 24 + box.offsetWidth < document.documentElement.clientWidth;
    const left = beside ? main.right + 24 : Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 16);
    box.style.left = Math.max(16, left) + scrollX + "px";
    box.style.top = (beside ? at.top - 12 : at.bottom + 8) + scrollY + "px";
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || !link.querySelector(".figure")) {
      if (popover && !popover.contains(event.target)) close(false);
      return;
    }
    const entry = document.getElementById(link.hash.slice(1));
    if (!entry || !entry.closest("tr") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const isSame = opener === link && popover;
    close(false);
    if (isSame) return;
    opener = link;
    popover = card(entry, link.hash);
    link.setAttribute("aria-expanded", "true");
    document.body.append(popover);
    place(popover, link);
    popover.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(true); });
  document.addEventListener("focusin", (event) => {
    if (popover && !popover.contains(event.target) && event.target !== opener) close(false);
  });
  for (const figure of all("a > .figure")) figure.parentElement.setAttribute("aria-haspopup", "dialog");

  // 表格：点表头排序，长表可以查找。
  const number = (text) => {
    const time = text.match(/^(?:(\d+)分)?(?:(\d+)秒)?$/);
    if (text && time) return 60 * (time[1] || 0) + 1 * (time[2] || 0);
    const plain = text.replace(/^约/, "").replace(/[,元%天]/g, "");
    return /^-?\d+(\.\d+)?$/.test(plain) ? 1 * plain : NaN;
  };
  const order = (a, b) => {
    const [x, y] = [number(a), number(b)];
    if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
    if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
    return a.localeCompare(b, "zh-CN");
  };
  for (const table of all("main table")) {
    const body = table.tBodies[0];
    if (!body || body.rows.length < 4) continue;
    const heads = all("thead th", table);
    heads.forEach((head, column) => {
      if (!head.textContent) return;
      // 用 span 而不用 button：浏览器打印时，每页重复的表头里不画 button。
      const button = make("span", head.textContent, { role: "button", tabindex: "0", title: "点一下按这一列排序" });
      head.replaceChildren(button);
      button.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        button.click();
      });
      button.addEventListener("click", () => {
        const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
        const text = (row) => row.cells[column].textContent.trim();
        body.append(...[...body.rows].sort((a, b) => sign * order(text(a), text(b))));
      });
    });
    if (body.rows.length < 13) continue;
    const box = make("div", "", { class: "filters" });
    const label = make("label", "在表中查找 ");
    const field = make("input", "", { type: "search" });
    const count = make("output");
    label.append(field);
    box.append(label, count);
    table.parentElement.before(box);
    field.addEventListener("input", () => {
      const words = field.value.trim().toLowerCase();
      for (const row of body.rows) row.hidden = !row.textContent.toLowerCase().includes(words);
      count.textContent = words ? `${[...body.rows].filter((row) => !row.hidden).length}行` : "";
    });
  }

  // 附录B：按级别和台账筛选。
  const labels = (group) => {
    const found = [];
    for (let i = 1; group.hasAttribute(`data-title-${i}`); i += 1) {
      found.push([group.getAttribute(`data-title-${i}`), group.getAttribute(`data-value-${i}`)]);
    }
    return found;
  };
  const groups = all(".group").map((element) => ({ element, labels: labels(element) }));
  if (groups.length > 1) {
    const box = make("div", "", { class: "filters" });
    const chosen = new Map();
    const count = make("output");
    const apply = () => {
      for (const group of groups) {
        group.element.hidden = ![...chosen].every(([title, value]) => !value || group.labels.some(([t, v]) => t === title && v === value));
      }
      count.textContent = `${groups.filter((group) => !group.element.hidden).length}类问题`;
    };
    for (const title of new Set(groups.flatMap((group) => group.labels.map(([name]) => name)))) {
      const label = make("label", title + " ");
      const select = make("select");
      const values = groups.flatMap((group) => group.labels.filter(([name]) => name === title).map(([, value]) => value));
      select.append(make("option", "全部", { value: "" }), ...[...new Set(values)].map((value) => make("option", value, { value })));
      select.addEventListener("change", () => { chosen.set(title, select.value); apply(); });
      label.append(select);
      box.append(label);
    }
    box.append(count);
    groups[0].element.before(box);
    apply();
  }
})();
</script>
</body>
</html>

"""###
}
