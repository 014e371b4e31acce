#!/usr/bin/env python3
"""Writes the office documents that the tests of formats read, part by part: no program's defaults get in.

usage: make_office.py        into its own folder; same bytes each time
"""
import os
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def write(name, parts, stored=()):
    """An archive of the parts, in their order, dated 1980."""
    with zipfile.ZipFile(os.path.join(HERE, name), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, text in parts.items():
            info = zipfile.ZipInfo(path)
            info.compress_type = zipfile.ZIP_STORED if path in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, text)


def rels(*targets, base=R):
    rows = "".join(
        f'<Relationship Id="rId{i + 1}" Type="{base}/{kind}" Target="{target}"/>' for i, (kind, target) in
        enumerate(targets))
    return f'<Relationships xmlns="{REL}">{rows}</Relationships>'


def types(main, part):
    return (f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{part}" ContentType="{main}"/></Types>')


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def docx(name, body, *, strict=False, **others):
    """A DOCX of a body; `others` are parts by kind: styles, numbering, header1, footnotes."""
    base = "http://purl.oclc.org/ooxml/officeDocument/relationships" if strict else R
    word = "http://purl.oclc.org/ooxml/wordprocessingml/main" if strict else W
    spaces = (f'xmlns:w="{word}" xmlns:r="{base}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
              'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:v="urn:schemas-microsoft-com:vml" '
              'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
              'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"')
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}
    parts = {
        "[Content_Types].xml": types(DOCX, "word/document.xml"),
        "_rels/.rels": rels(("officeDocument", "word/document.xml"), base=base),
        "word/_rels/document.xml.rels": rels(
            *((kind.rstrip("0123456789"), f"{kind}.xml") for kind in others), base=base),
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
    }
    for kind, text in others.items():
        root = roots.get(kind, "hdr" if kind.startswith("header") else "ftr")
        parts[f"word/{kind}.xml"] = f"<w:{root} {spaces}>{text}</w:{root}>"
    write(name, parts)


def t(text):
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(text, properties=""):
    return f'<w:r>{"<w:rPr>" + properties + "</w:rPr>" if properties else ""}{t(text)}</w:r>'


def p(inner, properties=""):
    inner = inner if inner.startswith("<") or not inner else r(inner)
    return f'<w:p>{"<w:pPr>" + properties + "</w:pPr>" if properties else ""}{inner}</w:p>'


def item(text, num, level=0):
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def tc(inner, properties=""):
    inner = inner if inner.startswith("<") else p(inner)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells, properties=""):
    return f'<w:tr>{"<w:trPr>" + properties + "</w:trPr>" if properties else ""}{"".join(cells)}</w:tr>'


def tbl(*rows):
    # LibreOffice loses cells that no column of the grid has room for.
    columns = max(row.count("<w:tcPr>") + row.count('gridSpan w:val="2"') for row in rows)
    grid = '<w:gridCol w:w="1800"/>' * columns
    return f'<w:tbl><w:tblPr><w:tblW w:w="{1800 * columns}" w:type="dxa"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def level(number, fmt, text, *, start=1, more=""):
    return (f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{more}'
            f'<w:lvlText w:val="{text}"/></w:lvl>')


