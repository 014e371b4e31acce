"""Lines of warped glyphs with the box of each: ink without any damage.

A line has one font and one warp (size, stretch, slant, stroke weight, turn); each glyph bends a little on its own, so
that a font stands for a neighbourhood of designs.
"""

from functools import lru_cache

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from fonts import ASCII_DIGITS, THAI_DIGITS

EM = 128
OTHER = 20
CONSONANTS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
# What digits are taken for stands here several times. Latin o and O are left out: the drawing of ๐ and 0.
LIKE_DIGITS = "ดตคศๆฯๅเแใไโลสวอรกถภฤฎฏทฑพฟผฝงจฐ" * 3
MARKED = [c + m for c in "กคดตทนบปพมยรลวสหอ" for m in ("ิ", "ี", "ั", "่", "้", "ุ", "ู", "็", "์")]
LATIN = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz" + "BSZGgqbDlI"
MARKS = list(".,-/():;–—%|\"'*+=[]?!&•") * 2 + ["...", "|", "-", "/", ".", ","]
SPARSE = {"noto-sans-thai", "noto-serif-thai", "noto-looped-thai"}  # no ASCII of their own


@lru_cache(maxsize=400)
def font(path):
    return ImageFont.truetype(path, EM)


@lru_cache(maxsize=60000)
def drawing(path, text):
    """The ink of a text (levels 0 to 255), its left and top from the pen, and its advance; None without ink."""
    face = font(path)
    left, top, right, bottom = face.getbbox(text, anchor="ls")
    if right - left < 2 or bottom - top < 2:
        return None
    picture = Image.new("L", (right - left + 4, bottom - top + 4), 0)
    ImageDraw.Draw(picture).text((2 - left, 2 - top), text, fill=255, font=face, anchor="ls")
    return np.asarray(picture), left - 2, top - 2, face.getlength(text)


def pieces(rng, latin_only):
    """The texts of a line with their classes: runs of digits among what stands beside them in reports."""
    out = []
    for _ in range(rng.integers(5, 9)):
        kind = rng.random()
        if kind < 0.62:
            script = 1 if latin_only or rng.random() < 0.3 else 0
            digits = ASCII_DIGITS if script else THAI_DIGITS
            for _ in range(rng.integers(1, 6)):
                value = int(rng.integers(10))
                out.append((digits[value], script * 10 + value))
                if rng.random() < 0.12:
                    out.append((str(rng.choice(list(".,/-"))), OTHER))
        elif kind < 0.72:
            out.append((str(rng.choice(MARKS)), OTHER))
        elif kind < 0.8 or latin_only:
            out.extend((str(c), OTHER) for c in rng.choice(list(LATIN), rng.integers(1, 4)))
        elif kind < 0.85:
            out.append((str(rng.choice(MARKED)), OTHER))
        else:
            letters = LIKE_DIGITS if rng.random() < 0.6 else CONSONANTS
            out.extend((str(c), OTHER) for c in rng.choice(list(letters), rng.integers(1, 4)))
        out.append((" ", -1))
    return out


class Warp:
    """How one line's glyphs are drawn, the further from the font the wider the spread."""

    def __init__(self, rng, spread):
        dpi = int(rng.choice([150, 200, 300], p=[0.3, 0.45, 0.25]))
        self.em = rng.uniform(9.5, 20) * dpi / 72
        self.stretch = float(np.exp(rng.normal(0, 0.12 * spread)))
        self.slant = rng.normal(0, 0.04 * spread) + (0.22 if rng.random() < 0.12 * spread else 0)
        self.turn = np.deg2rad(rng.uniform(-3, 3))
        self.bend = rng.uniform(0, 0.042) * spread
        self.weight = float(rng.normal(0, 0.013)) if rng.random() < 0.75 * spread else 0.0  # in em, of a stroke's edge
        self.tracking = rng.uniform(-0.03, 0.1)
        # Ink that runs together closes gaps; with the widest spread alone.
        self.fill = rng.uniform(0.005, 0.04) if spread > 1 and rng.random() < 0.3 else 0.0


