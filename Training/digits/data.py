"""Makes glyph pictures: `python data.py KIND COUNT FILE [SEED]`; the kinds are the keys of SOURCES."""

import sys
import time

import cv2
import numpy as np

import damage
import fonts
from normalise import normalise
from render import OTHER, SPARSE, line


def cut(grey, box, rng, jitter=1.0):
    """The picture in a glyph's box as a segmenter might place it."""
    left, top, right, bottom = box
    size = max(bottom - top, right - left)
    loose = rng.uniform(0, 0.1) * jitter
    sides = (rng.normal(loose, 0.035 * jitter, 4) * size + 0.6).round().astype(int)
    l, t = int(left) - sides[0], int(top) - sides[1]
    r, b = int(np.ceil(right)) + sides[2], int(np.ceil(bottom)) + sides[3]
    l, t = max(0, l), max(0, t)
    return grey[t : min(b, grey.shape[0]), l : min(r, grey.shape[1])]


def spoiled(glyphs, index, rng):
    """Now and then a box that holds no whole glyph, or more than one: another class, whatever is in it."""
    box, label = glyphs[index]
    left, top, right, bottom = box
    if rng.random() < 0.5 and right - left > 8:
        at = left + (right - left) * rng.uniform(0.38, 0.6)
        return (np.array((left, top, at, bottom) if rng.random() < 0.5 else (at, top, right, bottom))), OTHER
    if index + 1 < len(glyphs):
        other = glyphs[index + 1][0]
        if 0 <= other[0] - right < (bottom - top) * 0.4:
            joined = np.array((left, min(top, other[1]), other[2], max(bottom, other[3])))
            return joined, OTHER
    return box, label


def samples(families, latin, seed, spread=1.0, jitter=1.0, unseen=False):
    """Without end: the picture in a box, its class, the font's family and the damage."""
    rng = np.random.default_rng(seed)
    thai, plain = fonts.files(families), fonts.files(latin) if latin else {}
    names = list(thai)
    weights = np.array([fonts.WEIGHTS.get(name, 1.0) for name in names])
    weights /= weights.sum()
    while True:
        latin_path = None
        if plain:
            own = plain[str(rng.choice(list(plain)))]
            latin_path = str(rng.choice(own))
        if plain and rng.random() < 0.08:
            name, path = "latin", None
        else:
            name = str(rng.choice(names, p=weights))
            path = str(rng.choice(thai[name]))
            if name not in SPARSE:
                latin_path = None
        ink, glyphs, warp = line(rng, path, latin_path, spread)
        kind = "scan"
        if unseen:
            grey, kind = damage.unseen(ink, rng, warp)
        else:
            grey = damage.scanned(ink, rng, warp)
        for index in range(len(glyphs)):
            box, label = glyphs[index]
            if rng.random() < 0.06:
                box, label = spoiled(glyphs, index, rng)
            picture = cut(grey, box, rng, jitter)
            if picture.shape[0] >= 3 and picture.shape[1] >= 2:
                yield picture, label, name, kind


SOURCES = {
    "training": lambda seed: samples(fonts.TRAINING, fonts.TRAINING_LATIN, seed),
    "training-wide": lambda seed: samples(fonts.TRAINING, fonts.TRAINING_LATIN, seed, spread=1.6),
    "validation": lambda seed: samples(fonts.VALIDATION, {}, seed),
    "held-out": lambda seed: samples(fonts.HELD_OUT, {}, seed, spread=0.4, jitter=0.7, unseen=True),
    "held-out-scan": lambda seed: samples(fonts.HELD_OUT, {}, seed, spread=0.4, jitter=0.7),
}


def main():
    kind, count, target = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 2566
    cv2.setNumThreads(1)
    began = time.time()
    grids, labels, families, kinds = np.zeros((count, 28, 28), np.uint8), np.zeros(count, np.int64), [], []
    filled = 0
    for picture, label, family, damage_kind in SOURCES[kind](seed):
        grid = normalise(picture)
        if grid is None:
            continue
        grids[filled], labels[filled] = grid, label
        families.append(family)
        kinds.append(damage_kind)
        filled += 1
        if filled == count:
            break
        if filled % 20000 == 0:
            print(filled, round(time.time() - began), "s", flush=True)
    np.savez(target, grids=grids, labels=labels, families=families, kinds=kinds)
    print(kind, count, round(time.time() - began, 1), "s")


if __name__ == "__main__":
    main()