def lists():
    numbering = (
        '<w:abstractNum w:abstractNumId="0">' + level(0, "thaiNumbers", "%1.") + level(1, "thaiNumbers", "%1.%2")
        + level(2, "thaiLetters", "(%3)") + "</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="1">' + level(0, "upperRoman", "%1)") + level(1, "lowerLetter", "%2.")
        + level(2, "decimal", "%1.%2.%3", more="<w:isLgl/>") + "</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="2">'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/>'
        '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="3">' + level(0, "decimal", "มาตรการที่ %1", more='<w:pStyle w:val="Measure"/>')
        + level(1, "decimal", "%1.%2", start=5) + "</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
        '<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>')
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="หัวเรื่อง 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="ของเรา"/><w:basedOn w:val="a2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Measure"><w:name w:val="Measure"/>'
        '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>')
    body = (
        p("รายงาน", '<w:pStyle w:val="a1"/>') + p("ส่วนที่หนึ่ง", '<w:pStyle w:val="a2"/>')
        + p("ส่วนย่อย", '<w:pStyle w:val="a3"/>') + p("ระดับสาม", '<w:outlineLvl w:val="2"/>')
        + item("ข้อแรก", 1) + item("ข้อย่อย", 1, 1) + item("ข้อย่อยสอง", 1, 1) + item("อักษร", 1, 2)
        + item("อักษรสอง", 1, 2) + item("ข้อสอง", 1) + item("เริ่มใหม่", 1, 1) + item("นับใหม่", 2) + item("ต่อ", 2)
        + item("โรมัน", 3) + item("a", 3, 1) + item("โรมันสอง", 3) + item("ตัวเลข", 3, 2)
        + item("จุด", 4) + item("ขีด", 4, 1)
        + p("โครงการ", '<w:pStyle w:val="Measure"/>') + item("ห้า", 5, 1) + p("โครงการ", '<w:pStyle w:val="Measure"/>')
        + p("ไม่นับ", '<w:pStyle w:val="Measure"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("ตัวหนา", "").replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>"))
    docx("word-lists.docx", body, numbering=numbering, styles=styles)
    return numbering, styles


def tables(numbering, styles):
    nested = tbl(tr(tc("ใน"), tc("ตาราง")), tr(tc("แถว"), tc("สอง")))
    table = tbl(
        tr(tc("ที่", '<w:vMerge w:val="restart"/>'), tc("มาตรการ", '<w:vMerge w:val="restart"/>'),
           tc("ผล", '<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>"),
        tr(tc("", "<w:vMerge/>"), tc("", "<w:vMerge/>"), tc("ครั้ง"), tc("ร้อยละ"), properties="<w:tblHeader/>"),
        tr(tc(item("", 1)), tc(p("บรรทัดหนึ่ง") + p("บรรทัดสอง")), tc("๑"), tc("๒")),
        tr(tc(item("", 1)), tc(item("จุดหนึ่ง", 4) + item("ขีด", 4, 1)), tc(p("นอก") + nested + p("")), tc("๔")),
        tr(tc("เว้นหน้า"), tc("ท้าย"), properties='<w:gridBefore w:val="2"/>'),
        tr(tc("รวม", '<w:gridSpan w:val="3"/>'), tc("๖")),
        tr(tc("ซ่อน"), properties="<w:hidden/>"),
        tr(tc("ลบแล้ว"), properties='<w:del w:id="1" w:author="x"/>'))
    frame = tbl(tr(tc(p("ในกรอบ") + tbl(tr(tc("ก"), tc("ข"))) + p(""))))
    controls = tbl("<w:sdt><w:sdtContent>" + tr(tc("ค"), "<w:sdt><w:sdtContent>" + tc("ง") + "</w:sdtContent></w:sdt>")
                   + "</w:sdtContent></w:sdt>")
    docx("word-tables.docx", p("ก่อน") + table + p("หลัง") + frame + p("") + controls, numbering=numbering, styles=styles)


def marks():
    def field(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    def box(checked):
        return ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/><w:default w:val="0"/>'
                f'{checked}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>'
                + field("separate") + field("end"))

    def control(checked, sign):
        return (f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{checked}"/></w14:checkbox></w:sdtPr>'
                f"<w:sdtContent><w:r>{sign}</w:r></w:sdtContent></w:sdt>")

    textbox = ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx>'
               "<w:txbxContent>" + p("ในกล่อง") + "</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice>"
               "<mc:Fallback><w:pict><v:textbox><w:txbxContent>" + p("ในกล่อง")
               + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>")
    body = (
        p(r("คง") + '<w:ins w:id="1" w:author="x">' + r("เพิ่ม") + '</w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>ลบ'
          '</w:delText></w:r></w:del><w:moveFrom w:id="3"><w:r><w:t>ย้ายจาก</w:t></w:r></w:moveFrom>'
          '<w:moveTo w:id="4">' + r("ย้ายมา") + "</w:moveTo>")
        + p("ต้น", '<w:rPr><w:del w:id="5" w:author="x"/></w:rPr>') + p("ปลาย")
        + p(control(1, t("☒")) + r(" ทำแล้ว ") + control(0, '<w:sym w:font="Wingdings 2" w:char="F0A3"/>') + r(" ยังไม่ทำ"))
        + p(box('<w:checked/>') + r(" ใช่ ") + box("") + r(" ไม่"))
        + p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + r(" ติ๊ก ") + '<w:r><w:sym w:font="Wingdings" '
            'w:char="F0A8"/></w:r>' + r(" ว่าง ") + r("&#xF0FC;", '<w:rFonts w:ascii="Wingdings"/>') + r(" ☑ ") + r("o", '<w:rFonts w:ascii="Wingdings"/>'))
        + p(r("หน้า ") + field("begin") + "<w:r><w:instrText> PAGE </w:instrText></w:r>" + field("separate") + r("๗")
            + field("end") + '<w:fldSimple w:instr=" DATE ">' + r(" ๑ ม.ค. ๒๕๖๗") + "</w:fldSimple>")
        + p(r("เห็น") + r("ซ่อน", "<w:vanish/>") + r("ต่อ", '<w:vanish w:val="0"/>'))
        + p(r("มีกล่อง") + textbox)
        + p('<w:r><w:t>ชิด</w:t><w:tab/><w:t>แท็บ</w:t><w:br/><w:t>บรรทัด</w:t><w:noBreakHyphen/><w:softHyphen/>'
            "<w:t>ใหม่</w:t></w:r>")
        + p(r("ก่อนหน้าใหม่") + '<w:r><w:br w:type="page"/></w:r>' + r("หลังหน้าใหม่"))
        + p(r("อ้างอิง") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" และ") + '<w:r><w:footnoteReference w:id="3"/></w:r>')
        + p('<w:hyperlink r:id="x">' + r("ลิงก์") + "</w:hyperlink><w:smartTag>" + r("ป้าย")
            + '</w:smartTag><w:commentRangeStart w:id="0"/>' + r("ความ") + '<w:r><w:commentReference w:id="0"/></w:r>')
        + "<w:sdt><w:sdtPr/><w:sdtContent>" + p("ในตัวควบคุม") + "</w:sdtContent></w:sdt>"
        + '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:headerReference w:type="first" r:id="rId1"/>'
        '<w:footerReference w:type="default" r:id="rId2"/></w:sectPr>')
    docx("word-marks.docx", body, header1=p("หัวกระดาษ"), footer1=p("ท้ายกระดาษ"),
         footnotes='<w:footnote w:type="separator" w:id="0">' + p("---") + '</w:footnote><w:footnote w:id="3">'
         + p("<w:r><w:footnoteRef/></w:r>" + r(" เชิงสอง")) + '</w:footnote><w:footnote w:id="2">' + p("เชิงหนึ่ง")
         + '</w:footnote><w:footnote w:id="9">' + p("ไม่ได้อ้าง") + "</w:footnote>")


def report():
    rows = [("๑", "จัดทำคู่มือการปฏิบัติงาน", "สำนักปลัด", "ต.ค. ๒๕๖๖"), ("๒", "เผยแพร่แผนของตำบล", "กองคลัง", "มี.ค. ๒๕๖๗")]
    table = tbl(
        tr(*(tc(text) for text in ("ที่", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา")), properties="<w:tblHeader/>"),
        *(tr(*(tc(text) for text in row)) for row in rows))
    title = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"
    docx("word-strict.docx", p(title) + table, strict=True)


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
ODF = " ".join(f'xmlns:{name}="{OFFICE}{path}:1.0"' for name, path in {
    "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "form": "form",
    "fo": "xsl-fo-compatible", "svg": "svg-compatible"}.items()) + (
        ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"')


def opendocument(name, kind, styles, automatic, body):
    mime = f"application/vnd.oasis.opendocument.{kind}"
    write(name, {
        "mimetype": mime,
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{OFFICE}manifest:1.0" manifest:version="1.2">' + "".join(
            f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
            for path, media in (("/", mime), ("content.xml", "text/xml"), ("styles.xml", "text/xml")))
            + "</manifest:manifest>",
        "styles.xml": f"<office:document-styles {ODF}>{styles}</office:document-styles>",
        "content.xml": f"<office:document-content {ODF}><office:automatic-styles>{automatic}</office:automatic-styles>"
                       f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
    }, stored=("mimetype",))


def odt():
    def para(text, style=""):
        return f'<text:p{" text:style-name=" + chr(34) + style + chr(34) if style else ""}>{text}</text:p>'

    def entry(inner, more=""):
        return f"<text:list-item{more}>{inner}</text:list-item>"

    def cell(inner, more=""):
        return f"<table:table-cell{more}>{inner if inner.startswith('<') else para(inner)}</table:table-cell>"

    automatic = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="๑, ๒, ๓, ..." '
        'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="๑, ๒, ๓, ..." '
        'text:display-levels="2"/></text:list-style>'
        '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
        '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/>'
        "</style:style>")
    one = f'<text:list text:style-name="L1" xml:id="a">{entry(para("หนึ่ง") + "<text:list>" + entry(para("ย่อย")) + entry(para("ย่อยสอง")) + "</text:list>")}{entry(para("สอง") + para("ต่อ"))}</text:list>'
    two = f'<text:list text:style-name="L1" text:continue-list="a">{entry(para("สาม"))}</text:list>'
    three = f'<text:list text:style-name="L1">{entry(para("ใหม่"))}{entry(para("เก้า"), " text:start-value=" + chr(34) + "9" + chr(34))}</text:list>'
    table = (
        "<table:table><table:table-column/><table:table-header-rows><table:table-row>"
        + cell("ที่") + cell("ผล", ' table:number-columns-spanned="2"') + "<table:covered-table-cell/></table:table-row>"
        "</table:table-header-rows><table:table-row>" + cell("๑", ' table:number-rows-spanned="2"') + cell("ก")
        + cell(para("ข") + f'<text:list text:style-name="L2">{entry(para("จุด"))}</text:list>') + "</table:table-row>"
        "<table:table-row><table:covered-table-cell/>" + cell("ค") + cell("<table:table><table:table-row>" + cell("ใน")
        + cell("ตาราง") + "</table:table-row></table:table>") + '</table:table-row><table:table-row>'
        '<table:table-cell table:number-columns-repeated="99999999"/></table:table-row></table:table>')
    body = (
        '<office:forms><form:form><form:checkbox form:id="c1" form:current-state="checked"/></form:form></office:forms>'
        "<text:tracked-changes><text:changed-region><text:deletion>" + para("ลบแล้ว") + "</text:deletion>"
        '</text:changed-region></text:tracked-changes><text:h text:outline-level="2">หัวข้อ</text:h>'
        + para('  สวย\n  งาม<text:s text:c="2"/>มาก<text:tab/>แท็บ<text:line-break/>บรรทัด<text:change text:change-id="1"/>')
        + para('<text:span text:style-name="B">หนา</text:span>')
        + para('เห็น<text:span text:style-name="H">ซ่อน</text:span><office:annotation>' + para("ความเห็น") + "</office:annotation>")
        + one + para("คั่น") + two + three + table
        + para('เชิงอรรถ<text:note><text:note-citation>1</text:note-citation><text:note-body>' + para("คำอธิบาย")
               + "</text:note-body></text:note> ท้าย")
        + para('กล่อง<draw:frame><draw:text-box>' + para("ในกล่อง") + "</draw:text-box><svg:title>ชื่อรูป</svg:title></draw:frame>")
        + para('<draw:control draw:control="c1"/> ทำ <loext:content-control loext:checkbox="true" loext:checked="false">☐'
               "</loext:content-control> ไม่ทำ") + para("หน้าใหม่", "P"))
    styles = ('<office:master-styles><style:master-page style:name="S"><style:header>' + para("หัวกระดาษ")
              + "</style:header><style:footer>" + para("หน้า <text:page-number>1</text:page-number>")
              + "</style:footer></style:master-page></office:master-styles>")
    opendocument("writer.odt", "text", styles, automatic, body)


def ods():
    def cell(text, more=""):
        return f'<table:table-cell{more}><text:p>{text}</text:p></table:table-cell>'

    automatic = ('<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/>'
                 "</style:style>")
    body = (
        '<table:table table:name="ผลงาน"><table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/><table:table-column/><table:table-row>'
        + cell("ชื่อเรื่อง", ' table:number-columns-spanned="4"') + '</table:table-row><table:table-row '
        'table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1000"/></table:table-row>'
        "<table:table-row>" + cell("ที่") + cell("มาตรการ") + cell("ซ่อน") + cell("วันที่")
        + "</table:table-row><table:table-row>" + cell("๑", ' table:number-rows-spanned="2"') + cell("ก")
        + "<table:table-cell/>" + cell("14 ธ.ค. 65", ' office:value-type="date" office:date-value="2022-12-14"')
        + "</table:table-row><table:table-row><table:covered-table-cell/>" + cell("ข") + cell("x")
        + '<table:table-cell office:value-type="float" office:value="12.5"/></table:table-row>'
        '<table:table-row table:visibility="filter">' + cell("กรอง") + '</table:table-row><table:table-row '
        'table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        '</table:table><table:table table:name="ซ่อนทั้งแผ่น" table:style-name="ta2"><table:table-row>' + cell("ลับ")
        + "</table:table-row></table:table>")
    opendocument("sheet.ods", "spreadsheet", "", automatic, body)


def xlsx():
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    codes = ["[$-D07041E]d mmmm yyyy;@", "[$-107041E]d mmm yy", "t#,##0.00", "[h]:mm", '0.0"%"', '#,##0;(#,##0);"-"',
             "bbbb", '"ครั้งที่ "0', "0-0000-00000-00-0"]
    styles = (f'<styleSheet xmlns="{main}"><numFmts>' + "".join(
        f'<numFmt numFmtId="{164 + i}" formatCode="{code.replace(chr(34), "&quot;")}"/>' for i, code in enumerate(codes))
        + "</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs>" + "".join(f'<xf numFmtId="{i}"/>' for i in
                                         [0, *range(164, 164 + len(codes)), 10, 4, 14, 59]) + "</cellXfs></styleSheet>")
    strings = ["รายงานผล", "ที่", "มาตรการ", "วันที่", "งบประมาณ", "คู่มือ"]
    shared = f'<sst xmlns="{main}">' + "".join(f"<si><t>{text}</t></si>" for text in strings[:-1]) + (
        "<si><r><t>คู่</t></r><r><t>มือ</t></r><rPh sb=\"0\" eb=\"1\"><t>อ่าน</t></rPh></si></sst>")

    def row(number, *cells, more=""):
        return f'<row r="{number}"{more}>{"".join(cells)}</row>'

    def c(place, value, style=0, kind="n"):
        if kind == "inlineStr":
            return f'<c r="{place}" t="inlineStr" s="{style}"><is><t>{value}</t></is></c>'
        return f'<c r="{place}" t="{kind}" s="{style}"><v>{value}</v></c>'

    data = (
        row(1, c("A1", 0, kind="s")) + row(3, *(c(f"{col}3", i, kind="s") for col, i in zip("ABCE", (1, 2, 3, 4))))
        + row(4, c("A4", 1, 8), c("B4", 5, kind="s"), c("C4", 44909, 1), c("E4", "1234567.891", 3))
        + row(5, c("B5", "ในช่อง", kind="inlineStr"), c("C5", 44909, 2), c("D5", 1, kind="b"), c("E5", -5000, 6))
        + row(6, c("A6", 2), c("B6", "#N/A", kind="e"), c("C6", 1.5, 4), c("E6", 0, 6))
        + row(7, c("A7", "0.30000000000000004"), c("B7", "12.34", 5), c("C7", 44909, 7), c("D7", "0.1234", 10), c("E7", "9876.5", 11))
        + row(8, c("A8", 44909, 12), c("B8", 25, 13), c("C8", "1101700230705", 9))
        + row(9, c("A9", "ซ่อน", kind="inlineStr"), c("B9", "แถว", kind="inlineStr"), more=' hidden="1"')
        + row(11, c("B11", "ลงชื่อ", kind="inlineStr")))
    sheet = (f'<worksheet xmlns="{main}"><cols><col min="6" max="7" hidden="1"/></cols><sheetData>{data}</sheetData>'
             '<mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="A4:A5"/></mergeCells>'
             "<headerFooter><oddHeader>&amp;C&amp;\"TH Sarabun\"&amp;14หัวกระดาษ</oddHeader></headerFooter></worksheet>")
    hidden = f'<worksheet xmlns="{main}"><sheetData><row><c t="inlineStr"><is><t>ลับ</t></is></c></row></sheetData></worksheet>'
    write("sheet.xlsx", {
        "[Content_Types].xml": types(XLSX, "xl/workbook.xml"),
        "_rels/.rels": rels(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": rels(
            ("worksheet", "worksheets/sheet1.xml"), ("worksheet", "/xl/worksheets/sheet2.xml"),
            ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{R}"><sheets><sheet name="ผลงาน" sheetId="1" r:id="rId1"/>'
                           '<sheet name="ลับ" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>',
        "xl/styles.xml": styles, "xl/sharedStrings.xml": shared, "xl/worksheets/sheet1.xml": sheet,
        "xl/worksheets/sheet2.xml": hidden,
    })


def hostile():
    docx("bomb.docx", "<w:p><w:r><w:t>" + " " * (70 << 20) + "</w:t></w:r></w:p>")
    docx("cells.docx", "<w:tbl>" + ("<w:tr>" + "<w:tc/>" * 1000 + "</w:tr>") * 401 + "</w:tbl>")
    docx("deep.docx", "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000)
    with open(os.path.join(HERE, "word-strict.docx"), "rb") as file:
        whole = file.read()
    with open(os.path.join(HERE, "truncated.docx"), "wb") as file:
        file.write(whole[:len(whole) * 2 // 3])
    locked = bytearray(whole)
    # The first bit of the flags says that an entry is encrypted: 6 bytes behind PK 3 4, 8 bytes behind PK 1 2.
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = locked.find(sign)
        while place >= 0:
            locked[place + offset] |= 1
            place = locked.find(sign, place + 4)
    with open(os.path.join(HERE, "encrypted.docx"), "wb") as file:
        file.write(locked)
    entities = "".join(f'<!ENTITY e{i + 1} "{"&e%d;" % i * 10}">' for i in range(9))
    main = {"[Content_Types].xml": types(DOCX, "word/document.xml"), "_rels/.rels": rels(("officeDocument", "word/document.xml"))}
    for name, declared, used in (
            ("entities.docx", f'<!ENTITY e0 "ฮ่า">{entities}', "&e9;"),
            ("external.docx", '<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;")):
        write(name, main | {"word/document.xml": f'<!DOCTYPE d [{declared}]><w:document xmlns:w="{W}"><w:body>{p(r(used))}'
                                                 "</w:body></w:document>"})


numbering, styles = lists()
tables(numbering, styles)
marks()
report()
odt()
ods()
xlsx()
hostile()
