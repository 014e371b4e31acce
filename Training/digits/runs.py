"""Packs pictures of whole words for DigitRun: `python runs.py ../../Tests/Corpus/digits`.

`runs.bin` is packed as held-out.bin is; `runs.tsv` has a line a picture: text, width, height, font. Fonts are the
held-out ones, whole words are set by their own advances, and the damage is a good scan's.
"""

import os
import sys

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

import fonts
from testset import pack

SEED = 2568
WORDS = ["๒๕๖๖", "๑๒,๓๔๕.๕๐", "๑๔", "๑/๒๕๖๗", "๓๐-๔๙", "๗๘,๙๐๐", "2567", "1,250.75", "31/12/2566"]
FACES = {"laksaman": "tlwg/Laksaman.ttf", "laksaman bold": "tlwg/Laksaman-Bold.ttf", "norasi": "tlwg/Norasi.ttf"}


def picture(rng, word, path):
    """A word at 14 pt and 200 dpi, drawn at four times that size, a little turned, blurred and noisy."""
    em = 14 * 200 / 72
    face = ImageFont.truetype(path, int(em * 4))
    left, top, right, bottom = face.getbbox(word, anchor="ls")
    margin = int(em)
    canvas = Image.new("L", (right - left + 2 * margin, bottom - top + 2 * margin), 0)
    ImageDraw.Draw(canvas).text((margin - left, margin - top), word, fill=255, font=face, anchor="ls")
    canvas = canvas.rotate(float(rng.uniform(-0.6, 0.6)), Image.Resampling.BICUBIC)
    ink = np.asarray(canvas).astype(np.float32) / 255
    ink = cv2.resize(ink, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    ink = cv2.GaussianBlur(ink, (0, 0), float(rng.uniform(0.5, 0.9)))
    grey = 232 - ink * 190 + rng.normal(0, 6, ink.shape)
    return np.clip(grey, 0, 255).astype(np.uint8)


def main():
    folder = sys.argv[1]
    rng = np.random.default_rng(SEED)
    lines, packed = ["text\twidth\theight\tfont"], bytearray()
    for name, file in FACES.items():
        for word in WORDS:
            grey = picture(rng, word, os.path.join(fonts.ROOT, file))
            packed += pack(grey)
            lines.append(f"{word}\t{grey.shape[1]}\t{grey.shape[0]}\t{name}")
    with open(os.path.join(folder, "runs.bin"), "wb") as file:
        file.write(packed)
    with open(os.path.join(folder, "runs.tsv"), "w") as file:
        file.write("\n".join(lines) + "\n")
    print(len(lines) - 1, "words,", len(packed), "bytes")


if __name__ == "__main__":
    main()
