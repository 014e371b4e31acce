"""Writes the HTML pages that the PDFs of this folder are made from."""

HEAD = """<html><head><meta charset="utf-8"><style>
@page {{ size: A4 {turn}; margin: 2cm }}
body {{ font-family: "Laksaman"; font-size: 12pt }}
</style></head><body>
"""
TITLE = """<p>รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน</p>
<p>ประจำปีงบประมาณ พ.ศ. ๒๕๖๗</p>
<p>เทศบาลตำบลบึงนกเป็ดน้ำ อำเภอเมืองสมมุติ จังหวัดสุราษฎร์ธานี</p>
<p>&nbsp;</p>
"""
HEADINGS = ["ที่", "มาตรการ", "ขั้นตอนการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ"]
TITLES = [
    "จัดทำคู่มือการให้บริการประชาชนและเผยแพร่บนเว็บไซต์ของหน่วยงาน", "ประชุมชี้แจงแนวทางการปฏิบัติตามประมวลจริยธรรม",
    "เปิดเผยแผนการใช้จ่ายงบประมาณประจำปี", "กำหนดแนวทางการใช้ทรัพย์สินของราชการให้ถูกต้อง", "จัดช่องทางร้องเรียนการทุจริตและประพฤติมิชอบ",
    "รายงานผลการจัดซื้อจัดจ้างเป็นประจำทุกเดือน", "อบรมให้ความรู้เรื่องผลประโยชน์ทับซ้อนแก่บุคลากร", "ปรับปรุงข้อมูลพื้นฐานบนเว็บไซต์ให้เป็นปัจจุบัน",
    "สำรวจความพึงพอใจของผู้รับบริการ", "ประกาศเจตนารมณ์นโยบายไม่รับของขวัญ",
]
STEPS = [
    "๑. แต่งตั้งคณะทำงานและประชุมเพื่อกำหนดแนวทางร่วมกันของทุกส่วนราชการในสังกัด", "๒. รวบรวมข้อมูลจากทุกกองและจัดทำร่างให้ผู้บริหารเห็นชอบ",
    "๓. เผยแพร่ให้ประชาชนทราบทางเว็บไซต์ ป้ายประชาสัมพันธ์ และสื่อสังคมออนไลน์", "๔. ติดตามผลและรายงานต่อผู้บริหารทุกไตรมาส",
]
UNITS = ["สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา"]
TIMES = ["ต.ค. ๒๕๖๖ - มี.ค. ๒๕๖๗", "ม.ค. ๒๕๖๗", "เม.ย. - ก.ย. ๒๕๖๗"]
DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def thai(number):
    return str(number).translate(DIGITS)


def row(cells, tag="td"):
    return "<tr>" + "".join(f'<{tag} valign="top" align="left">{cell}</{tag}>' for cell in cells) + "</tr>\n"


def ruled():
    """Rows that page ends cut: the steps are long, and the heading stands on each page again."""
    page = HEAD.format(turn="landscape") + TITLE
    widths = [5, 20, 33, 12, 12, 18]
    page += '<table border="1" cellspacing="0" width="100%"><thead><tr>' + "".join(
        f'<th width="{width}%" valign="top">{heading}</th>' for heading, width in zip(HEADINGS, widths)) + "</tr></thead><tbody>\n"
    for index in range(20):
        steps = "<br>".join(STEPS[:2 + index % 3] * (1 + index % 2))
        page += row([
            thai(index + 1) + ".", TITLES[index % 10], steps, UNITS[index % 4], TIMES[index % 3],
            "ดำเนินการแล้วเสร็จ" if index % 3 else "อยู่ระหว่างดำเนินการ เนื่องจากต้องรอข้อมูลจากหน่วยงานที่เกี่ยวข้อง"])
    return page + "</tbody></table></body></html>\n"


def unruled():
    """A table that only the places of its words tell."""
    page = HEAD.format(turn="portrait") + TITLE
    page += "<table border=\"0\">\n" + (row(["ที่", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา"]))
    for index in range(8):
        page += row([thai(index + 1), TITLES[index], UNITS[index % 4], TIMES[index % 3]])
    return page + "</table>\n<p>จึงเรียนมาเพื่อโปรดทราบ</p></body></html>\n"


for name, page in [("ruled", ruled()), ("unruled", unruled())]:
    with open(f"{name}.html", "w", encoding="utf-8") as file:
        file.write(page)
