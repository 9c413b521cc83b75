"""What the log keeps of an event, in words: what it happened to, and what was what before and after."""

from collections.abc import Mapping
from datetime import date

from pst.rules import wording
from pst.rules.calendar import KINDS
from pst.rules.letters.numbering import KEPT
from pst.rules.office.office import SETTINGS
from pst.rules.office.sentences import KINDS as SENTENCE_KINDS
from pst.rules.office.sentences import USES
from pst.rules.review.labels import OUTCOME_LABELS, ROLE_LABELS

FACT_LABELS = {
    "name": "Nama",
    "email": "Surel",
    "phone": "Telepon",
    "position": "Jabatan",
    "agency": "Instansi",
    "roles": "Peran",
    "address": "Alamat",
    "leader": "Jabatan pimpinan",
    "active": "Dapat dipilih pemohon",
    "into": "Digabungkan ke",
    "people": "Akun yang ikut pindah",
    "kind": "Jenis",
    "closed": "Kantor tutup",
    "decree": "Keputusan",
    "user": "Nomor akun",
    "rank": "Pangkat/golongan",
    "nip": "NIP",
    "starts": "Mulai",
    "ends": "Selesai",
    "mandate": "Surat perintah",
    "place": "Urutan",
    "person": "Nomor akun",
    "stand_in": "Nomor akun pengganti",
    "block": "Blok",
    "heading": "Pokok",
    "text": "Kalimat",
    "done": "Bila sudah dipenuhi",
    "rules": "Temuan rancangan",
    "use": "Pemakaian",
    "kinds": "Jenis",
    "count": "Banyaknya",
    "fields": "Isian",
    "officer": "Petugas",
    "revision": "Revisi",
    "dropped": "Isian yang tidak ikut",
    "letter": "Nomor surat",
    "replaces": "Menggantikan",
    "outcome": "Hasil",
    "identity_number": "Identitas rekomendasi",
    "romantik_id": "Nomor transaksi ROMANTIK",
    "code": "Isian",
    "codes": "Isian",
    "sha256": "Sidik SHA-256",
    "duties": "Kewajiban",
    "link": "Tautan",
    "file": "Berkas",
    "privacy": "Versi pemberitahuan privasi",
    "calendar": "Alamat kalender",
    "away": "Tidak di kantor",
    "remark": "Catatan nomor",
    "sentence": "Kalimat siap pakai",
    "submission": "Permohonan",
    "mails": "Nomor surel",
    "tries": "Percobaan",
    "kept": "Buku surat disimpan",
    "next": "Nomor berikutnya",
    "subject": "Perihal",
    "head": "Kepala rantai",
}
"""The facts that events keep, as people read them; one without a word here reads as itself."""

NAMED = frozenset({"account", "agency", "signatory", "initialler", "sentence", "kiosk"})
"""What people call by a name; everything else by its number."""

CODES: dict[str, str] = {
    **ROLE_LABELS,
    **{str(kind): word for kind, word in KINDS.items()},
    **KEPT,
    **SENTENCE_KINDS,
    **USES,
    **{code: label for code, label in OUTCOME_LABELS.items() if code},
}


def key_in_words(noun: str, key: str, facts: Mapping[str, object], name: str = "") -> str:
    """What it happened to: a setting's label, a holiday's day, the `name` of a row; else the key itself.

    Of a row that has gone the facts may still say how it was called.
    """
    if noun == "setting" and key in SETTINGS:
        return SETTINGS[key].label
    if noun == "holiday":
        return value_in_words(key)
    return name or (noun in NAMED and _name_in(facts)) or key


def fact_lines(facts: Mapping[str, object], labels: Mapping[str, str] = FACT_LABELS) -> list[tuple[str, str]]:
    """(label, words) of each fact; what changed as "before → after", leaving out what stayed the same.

    `labels` are words for facts that have none in `FACT_LABELS`.
    """
    words = {**labels, **FACT_LABELS}
    before, after = facts.get("from"), facts.get("to")
    lines = []
    if isinstance(before, Mapping) or isinstance(after, Mapping):
        lines = _changes(_mapping(before), _mapping(after), words)
    elif "from" in facts or "to" in facts:
        lines = [("Perubahan", _arrow(before, after))]
    others = {name: value for name, value in facts.items() if name not in ("from", "to", "seals")}
    return lines + [(_label(name, words), value_in_words(value)) for name, value in others.items()]


def value_in_words(value: object) -> str:
    """One kept value as people read it: dates long, codes by their labels, lists with commas."""
    if value is None or value == "" or value == []:
        return "–"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Mapping):
        return "; ".join(f"{_label(name)}: {value_in_words(each)}" for name, each in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(value_in_words(each) for each in value)
    return CODES.get(str(value)) or _day(str(value)) or str(value)


def _changes(
    before: Mapping[str, object], after: Mapping[str, object], words: Mapping[str, str]
) -> list[tuple[str, str]]:
    """What differs; where there was nothing before, or is nothing after, simply what there is."""
    if not before or not after:
        return [(_label(name, words), value_in_words(value)) for name, value in (before or after).items()]
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return [(_label(name, words), _arrow(before.get(name), after.get(name))) for name in names]


def _arrow(before: object, after: object) -> str:
    return f"{value_in_words(before)} → {value_in_words(after)}"


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _name_in(facts: Mapping[str, object]) -> str:
    """How the row was called, as its last event kept it."""
    for kept in (facts, _mapping(facts.get("to")), _mapping(facts.get("from"))):
        for word in ("name", "heading"):
            if isinstance(kept.get(word), str):
                return str(kept[word])
    return ""


def _label(name: str, words: Mapping[str, str] = FACT_LABELS) -> str:
    return words.get(name, name.replace("_", " "))


def _day(text: str) -> str:
    try:
        return wording.long_date(date.fromisoformat(text)) if len(text) == 10 else ""
    except ValueError:
        return ""
