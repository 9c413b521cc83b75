"""Block IX: supporting files."""

import re

from pst.rules.catalogue.design_checks.design import CENSUS, SURVEY, Design
from pst.rules.catalogue.design_checks.rule import Wrong, error, warning

INSTRUMENTS = r"kuesioner|kuisioner|questionnaire|instrumen|form|lembar|daftar|angket"


def _no_instrument(design: Design) -> Wrong:
    if not design.files or not design.method:
        return None
    return design.method in (SURVEY, CENSUS) and not re.search(INSTRUMENTS, " ".join(design.files), re.IGNORECASE)


RULES = (
    error(
        "D-IX-01",
        9,
        "file_berkas_pendukung",
        lambda design: None if design.files is None else not design.files,
        "Belum ada berkas pendukung; pemeriksa memerlukan instrumen dan kerangka acuan. Unggah kuesioner atau "
        "lembar kerja, KAK, dan rancangan tabel.",
    ),
    warning(
        "D-IX-02",
        9,
        "file_berkas_pendukung cara_pengumpulan_data",
        _no_instrument,
        "Tidak ada berkas yang namanya menyebut kuesioner atau instrumen. Pemeriksa mencocokkannya dengan "
        "variabel pada 3.4; unggah, atau beri nama yang jelas.",
    ),
)
