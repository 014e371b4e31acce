#!/usr/bin/env python3
"""Renders the page pictures of the tests: an invented report, printed and scanned badly.

usage: render_scans.py [FOLDER]

Needs LibreOffice, pdftoppm, Pillow and numpy, and the fonts Laksaman, Kinnari, Norasi and Garuda (fonts-thai-tlwg). What it
writes lies beside it in the repository; the seed makes the damage the same each time.
"""
import io
import pathlib
import subprocess
import sys
import tempfile

import numpy
from PIL import Image, ImageFilter

TITLE = [
    "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส",
    "เทศบาลตำบลหนองบัวทอง ประจำปีงบประมาณ พ.ศ. ๒๕๖๗",
]
HEADINGS = ["มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ"]
ROWS = [
    ["๑. ด้านการใช้งบประมาณ"],
    ["๑.๑ จัดทำแผนการใช้จ่ายงบประมาณประจำปี", "๑. สำรวจความต้องการของทุกกอง ๒. เสนอแผนต่อผู้บริหาร", "กองคลัง",
     "ต.ค. ๒๕๖๖ - ธ.ค. ๒๕๖๖", "ดำเนินการแล้วเมื่อวันที่ ๑๘ ธันวาคม ๒๕๖๖"],
    ["๑.๒ เผยแพร่รายงานการรับจ่ายเงิน", "เผยแพร่ทางเว็บไซต์ของเทศบาลทุกไตรมาส", "กองคลัง", "ม.ค. ๒๕๖๗ - ก.ย. ๒๕๖๗",
     "เผยแพร่ครบทั้ง ๔ ไตรมาส เบิกจ่าย ๑,๓๗๕,๙๘๐ บาท"],
    ["๒. ด้านการป้องกันการทุจริต"],
    ["๒.๑ ประกาศนโยบายไม่รับของขวัญ", "จัดทำประกาศและแจ้งเวียนให้ทุกส่วนราชการทราบ", "สำนักปลัด", "พ.ย. ๒๕๖๖",
     "ประกาศ ณ วันที่ ๗ พฤศจิกายน ๒๕๖๖"],
]
# With a measure of which there is nothing to report yet.
LONGER = ROWS + [
    ["๒.๒ อบรมเจ้าหน้าที่เรื่องผลประโยชน์ทับซ้อน", "-", "สำนักปลัด", "เม.ย. ๒๕๖๗ - ก.ค. ๒๕๖๗", "-"],
]


def page(font, size, landscape=True, table=ROWS):
    """The report as HTML."""
    # LibreOffice reads borders from the cells themselves.
    line = "valign=top style='border: 0.75pt solid #000000; padding: 0.08cm'"
    rows = ["<tr>" + "".join(f"<th {line}>{cell}</th>" for cell in HEADINGS) + "</tr>"]
    for row in table:
        if len(row) == 1:
            cells = [f"<td colspan={len(HEADINGS)} {line}><b>{row[0]}</b></td>"]
        else:
            cells = [f"<td {line}>{cell}</td>" for cell in row]
        rows.append("<tr>" + "".join(cells) + "</tr>")
    side = "size: 29.7cm 21cm" if landscape else "size: 21cm 29.7cm"
    return (
        f"<html><head><meta charset=utf-8><style>@page {{ {side}; margin: 1.6cm }} "
        f"* {{ font-family: '{font}'; font-size: {size}pt }}</style></head><body>"
        + "".join(f"<p>{line}</p>" for line in TITLE)
        + "<table width=100% cellspacing=0>" + "".join(rows)
        + "</table><p>ผู้รายงาน นางสาวมาลี ใจดี หัวหน้าสำนักปลัด โทร ๐ ๔๒๙๘ ๗๖๕๔</p></body></html>"
    )


def drawn(html, dpi):
    """The first page of an HTML text as a grey picture."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "report.html")
        path.write_text(html, encoding="utf-8")
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
                        "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder,
                        str(path)], check=True, capture_output=True)
        pgm = subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), "-f", "1", "-l", "1", f"{folder}/report.pdf"],
                             check=True, capture_output=True).stdout
    return Image.open(io.BytesIO(pgm)).convert("L")


def scanned(image, seed, skew, blur, noise, specks, shade=0):
    """A picture as a scanner with dust on its glass makes it; `shade` is how much darker its far corner is."""
    random = numpy.random.default_rng(seed)
    image = image.rotate(skew, resample=Image.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(blur))
    levels = numpy.asarray(image, dtype=float) * 0.78 + 45
    down, right = numpy.mgrid[0:1:levels.shape[0] * 1j, 0:1:levels.shape[1] * 1j]
    levels *= 1 - shade * (0.4 * down + 0.6 * right)
    levels += random.normal(0, noise, levels.shape)
    for _ in range(specks):
        y, x = random.integers(0, levels.shape[0] - 3), random.integers(0, levels.shape[1] - 3)
        levels[y:y + 2, x:x + 2] = 60
    return Image.fromarray(levels.clip(0, 255).astype("uint8"))


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    scan = scanned(drawn(page("Laksaman", 16), 200), seed=1, skew=0.7, blur=0.6, noise=5, specks=40)
    scan.save(folder / "scan.jpg", quality=55, dpi=(200, 200))
    shaded = scanned(drawn(page("Kinnari", 14, table=LONGER), 200), seed=3, skew=-1.6, blur=0.6, noise=6, specks=30,
                     shade=0.4)
    shaded.save(folder / "shaded.jpg", quality=45, dpi=(200, 200))
    turned = scanned(drawn(page("Norasi", 13), 200), seed=2, skew=-0.5, blur=0.5, noise=0, specks=0)
    turned.rotate(90, expand=True).quantize(16).save(folder / "turned.png", dpi=(200, 200), optimize=True)
    pages = [drawn(page(font, size), 200).point(lambda level: 255 if level > 150 else 0).convert("1")
             for font, size in [("Garuda", 12), ("Laksaman", 16)]]
    pages[0].save(folder / "two-pages.tiff", save_all=True, append_images=pages[1:], compression="group4",
                  dpi=(200, 200))


if __name__ == "__main__":
    main()