def bent(ink, warp, rng):
    """The ink at twice the final size under the warp, and how far its origin moved."""
    scale = 2 * warp.em / EM
    height, width = ink.shape
    small = cv2.resize(ink, None, fx=scale * warp.stretch, fy=scale, interpolation=cv2.INTER_AREA)
    h, w = small.shape
    cos, sin = np.cos(warp.turn), np.sin(warp.turn)
    matrix = np.array([[cos, -sin], [sin, cos]]) @ np.array([[1, -warp.slant], [0, 1]])
    corners = matrix @ np.array([[0, w, 0, w], [0, 0, h, h]])
    edge = int(2 + 0.1 * warp.em)
    low = np.floor(corners.min(axis=1)) - edge
    size = (np.ceil(corners.max(axis=1)) + edge - low).astype(int)
    inverse = np.linalg.inv(matrix)
    xs, ys = np.meshgrid(np.arange(size[0]) + low[0], np.arange(size[1]) + low[1])
    mapx = (inverse[0, 0] * xs + inverse[0, 1] * ys).astype(np.float32)
    mapy = (inverse[1, 0] * xs + inverse[1, 1] * ys).astype(np.float32)
    if warp.bend > 0.004:
        field = rng.normal(0, warp.bend * warp.em, (2, 5, 5)).astype(np.float32)
        mapx += cv2.resize(field[0], (int(size[0]), int(size[1])), interpolation=cv2.INTER_CUBIC)
        mapy += cv2.resize(field[1], (int(size[0]), int(size[1])), interpolation=cv2.INTER_CUBIC)
    out = cv2.remap(small, mapx, mapy, cv2.INTER_LINEAR, borderValue=0)
    radius = abs(warp.weight) * 2 * warp.em
    if radius > 0.3:
        out = reweigh(out, radius, heavier=warp.weight > 0)
    if warp.fill:
        radius = warp.fill * 2 * warp.em
        out = reweigh(reweigh(out, radius, heavier=True), radius, heavier=False)
    return out, low


def reweigh(ink, radius, heavier):
    """Strokes heavier or thinner by `radius` pixels at each edge, in parts of a pixel too."""
    whole = int(np.ceil(radius))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * whole + 1, 2 * whole + 1))
    changed = (cv2.dilate if heavier else cv2.erode)(ink, kernel)
    part = radius / whole
    return cv2.addWeighted(changed, part, ink, 1 - part, 0)


def line(rng, path, latin_path, spread=1.0):
    """One line: ink from 0 to 1 at its final size, and (box, class) of each glyph in parts of pixels."""
    warp = Warp(rng, spread)
    em2 = 2 * warp.em
    items = pieces(rng, latin_only=path is None)
    canvas = np.zeros((int(em2 * 2.4), int(em2 * 60)), np.uint8)
    baseline = em2 * 1.5
    pen = em2 * 0.6
    glyphs = []
    for text, label in items:
        if text == " ":
            pen += em2 * rng.uniform(0.12, 0.5)
            continue
        face = latin_path if path is None or (latin_path and text.isascii()) else path
        shape = drawing(face, text)
        if shape is None:
            continue
        ink, left, top, advance = shape
        scale = em2 / EM
        picture, low = bent(ink, warp, rng)
        x = int(pen + left * scale * warp.stretch + low[0])
        y = int(baseline + top * scale + low[1] + rng.normal(0, 0.01) * em2)
        h, w = picture.shape
        if x < 2 or y < 0 or y + h > canvas.shape[0]:
            continue
        if x + w > canvas.shape[1] - 4:
            break
        np.maximum(canvas[y : y + h, x : x + w], picture, out=canvas[y : y + h, x : x + w])
        seen = picture > 100
        rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
        if len(rows) and label >= 0:
            box = (x + columns[0], y + rows[0], x + columns[-1] + 1, y + rows[-1] + 1)
            glyphs.append((np.array(box) / 2, label))
        pen += (advance * scale * warp.stretch) + (warp.tracking + max(0, warp.weight) * 1.2) * em2
    canvas = canvas[: canvas.shape[0] // 2 * 2, : int(pen + em2) // 2 * 2]
    final = cv2.resize(canvas, (canvas.shape[1] // 2, canvas.shape[0] // 2), interpolation=cv2.INTER_AREA)
    return final.astype(np.float32) / 255, glyphs, warp
