"""Which fonts train the net, which choose its thresholds, and which only test it.

The split is by design, not by file: a bold or condensed cut of a held-out design is held out with it, and so are
copies under another name (the Thai of FreeSerif is Norasi's).
"""

import glob
import os

ROOT = "/usr/share/fonts/truetype"

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
ASCII_DIGITS = "0123456789"

# family: patterns below ROOT. What Debian package has them is in README.md.
TRAINING = {
    "garuda": ["tlwg/Garuda*.ttf"],
    "kinnari": ["tlwg/Kinnari*.ttf"],
    "loma": ["tlwg/Loma*.ttf"],
    "purisa": ["tlwg/Purisa*.ttf"],
    "sawasdee": ["tlwg/Sawasdee*.ttf"],
    "tlwg-mono": ["tlwg/TlwgMono*.ttf"],
    "tlwg-typewriter": ["tlwg/TlwgTypewriter*.ttf"],
    "tlwg-typist": ["tlwg/TlwgTypist*.ttf"],
    "tlwg-typo": ["tlwg/TlwgTypo*.ttf"],
    "arundina-sans": ["arundina/ArundinaSans.ttf", "arundina/ArundinaSans-*.ttf"],
    "arundina-mono": ["arundina/ArundinaSansMono*.ttf"],
    "arundina-serif": ["arundina/ArundinaSerif*.ttf"],
    "noto-sans-thai": ["noto/NotoSansThai-*.ttf"],
    "noto-serif-thai": ["noto/NotoSerifThai-*.ttf"],
    "noto-looped-thai": ["noto/NotoLoopedThai-*.ttf"],
}

# Latin designs, for ASCII digits and letters alone.
TRAINING_LATIN = {
    "noto-sans": ["noto/NotoSans-*.ttf"],
    "noto-serif": ["noto/NotoSerif-*.ttf"],
    "dejavu": ["dejavu/DejaVuSans*.ttf", "dejavu/DejaVuSerif*.ttf"],
    "liberation": ["liberation*/LiberationSans*.ttf", "liberation*/LiberationSerif*.ttf"],
    "free-sans": ["freefont/FreeSans*.ttf"],
}

# Designs that choose the step of training to keep, the temperature and the thresholds.
VALIDATION = {"waree": ["tlwg/Waree*.ttf"]}

# Designs that nothing is chosen by. Laksaman looks like TH Sarabun, the font of most official documents.
HELD_OUT = {
    "laksaman": ["tlwg/Laksaman*.ttf"],
    "norasi": ["tlwg/Norasi*.ttf"],
    "umpush": ["tlwg/Umpush*.ttf"],
}

# Designs that are worth more than their share: upright, looped, and like what documents are set in.
WEIGHTS = {
    "kinnari": 2.0, "loma": 2.0, "sawasdee": 1.5, "noto-looped-thai": 2.5, "noto-serif-thai": 1.5,
    "noto-sans-thai": 1.5, "arundina-sans": 1.5, "arundina-serif": 1.5, "purisa": 0.5,
    "tlwg-mono": 0.5, "tlwg-typewriter": 0.5, "tlwg-typist": 0.5, "tlwg-typo": 0.5,
}


def files(families):
    """The files of each family, in order; a family that is not installed ends the run."""
    found = {}
    for name, patterns in families.items():
        paths = sorted({path for pattern in patterns for path in glob.glob(os.path.join(ROOT, pattern))})
        # Hairlines and the narrowest cuts vanish at 150 dpi: no document is set in them.
        paths = [path for path in paths if not any(cut in path for cut in ("Thin", "ExtraCondensed", "ExtraLight"))]
        if not paths:
            raise SystemExit(f"no fonts for {name}: see README.md for the packages")
        found[name] = paths
    return found
