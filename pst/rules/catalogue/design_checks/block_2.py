"""Block II: who answers for the activity."""

from pst.rules.catalogue.design_checks.design import Design
from pst.rules.catalogue.design_checks.rule import Wrong, error

PARTS = {
    "pj_nama": "nama",
    "pj_jabatan": "jabatan",
    "pj_alamat": "alamat",
    "pj_telepon": "telepon",
    "pj_email": "surel",
}


def _contact_incomplete(design: Design) -> Wrong:
    return [words for code, words in PARTS.items() if not design.text(code)]


RULES = (
    error(
        "R-II-01",
        2,
        "unit_eselon2 unit_eselon1",
        lambda design: not (design.text("unit_eselon2") or design.text("unit_eselon1")),
        "Unit penanggung jawab kosong. Isikan jabatan pimpinan yang bertanggung jawab, misalnya Kepala Dinas "
        "Kesehatan; eselon 1 boleh “-” untuk kabupaten.",
    ),
    error(
        "R-II-02",
        2,
        "pj_nama pj_jabatan pj_alamat pj_telepon pj_email",
        _contact_incomplete,
        "Keterangan penanggung jawab teknis belum lengkap, padahal pemeriksa bertanya kepadanya. Isikan yang belum "
        "ada.",
    ),
)
