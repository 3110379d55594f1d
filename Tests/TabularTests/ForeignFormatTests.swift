import Tabular
import Testing

@Suite("Content that is not delimited text")
struct ForeignFormatTests {
  @Test(
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14], .zipOrXLSX),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00], .legacyOffice),
      ([0x09, 0x08, 0x10, 0x00, 0x00, 0x06], .legacyOffice),
      (Array("%PDF-1.7".utf8), .pdf),
      (Array("{\\rtf1\\ansi".utf8), .rtf),
      ([0x1F, 0x8B, 0x08], .gzip),
      (Array("Rar!\u{1A}\u{07}".utf8), .archive),
      (Array("SQLite format 3\0".utf8), .sqlite),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image),
      ([0xFF, 0xD8, 0xFF, 0xE0], .image),
      (Array("BM".utf8) + [0x36, 0x10, 0, 0, 0, 0, 0, 0, 0x36, 0], .image),
      (Array("RIFF1234WEBPVP8 ".utf8), .image),
      (Array("\r\n  <!DOCTYPE HTML>".utf8), .html),
      (Array("<HTML xmlns:x=\"urn\">".utf8), .html),
      (Array("\u{FEFF}<!-- 导出 --><table border=1>".utf8), .html),
      ([0xFF, 0xFE] + "<html>".utf8.flatMap { [$0, 0] }, .html),
      (Array("<?xml version=\"1.0\"?><html xmlns=\"\">".utf8), .html),
      (Array("<?xml version=\"1.0\"?><Workbook>".utf8), .xml),
      ([0x50, 0x4B, 0x05, 0x06], .zipOrXLSX),
      ([0x09, 0x02, 0x06, 0x00, 0x00, 0x00], .legacyOffice),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0x00], .archive),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .gzip),
      ([0x00, 0x01, 0x00, 0x00] + "Standard Jet DB".utf8, .sqlite),
      ([0x00, 0x00, 0x00, 0x18] + "ftypheic".utf8, .image),
      (Array("GIF89a".utf8), .image),
      (Array("<?xml version=\"1.0\"?>\n<svg xmlns=\"\">".utf8), .image),
      (Array("\u{FEFF}%PDF-1.4\n".utf8), .pdf),
      (Array("<table>\n<tr><td>序号</td>".utf8), .html),
      (Array("\u{FEFF}\r\n\t<TABLE border=0>".utf8), .html),
      (Array("<!--[if gte mso 9]><xml>\n</xml><![endif]-->\n<style>".utf8), .html),
      ([0xFE, 0xFF] + "\n<META charset=utf-16>".utf8.flatMap { [0, $0] }, .html),
      (Array("<center><h1>台账</h1>".utf8), .html),
      (Array("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=\"----\"\r\n".utf8), .html),
      (Array("From: <Saved by WPS>\r\nSubject: 台账\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n".utf8), .html),
      (Array("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"\">".utf8), .xml),
      (Array("<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".utf8), .xml),
    ] as [([UInt8], ForeignFormat)])
  func detects(bytes: [UInt8], format: ForeignFormat) {
    #expect(ForeignFormat.detect(bytes) == format)
    let padded = bytes + [UInt8](repeating: 0x20, count: 2 * ForeignFormat.headLength)
    #expect(ForeignFormat.detect(Array(padded.prefix(ForeignFormat.headLength))) == ForeignFormat.detect(padded))
  }

  @Test(arguments: [
    "", "编号,姓名\n", "BM,编号,姓名,数量\n", "PK,1\n", "<5>,<6>\n", "学校<table>\n", "GIF,动画\n", "RIFF,a,b,c,d,e\n", "\t\t1\n", "\"{\\rtf\"\n",
    "PK\n", "ID,姓名\n", "BM0001,\t\t\t\t,5\n", "文件,%PDF-1.4\n", "\"%PDF-1.4\",1\n", "<p,1\n", "<table,1\n", "<headcount>,1\n", "<td5,1\n",
    "From: 总务处,1\n", "MIME-Version: 1.0,编号\n", "MM,II\n", "Rar!,1\n", "7z,1\n", "SQLite,1\n", "<!-- 注 -->,1\n", "SIMPLE,1\n",
    "\u{FEFF}序号,部位\n",
  ])
  func leavesTextAlone(_ text: String) {
    #expect(ForeignFormat.detect(Array(text.utf8)) == nil)
  }
}
