"""Block I: the organiser."""

import re

from pst.rules.catalogue.design_checks.design import Design
from pst.rules.catalogue.design_checks.rule import Wrong, error, warning

SHORT_FORMS = {"disdukcapil", "diskominfo", "dinkes", "disdik", "dinsos", "bappeda", "bapperida", "dishub", "setda"}


def _abbreviated(design: Design) -> Wrong:
    name = design.text("instansi_penyelenggara")
    if not name:
        return None
    shouted = re.findall(r"\b[A-Z]{3,}\b", name) if len(name.split()) == 1 or not name.isupper() else []
    return [*shouted, *(word for word in name.split() if word.lower().strip(",.") in SHORT_FORMS)]


def _address_incomplete(design: Design) -> Wrong:
    needed = {"alamat_instansi": "alamat", "telepon": "telepon", "email": "surel"}
    return [words for code, words in needed.items() if not design.text(code)]


RULES = (
    error(
        "R-I-01",
        1,
        "instansi_penyelenggara",
        lambda design: not design.text("instansi_penyelenggara"),
        "Nama instansi penyelenggara kosong; tanpa itu tidak jelas siapa yang menerima rekomendasi. Isikan nama "
        "resmi dan lengkap.",
    ),
    warning(
        "R-I-02A",
        1,
        "instansi_penyelenggara",
        _abbreviated,
        "Nama instansi tampak disingkat. Surat rekomendasi memakai nama resmi; tulis lengkap beserta daerahnya.",
    ),
    error(
        "R-I-04",
        1,
        "alamat_instansi telepon email",
        _address_incomplete,
        "Alamat instansi belum lengkap; BPS perlu dapat menghubungi penyelenggara. Isikan yang belum ada.",
    ),
)
