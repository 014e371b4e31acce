"""What printing, copying and scanning do to a line: the kinds for training, and other kinds that only test."""

import cv2
import numpy as np


def scanned(ink, rng, warp):
    """Training damage: blur, noise, specks, rules, uneven light, resampling, two levels, JPEG. Grey levels."""
    px = warp.em / 44  # 1 at 16 pt and 200 dpi
    ink = rules(ink, rng, warp)
    if rng.random() < 0.5:
        grain = cv2.GaussianBlur(rng.normal(0, 1, ink.shape).astype(np.float32), (0, 0), rng.uniform(0.6, 1.6))
        ink = np.clip(ink * (1 + grain * rng.uniform(0, 0.6)), 0, 1)
    ink = blurred(ink, rng.uniform(0.2, 1.25) * max(px, 0.6))
    if rng.random() < 0.25:
        ink = resampled(ink, rng.uniform(0.5, 0.85), rng)
    grey = lit(ink, rng)
    grey = grey + rng.normal(0, rng.uniform(0, 16), grey.shape)
    if rng.random() < 0.3:
        specks(grey, rng, rng.uniform(0, 0.0025))
    if rng.random() < 0.1:
        level = rng.uniform(0.4, 0.65) * (grey.max() - grey.min()) + grey.min()
        grey = np.where(grey > level, 255.0, 0.0)
    if rng.random() < 0.6:
        grey = jpeg(grey, int(rng.integers(30, 95)))
    return np.clip(grey, 0, 255).astype(np.uint8)


def unseen(ink, rng, warp):
    """Held-out damage, one of five kinds with a little blur and noise. Grey levels, and the kind's name."""
    px = warp.em / 44
    kind = str(rng.choice(["motion", "dropout", "show-through", "sharpened", "screened"]))
    ink = blurred(ink, rng.uniform(0.3, 0.8) * max(px, 0.6))
    if kind == "motion":
        length = max(2, int(round(rng.uniform(2, 4) * px)))
        kernel = np.zeros((length, length), np.float32)
        cv2.line(kernel, (0, int(rng.integers(length))), (length - 1, int(rng.integers(length))), 1)
        if rng.random() < 0.5:
            kernel = kernel.T.copy()
        ink = cv2.filter2D(ink, -1, kernel / kernel.sum())
    elif kind == "dropout":
        # A worn drum: streaks without toner along the line and across it.
        ink = ink.copy()
        for _ in range(int(ink.shape[1] / warp.em / 2)):
            at, wide = rng.integers(ink.shape[1]), max(1, int(rng.uniform(0.5, 1.6) * px))
            ink[:, at : at + wide] *= rng.uniform(0.1, 0.6)
        for _ in range(3):
            at = rng.integers(ink.shape[0])
            ink[at : at + max(1, int(px))] *= rng.uniform(0.3, 0.7)
    elif kind == "show-through":
        back = np.roll(ink[:, ::-1], int(rng.integers(ink.shape[1])), axis=1)
        ink = np.clip(ink + blurred(back, 1.6 * px) * rng.uniform(0.12, 0.3), 0, 1)
    grey = lit(ink, rng)
    if kind == "sharpened":
        soft = cv2.GaussianBlur(grey, (0, 0), 1.5 * px)
        grey = np.clip(grey + (grey - soft) * rng.uniform(0.8, 2.0), 0, 255)
    elif kind == "screened":
        # A coarse ordered screen of 4 x 4, as a fax in its photo mode.
        screen = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) - 7.5
        tiled = np.tile(screen, (grey.shape[0] // 4 + 1, grey.shape[1] // 4 + 1))[: grey.shape[0], : grey.shape[1]]
        grey = np.where(grey + tiled * rng.uniform(4, 9) > 140, 250.0, 20.0).astype(np.float32)
        grey = cv2.GaussianBlur(grey, (0, 0), 0.5)
    grey = grey + rng.normal(0, rng.uniform(2, 8), grey.shape)
    return np.clip(grey, 0, 255).astype(np.uint8), kind


def blurred(picture, sigma):
    return cv2.GaussianBlur(picture.astype(np.float32), (0, 0), max(0.15, sigma))


def resampled(ink, factor, rng):
    """As a picture that was made smaller and larger again."""
    height, width = ink.shape
    ways = [cv2.INTER_AREA, cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_NEAREST]
    small = cv2.resize(ink, (int(width * factor), int(height * factor)), interpolation=ways[int(rng.integers(3))])
    return cv2.resize(small, (width, height), interpolation=ways[int(rng.integers(1, 4))])


def lit(ink, rng):
    """Grey levels of ink on paper under uneven light, with any gamma."""
    paper = rng.uniform(175, 255)
    dark = rng.uniform(0, 0.55) * paper
    rows = np.linspace(0, rng.uniform(-12, 12), ink.shape[0])[:, None]
    columns = np.linspace(0, rng.uniform(-25, 25), ink.shape[1])[None, :]
    return (paper + rows + columns - (np.clip(ink, 0, 1) ** rng.uniform(0.6, 1.6)) * (paper - dark)).astype(np.float32)


def rules(ink, rng, warp):
    """What is left of ruling lines above, below and beside glyphs."""
    if rng.random() > 0.25:
        return ink
    ink = ink.copy()
    thick = max(1, int(warp.em * rng.uniform(0.02, 0.06)))
    strength = rng.uniform(0.3, 1)
    if rng.random() < 0.6:
        at = int(warp.em * (rng.uniform(1.5, 1.75) if rng.random() < 0.6 else rng.uniform(0.45, 0.8)))
        ink[at : at + thick] = np.maximum(ink[at : at + thick], strength)
    for _ in range(int(rng.integers(0, 5))):
        at = int(rng.integers(ink.shape[1]))
        ink[:, at : at + thick] = np.maximum(ink[:, at : at + thick], strength)
    return ink


def specks(grey, rng, share):
    """Dust: dark and light dots of a pixel or two."""
    for level, part in ((rng.uniform(0, 90), share), (255, share / 2)):
        count = int(grey.size * part)
        ys, xs = rng.integers(0, grey.shape[0] - 1, count), rng.integers(0, grey.shape[1] - 1, count)
        for dy, dx in ((0, 0), (0, 1), (1, 0))[: int(rng.integers(1, 4))]:
            grey[ys + dy, xs + dx] = level


def jpeg(grey, quality):
    done, data = cv2.imencode(".jpg", np.clip(grey, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, quality])
    assert done
    return cv2.imdecode(data, cv2.IMREAD_GRAYSCALE).astype(np.float32)
