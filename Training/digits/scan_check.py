"""Reads every digit of a scan whose text-layer original is known.

`python scan_check.py NET.pt TRAINING.npz VALIDATION.npz ORIGINAL.pdf SCAN.pdf [WORDS.tsv]`: digits' boxes come from the
original, a registration of the two page pictures carries them to the scan, and the glyphs there are read. WORDS.tsv
gets a line for each run of digits (page, text, left, top, right, bottom in pixels at 200 dpi) for trials of DigitRun.
"""

import subprocess
import sys
import tempfile

import cv2
import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
import torch

from calibrate import calibrate, of_digits
from net import DigitNet
from normalise import normalise
from quantise import UNIT, Quantised

SCALE = 200 / 72


def pages(pdf):
    """Grey pictures of a PDF's pages at 200 dpi."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "200", "-gray", pdf, folder + "/page"], check=True, timeout=300)
        names = sorted(subprocess.run(["ls", folder], capture_output=True, text=True, check=True).stdout.split())
        return [cv2.imread(f"{folder}/{name}", cv2.IMREAD_GRAYSCALE) for name in names]


def registration(clean, scan):
    """The affine map from the original's pixels to the scan's: coarse turn, then two passes of ECC."""
    step = 4
    small, there = (cv2.GaussianBlur(p, (0, 0), 6)[::step, ::step].astype(np.float32) for p in (clean, scan))
    height, width = small.shape

    def alike(matrix):
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        turned = cv2.warpAffine(there, matrix, (width, height), flags=flags, borderValue=255)
        return np.corrcoef(small.ravel(), turned.ravel())[0, 1]

    turns = [cv2.getRotationMatrix2D((width / 2, height / 2), a, 1).astype(np.float32) for a in np.arange(-3, 3.1, 0.25)]
    _, matrix = cv2.findTransformECC(small, there, max(turns, key=alike), cv2.MOTION_AFFINE, (3, 200, 1e-6))
    matrix[:, 2] *= step
    fine = [cv2.GaussianBlur(p, (0, 0), 1.5).astype(np.float32) for p in (clean, scan)]
    return cv2.findTransformECC(fine[0], fine[1], matrix, cv2.MOTION_AFFINE, (3, 50, 1e-6))[1]


def digits(page, matrix):
    """Every digit of a page's text layer with its place in the text and its box on the scan."""
    text = page.get_textpage()
    top_of_page = page.get_height()
    for index in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if not character.isdigit():
            continue
        left, bottom, right, top = text.get_charbox(index)
        corners = np.array([[x * SCALE, (top_of_page - y) * SCALE, 1] for x in (left, right) for y in (top, bottom)])
        there = corners @ matrix.T
        yield index, character, (*there.min(axis=0), *there.max(axis=0))


def words(found):
    """Digits that follow one another in the text, in one box."""
    runs = []
    for page, index, character, (left, top, right, bottom) in found:
        last = runs[-1] if runs else None
        if last and last[0] == page and last[1] + 1 == index and left - last[3][2] < 15 and abs(top - last[3][1]) < 15:
            box = last[3]
            last[1:] = [index, last[2] + character, (box[0], min(box[1], top), right, max(box[3], bottom))]
        else:
            runs.append([page, index, character, (left, top, right, bottom)])
    return runs


def main():
    net = DigitNet()
    net.load_state_dict(torch.load(sys.argv[1]))
    net.eval()
    quantised = Quantised(net, np.load(sys.argv[2])["grids"][:3000])
    check = np.load(sys.argv[3])
    temperature, sure = calibrate(quantised.logits(check["grids"]) / UNIT, check["labels"])
    quantised.set_temperature(temperature)
    document, scans, found = pdfium.PdfDocument(sys.argv[4]), pages(sys.argv[5]), []
    for number, clean in enumerate(pages(sys.argv[4])):
        matrix = registration(clean, scans[number])
        found += [(number, *digit) for digit in digits(document[number], matrix)]
    truth = np.array([int(character) for _, _, character, _ in found])
    for pad in (0, 1, 2, 3, 4):
        grids = []
        for page, _, _, box in found:
            left, top, right, bottom = (int(round(side)) for side in box)
            grids.append(normalise(scans[page][top - pad : bottom + pad, left - pad : right + pad]))
        p = of_digits(quantised.logits(np.stack(grids)) / UNIT)
        right, certain = p.argmax(axis=1) == truth, p[:, :10].max(axis=1) >= sure
        print(f"{pad} pixels around: {right.sum()} of {len(truth)} right, {(right & certain).sum()} of {certain.sum()} sure")
    if len(sys.argv) > 6:
        with open(sys.argv[6], "w") as file:
            for page, _, text, box in words(found):
                file.write("\t".join([str(page + 1), text] + [str(int(round(side))) for side in box]) + "\n")


if __name__ == "__main__":
    main()
