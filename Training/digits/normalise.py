"""From the grey picture of a box to the net's input, in whole numbers only.

Sources/ReportFormats/Digits/DigitPicture.swift does the same, to the bit; a change here is a change there.
"""

from functools import lru_cache

import numpy as np

SIDE = 28
INNER = 24
LEAST_CONTRAST = 24
INK = 112


def darkness(grey):
    """0 for paper to 255 for ink, by the levels of this picture; None where it has no contrast."""
    area = grey.size
    below = np.cumsum(np.bincount(grey.ravel(), minlength=256))
    ink = int(np.searchsorted(below, area * 4 // 100 + 1))
    paper = int(np.searchsorted(below, area * 85 // 100 + 1))
    if paper - ink < LEAST_CONTRAST:
        return None
    depth = np.maximum(paper - grey.astype(np.int32), 0) * 255 // (paper - ink)
    return np.minimum(depth, 255)


@lru_cache(maxsize=20000)
def overlaps(length, target):
    """How much of each source cell lies in each target cell, `length` in all for a target cell."""
    source = np.arange(length)
    cells = np.arange(target)[:, None]
    low = np.maximum(source * target, cells * length)
    high = np.minimum((source + 1) * target, (cells + 1) * length)
    return np.maximum(high - low, 0).astype(np.float64)


def normalise(grey):
    """28 x 28 levels of the ink in the picture of a box, or None where it holds no ink."""
    depth = darkness(grey)
    if depth is None:
        return None
    inked = depth >= INK
    rows = np.flatnonzero(inked.any(axis=1))
    columns = np.flatnonzero(inked.any(axis=0))
    if not len(rows):
        return None
    depth = depth[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    height, width = depth.shape
    longer = max(height, width)
    tall = max(1, (height * INNER * 2 + longer) // (2 * longer))
    wide = max(1, (width * INNER * 2 + longer) // (2 * longer))
    # Products stay far below 2^53: doubles hold them exactly, and their matrix product is the fast one.
    sums = overlaps(height, tall) @ depth.astype(np.float64) @ overlaps(width, wide).T
    levels = (sums.astype(np.int64) + width * height // 2) // (width * height)
    out = np.zeros((SIDE, SIDE), np.uint8)
    top, left = (SIDE - tall) // 2, (SIDE - wide) // 2
    out[top : top + tall, left : left + wide] = levels
    return out
