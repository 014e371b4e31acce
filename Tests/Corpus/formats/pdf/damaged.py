"""Makes PDFs with damaged text layers, stamped pictures and turned pages out of ruled.pdf; needs pdftoppm."""

import pathlib
import re
import subprocess
import zlib

FOLDER = pathlib.Path(__file__).parent
SOURCE = (FOLDER / "ruled.pdf").read_bytes()
STAMP = b"BT /Stamp 9 Tf 300 %d Td (Page %d of 2) Tj ET\n"


def objects():
    """The objects of the file by their numbers, and the first pages' numbers."""
    found = {int(number): body for number, body in re.findall(rb"(?s)(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", SOURCE)}
    pages = [n for n, body in sorted(found.items()) if b"/Type/Page/" in body]
    return found, pages


def stream(head, data):
    packed = zlib.compress(data, 9)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (head, len(packed), packed)


def unpacked(body):
    return zlib.decompressobj().decompress(body.split(b"stream\n", 1)[1])


def write(name, found, root):
    """Writes the objects that can be reached from the catalog."""
    reached, queue = set(), [root]
    while queue:
        number = queue.pop()
        if number not in reached and number in found:
            reached.add(number)
            queue += [int(n) for n in re.findall(rb"(\d+) 0 R", found[number].split(b"stream\n")[0])]
    out, places = b"%PDF-1.6\n", {}
    for number in sorted(reached):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, found[number])
    start, size = len(out), max(reached) + 1
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, start)
    (FOLDER / name).write_bytes(out)


def kept(found, pages):
    """Leaves the catalog and these pages."""
    root = next(n for n, body in found.items() if b"/Type/Catalog" in body)
    tree = next(n for n, body in found.items() if b"/Type/Pages" in body)
    found[root] = b"<</Type/Catalog/Pages %d 0 R>>" % tree
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    body = re.sub(rb"/Kids\[[^]]*\]", b"/Kids[" + kids + b"]", found[tree])
    found[tree] = re.sub(rb"/Count \d+", b"/Count %d" % len(pages), body)
    return root


def renamed(name, meaning):
    """The first two pages; `meaning` gives each Thai letter the one that the layer says it is."""
    found, pages = objects()
    for number, body in found.items():
        if b"/FlateDecode" in body and b"/Length1" not in body:
            table = unpacked(body)
            if b"beginbfchar" in table:
                table = re.sub(
                    rb"<([0-9A-F]{2})> <(0E[0-9A-F]{2})>",
                    lambda m: b"<%s> <%04X>" % (m[1], meaning(int(m[2], 16))), table)
                found[number] = stream(b"", table)
    write(name, found, kept(found, pages[:2]))


def shuffled(letter):
    """Another letter of the same kind: consonants stay consonants, so that only words tell that they are wrong."""
    for first, count in [(0x0E01, 46), (0x0E50, 10)]:
        if first <= letter < first + count:
            return first + (letter - first) * 7 % count if count == 10 else first + (letter - first) * 17 % count
    return letter


def black_and_white(levels):
    """A row of grey levels as bits; grey lines become black ones."""
    bits = levels.translate(bytes(0x31 if level < 190 else 0x30 for level in range(256)))
    bits += b"0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def stamped():
    """Pictures of two pages with a line of text on each."""
    found, pages = objects()
    new = max(found) + 1
    font, kids = new, []
    found[font] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    for place, page in enumerate(pages[:2]):
        picture = subprocess.run(
            ["pdftoppm", "-gray", "-r", "200", "-f", str(place + 1), "-l", str(place + 1), FOLDER / "ruled.pdf"],
            check=True, capture_output=True).stdout
        _, size, _, levels = picture.split(b"\n", 3)
        width, height = map(int, size.split())
        bits = b"".join(black_and_white(levels[row * width:(row + 1) * width]) for row in range(height))
        image, content = new + 1 + 2 * place, new + 2 + 2 * place
        head = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 1/ColorSpace/DeviceGray/Decode[1 0]"
        found[image] = stream(head % (width, height), bits)
        text = b"q 841.89 0 0 595.3 0 0 cm /Scan Do Q\n" + STAMP % (570, place + 1) + STAMP % (20, place + 1)
        found[content] = stream(b"", text)
        found[page] = re.sub(
            rb"/Resources \d+ 0 R",
            b"/Resources<</Font<</Stamp %d 0 R>>/XObject<</Scan %d 0 R>>>>" % (font, image),
            re.sub(rb"/Contents \d+ 0 R", b"/Contents %d 0 R" % content, found[page]))
        kids.append(page)
    write("stamped.pdf", found, kept(found, kids))


def turned():
    """Four pages, each on another side and turned upright again by its /Rotate."""
    found, pages = objects()
    for turns, page in enumerate(pages[:4]):
        number = int(re.search(rb"/Contents (\d+) 0 R", found[page])[1])
        box, matrix = [
            (b"0 0 841.89 595.3", b"1 0 0 1 0 0"), (b"0 0 595.3 841.89", b"0 1 -1 0 595.3 0"),
            (b"0 0 841.89 595.3", b"-1 0 0 -1 841.89 595.3"), (b"-20 -30 575.3 811.89", b"0 -1 1 0 -20 811.89"),
        ][turns]
        found[number] = stream(b"", b"q " + matrix + b" cm\n" + unpacked(found[number]) + b"\nQ\n")
        found[page] = re.sub(
            rb"/MediaBox\[[^]]*\]", b"/MediaBox[" + box + b"]/Rotate %d" % (turns * 90), found[page])
    write("turned.pdf", found, kept(found, pages[:4]))


renamed("shuffled.pdf", shuffled)
renamed("mojibake.pdf", lambda letter: 0xC0 + (letter * 5) % 64)
stamped()
turned()
