"""Cuts the papers' three faces: Arimo (the measures of Arial) with Greek, and mathematical signs of Noto Sans Math.

usage: python assets/fonts.py NODE_MODULES pst/paper/fonts

The files are plain TrueType: from a `.woff` fpdf2 would embed the compressed container as it is once it is cut, and
readers refuse that. Hinting and layout tables, which a PDF does not need, are left out.
"""

import sys
from pathlib import Path
from shutil import copyfile

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

FACES = {"regular": "400-normal", "bold": "700-normal", "bold-italic": "700-italic"}
LETTERS = [
    *range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x180), 0x2BC, *range(0x300, 0x305), 0x308, 0x323,
    0x1E5F, 0x1E63, 0x1E6D, 0x1E25, 0x1E0D,
    *range(0x391, 0x3A2), *range(0x3A3, 0x3AA), *range(0x3B1, 0x3CA),
    *range(0x2013, 0x2015), *range(0x2018, 0x201F), 0x2020, 0x2022, 0x2026, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044,
    0x20AC, 0x2122, 0x2212,
]  # fmt: skip
SIGNS = [
    0x302, 0x2190, 0x2191, 0x2192, 0x2193, 0x2194, 0x21D2, 0x21D4, 0x2200, 0x2202, 0x2203, 0x2205, 0x2206, 0x2208,
    0x2209, 0x220F, 0x2211, 0x221A, 0x221D, 0x221E, 0x2229, 0x222A, 0x222B, 0x2248, 0x2260, 0x2261, 0x2264, 0x2265,
    0x2282, 0x2286, 0x2713,
]  # fmt: skip
MARKS = [*range(0x300, 0x305), 0x308]
HALF_A_LETTER = 520
"""In units of 2048 to the em: half of what x, p and y take in Arimo."""
TABLES = ["GPOS", "GSUB", "GDEF", "gasp", "MATH", "STAT", "DSIG", "meta"]


def main(packages: Path, folder: Path) -> None:
    """Writes the three faces and both licences into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    arimo, maths = packages / "@fontsource/arimo", packages / "@fontsource/noto-sans-math"
    for face, cut in FACES.items():
        scripts = [arimo / f"files/arimo-{script}-{cut}.woff" for script in ("latin", "latin-ext", "greek")]
        parts = [_cut(script, LETTERS) for script in scripts]
        parts.append(_cut(maths / "files/noto-sans-math-latin-400-normal.woff", SIGNS))
        _merged(parts, folder / f"{face}.ttf")
    copyfile(arimo / "LICENSE", folder / "LICENSE-Arimo.txt")
    copyfile(maths / "LICENSE", folder / "LICENSE-Noto-Sans-Math.txt")


def _cut(source: Path, wanted: list[int]) -> TTFont:
    font = TTFont(source)
    font.flavor = None
    options = subset.Options(hinting=False, layout_features=[], drop_tables=[*subset.Options().drop_tables, *TABLES])
    options.name_IDs = ["*"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    if font["head"].unitsPerEm != 2048:
        scale_upem(font, 2048)
    return font


def _merged(parts: list[TTFont], target: Path) -> None:
    """One font of them all; where two have a letter, the first one's stands."""
    names = [target.with_suffix(f".{number}.part") for number in range(len(parts))]
    for part, name in zip(parts, names, strict=True):
        part.save(name)
    font = Merger().merge([str(name) for name in names])
    for table in set(TABLES) & set(font.keys()):
        del font[table]
    font["post"].formatType = 3.0
    for code in MARKS:
        _stand_over_the_letter_before(font, font.getBestCmap()[code])
    font.save(target)
    for name in names:
        name.unlink()


def _stand_over_the_letter_before(font: TTFont, name: str) -> None:
    """Without the tables that place it, a mark stands where it was drawn: over the middle of an average letter."""
    glyph, place = font["glyf"][name], font["glyf"]
    shift = -HALF_A_LETTER - (glyph.xMin + glyph.xMax) // 2
    if glyph.isComposite():
        for part in glyph.components:
            part.x += shift
    else:
        glyph.coordinates.translate((shift, 0))
    glyph.recalcBounds(place)
    font["hmtx"][name] = (0, glyph.xMin)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
