#!/usr/bin/python3
"""Makes the fonts of the client from the npm packages in assets/package.json.

make_fonts.py NODE_MODULES ICONS.txt OUT: regular.ttf and bold.ttf hold English, Welsh and the signs
we use, without hinting or layout features (the canvas kerns nothing, so the page must not either).
icons.ttf holds the listed icons from U+E000 on, in the order of the list. dyslexic_*.otf are the same letters of
OpenDyslexic, for those who chose it.
"""
import json
import os
import subprocess
import sys
import tempfile

from fontTools import merge, subset
from fontTools.ttLib import TTFont

SIGNS = "£€·×–—‘’“”…•‹›−½¼¾°™"
WELSH = "ŵŷŴŶẁẃẅẀẂẄỳỲ"


def wanted_codepoints():
    latin = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180))
    return latin | {ord(c) for c in SIGNS + WELSH} | {0x2011, 0x202F}


def options():
    chosen = subset.Options()
    chosen.hinting = False
    chosen.layout_features = []
    chosen.drop_tables += ["GDEF", "GPOS", "GSUB", "STAT", "gasp", "DSIG", "meta"]
    chosen.name_IDs = [1, 2, 13, 14]
    chosen.notdef_outline = True
    chosen.glyph_names = False
    return chosen


def decompressed(package, name, work):
    source = os.path.join(package, "files", name + ".woff2")
    copy = os.path.join(work, name + ".woff2")
    with open(source, "rb") as read, open(copy, "wb") as write:
        write.write(read.read())
    subprocess.run(["woff2_decompress", copy], check=True, stdout=subprocess.DEVNULL)
    return os.path.join(work, name + ".ttf")


def write_font(font, codepoints, path):
    subsetter = subset.Subsetter(options())
    subsetter.populate(unicodes=codepoints)
    subsetter.subset(font)
    font.save(path + ".partial")
    os.replace(path + ".partial", path)


def make_text_font(package, weight, path, work):
    parts = [decompressed(package, f"atkinson-hyperlegible-next-{script}-{weight}-normal", work)
             for script in ("latin", "latin-ext")]
    write_font(merge.Merger().merge(parts), wanted_codepoints(), path)


def make_face(package, script, weight, path, work):
    write_font(TTFont(decompressed(package, f"{script}-{weight}-normal", work)), wanted_codepoints(), path)


def make_icon_font(package, names, path):
    font = TTFont(os.path.join(package, "font", "lucide.ttf"))
    with open(os.path.join(package, "font", "codepoints.json")) as file:
        known = json.load(file)
    glyphs = font.getBestCmap()
    placed = {0xE000 + index: glyphs[known[name]] for index, name in enumerate(names)}
    for table in font["cmap"].tables:
        table.cmap = dict(placed) if table.isUnicode() else {}
    write_font(font, placed.keys(), path)


def main():
    node_modules, icons, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    with open(icons) as file:
        names = file.read().split()
    text_package = os.path.join(node_modules, "@fontsource", "atkinson-hyperlegible-next")
    with tempfile.TemporaryDirectory() as work:
        make_text_font(text_package, 400, os.path.join(out, "regular.ttf"), work)
        make_text_font(text_package, 700, os.path.join(out, "bold.ttf"), work)
        dyslexic = os.path.join(node_modules, "@fontsource", "opendyslexic")
        make_face(dyslexic, "opendyslexic-latin", 400, os.path.join(out, "dyslexic_regular.otf"), work)
        make_face(dyslexic, "opendyslexic-latin", 700, os.path.join(out, "dyslexic_bold.otf"), work)
    make_icon_font(os.path.join(node_modules, "lucide-static"), names, os.path.join(out, "icons.ttf"))


main()
