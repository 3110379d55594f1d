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

{{当 无台账 hazards}}{{提示}}隐患整改台账未提供，隐患数量和整改情况无法统计。
{{当 无值 ST-HAZ-01 且 ST-INS-07.problems = 0}}检查记录中没有登记隐患。
{{当 无值 ST-HAZ-01}}{{提示}}隐患整改台账中没有本学期可用的记录，隐患数量无法统计；这不等于没有隐患。
{{当 ST-HAZ-01 = 0 且 ST-HAZ-08 = 0}}隐患整改台账没有新登记的隐患，也没有未完成整改的隐患。
{{当 有值 ST-HAZ-01}}隐患新登记{{ST-HAZ-01}}处[[有值 ST-HAZ-02：，上学期结转{{ST-HAZ-02}}处]][[无值 ST-HAZ-02：（未提供上学期遗留隐患，结转数不详）]]。截至{{统计截止日}}，完成整改{{ST-HAZ-03.closed}}处，整改率{{ST-HAZ-03}}[[，当天改完的有{{ST-HAZ-05}}处]]。[[从发现到改完平均用{{ST-HAZ-06}}天，中位数{{ST-HAZ-06.median}}天，最长{{ST-HAZ-06.max}}天。]][[有值 ST-HAZ-04：定有期限、已能判断是否按期的{{ST-HAZ-04|分母}}处中，按期完成{{ST-HAZ-04|分子}}处，占{{ST-HAZ-04}}。]][[还有{{ST-HAZ-03|未计入}}处因台账填写矛盾或不全，没有计入整改率。]]

{{当 有台账 hazards}}{{表 ST-HAZ-10.month+ST-HAZ-10.closedByMonth|每月新发现隐患及其整改（处）}}

{{当 有值 ST-HAZ-01}}表中“完成整改”按完成日期的月份统计，不含上学期结转的和没有可用完成日期的隐患。

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

{{当 有台账 food_receipts}}{{表 ST-FOD-01.month+ST-FOD-02.month+ST-FOD-03.month+ST-FOD-04.month|各月食材进货与验收}}

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

{{当 有台账 purchases}}{{表 ST-PUR-03}}

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

{{当 无台账 hazards}}{{提示}}隐患整改台账未提供，隐患数量和整改情况无法统计。
{{当 无值 ST-HAZ-01 且 ST-INS-07.problems = 0}}治：检查记录中没有登记隐患。
{{当 无值 ST-HAZ-01}}{{提示}}隐患整改台账中没有本学期可用的记录，隐患数量无法统计；这不等于没有隐患。
{{当 ST-HAZ-01 = 0 且 ST-HAZ-08 = 0}}治：台账没有新登记的隐患，也没有未完成整改的隐患。
{{当 有值 ST-HAZ-01}}治：台账新登记隐患{{ST-HAZ-01}}处[[有值 ST-HAZ-02：，上学期结转{{ST-HAZ-02}}处]][[无值 ST-HAZ-02：（未提供上学期遗留隐患，结转数不详）]]，到{{统计截止日}}完成整改{{ST-HAZ-03.closed}}处，整改率{{ST-HAZ-03}}[[，其中当日改完{{ST-HAZ-05}}处]]。[[整改用时平均{{ST-HAZ-06}}天，中位数{{ST-HAZ-06.median}}天，最长{{ST-HAZ-06.max}}天。]][[有值 ST-HAZ-04：定有期限、已能判断是否按期的有{{ST-HAZ-04|分母}}处，其中按期整改{{ST-HAZ-04|分子}}处，占{{ST-HAZ-04}}。]][[因台账填写矛盾或不全，有{{ST-HAZ-03|未计入}}处没有计入整改率。]]

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

{{当 有台账 purchases}}{{表 ST-PUR-03}}

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
  ]

  static let page = ###"""
