"""Block VIII: what the public gets."""

import re
from datetime import date, timedelta

from pst.rules.catalogue.design_checks.block_3 import IDENTIFIERS
from pst.rules.catalogue.design_checks.design import Design
from pst.rules.catalogue.design_checks.rule import Wrong, error, warning

PRODUCTS = {"tercetak": "tercetak", "digital": "digital", "mikrodata": "data mikro"}
TOO_LATE = timedelta(days=365)


def _no_product(design: Design) -> Wrong:
    offered = [design.yes(f"produk_{name}") for name in PRODUCTS]
    return None if None in offered and True not in offered else not any(offered)


def _releases(design: Design) -> dict[str, date]:
    days = {words: design.day(f"rilis_{name}") for name, words in PRODUCTS.items() if design.yes(f"produk_{name}")}
    return {words: day for words, day in days.items() if day}


def _released_early(design: Design) -> Wrong:
    out, releases = design.stage("diseminasi_hasil"), _releases(design)
    return [words for words, day in releases.items() if day < out[0]] if out and releases else None


def _released_late(design: Design) -> Wrong:
    collection, releases = design.collection, _releases(design)
    if not collection or not releases:
        return None
    return [words for words, day in releases.items() if day - collection[1] > TOO_LATE]


def _microdata_open(design: Design) -> Wrong:
    offered = design.yes("produk_mikrodata")
    if offered is None or not design.variables:
        return None
    careful = design.says(r"anonim|samar", "catatan_pemohon", "latar_belakang_kegiatan", "tujuan_kegiatan")
    named = any(re.search(IDENTIFIERS, row["nama"], re.IGNORECASE) for row in design.variables)
    return offered and not careful and (named or bool(design.chosen("unit_analisis") & {"individu", "rumah_tangga"}))


RULES = (
    error(
        "R-VIII-01",
        8,
        "produk_tercetak produk_digital produk_mikrodata",
        _no_product,
        "Tidak ada produk yang tersedia untuk umum, padahal formulir meminta paling sedikit satu. Hasil statistik "
        "sektoral diumumkan (PP 51/1999); pilih Ya pada produk 8.1 yang akan tersedia.",
    ),
    warning(
        "D-VIII-01",
        8,
        "rilis_tercetak rilis_digital rilis_mikrodata jadwal",
        _released_early,
        "Rencana rilis mendahului tahap diseminasi pada 3.3. Samakan tanggalnya.",
    ),
    warning(
        "D-VIII-02",
        8,
        "rilis_tercetak rilis_digital rilis_mikrodata jadwal",
        _released_late,
        "Produk terbit lebih dari setahun sesudah pengumpulan data, ketika datanya sudah usang. Majukan rilisnya, "
        "atau jelaskan sebabnya.",
    ),
    warning(
        "D-VIII-03",
        8,
        "produk_mikrodata variabel catatan_pemohon",
        _microdata_open,
        "Data mikro orang atau rumah tangga dibuka tanpa keterangan cara menyamarkannya. Jelaskan pada catatan "
        "9.3 bagaimana pengenalnya dihapus, agar responden tidak dikenali.",
    ),
)