<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title><!--title--></title>
<style>
:root {
  --paper: #fbfaf7; --card: #ffffff; --ink: #1e2128; --quiet: #5c626d; --line: #d6d3cc; --faint: #e9e6df;
  --red: #ab1a17; --blue: #2b5a88; --mark: #e3edf6; --amber: #855400; --amber-line: #c98a1b; --amber-paper: #fff7e8;
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
.figure { padding: 0 .06em; border-bottom: 1.5px dotted var(--blue); }
a:has(> .figure) { color: inherit; text-decoration: none; }
a:hover > .figure, a:focus-visible > .figure { background: var(--mark); }
dfn { font-style: normal; scroll-margin-top: 2rem; }
:target { background: var(--mark); }
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
th:not(.short), td:not(.short) { min-width: 8em; }
th, td { padding: .4rem .6rem; text-align: left; vertical-align: top; font-variant-numeric: tabular-nums; }
thead th { font-weight: 600; white-space: nowrap; }
tbody tr + tr { border-top: 1px solid var(--faint); }
tbody th { font-weight: 400; }
tfoot { border-top: 1px solid var(--ink); }
tfoot th, tfoot td { font-weight: 600; }
.end { text-align: right; }
.short { white-space: nowrap; }
.center { text-align: center; }
main .note { margin: .3rem 0 1rem; color: var(--quiet); font: .875rem/1.6 var(--sans); text-indent: 0; }

@media screen and (min-width: 66rem) {
  .page { display: grid; grid-template-columns: 14.5rem minmax(0, 1fr); grid-template-rows: auto 1fr; column-gap: 2.5rem; max-width: 63rem; padding-top: 2.5rem; }
  nav { grid-row: 1 / 3; grid-column: 1; position: sticky; top: 2.5rem; align-self: start; max-height: calc(100vh - 5rem); overflow-y: auto;
    margin: 0; padding: 0 1.25rem 0 0; border: 0; border-right: 1px solid var(--line); font-size: .875rem; }
  nav .level-2 { display: block; padding-left: 1.1em; }
  header, main { grid-column: 2; }
}
@media screen and (max-width: 30rem) {
  body { font-size: 1rem; }
  .page { padding: 1.25rem 1rem 3rem; }
  h1 { font-size: 1.45rem; }
  .organization { font-size: 1.2rem; letter-spacing: .25em; text-indent: .25em; }
  main ul, main ol { padding-left: 2.4em; }
  .cover div { flex-basis: 40%; }
  main p { text-align: left; }
  caption { text-align: left; }
  th, td { padding: .35rem .4rem; }
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
  nav, .skip { display: none; }
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
  :target { background: none; }
  main .gap { margin: 8pt 0; padding: 4pt 8pt; font: 12pt/20pt var(--fangsong); break-inside: avoid; }
  .table { margin: 10pt 0 6pt; overflow: visible; font: 10.5pt/15pt var(--fangsong); }
  caption { padding-bottom: 4pt; color: inherit; font-family: var(--heiti); break-after: avoid; }
  table { border-bottom-width: 1.5pt; }
  thead { display: table-header-group; border-top-width: 1.5pt; border-bottom-width: .75pt; }
  tfoot { display: table-row-group; border-top-width: .75pt; }
  tr { break-inside: avoid; }
  thead, thead tr { break-after: avoid; }
  tbody tr:first-child, tfoot tr { break-before: avoid; }
  th:not(.short), td:not(.short) { min-width: 0; }
  th, td { padding: 2.5pt 4pt; }
  thead th:not(.short) { white-space: normal; }
  main h2.appendix ~ .table { font-size: 9pt; line-height: 13pt; }
  main h2.appendix ~ p, main h2.appendix ~ ul, main h2.appendix ~ ol { font-size: 12pt; line-height: 20pt; }
  main .note { margin: 2pt 0 8pt; font: 10pt/14pt var(--fangsong); }
  .signature { margin-top: 29pt; break-inside: avoid; }
  main .signature p { padding-right: 2em; }
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
</body>
</html>

"""###
}
