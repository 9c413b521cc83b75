"""ROMANTIK's record of an activity, in and out, in its own key names and spellings.

A record is an envelope (who, which year, how it stands) around `form`, itself JSON inside a string. What
comes in can go out again unchanged: `write_record` with the original replaces only what was edited.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pst.exchange.romantik.fields import words
from pst.exchange.romantik.form import files_of, read_form, with_new_names, with_their_names, write_form
from pst.exchange.romantik.merging import merged
from pst.exchange.romantik.mskeg import TITLE, read_mskeg
from pst.exchange.romantik.printed import read_printed
from pst.exchange.romantik.received import BadRecord, dumped, parsed
from pst.questionnaires.shelf import CURRENT

DATE_KEYS = ("tgl_pengajuan", "tgl_perbaikan_terakhir", "tgl_pemeriksaan", "tgl_selesai")
NEW_ENVELOPE: dict[str, Any] = {
    "wilayah": "",
    "id_trans": None,
    "nama_kegiatan": "",
    "tahun_kegiatan": None,
    "instansi": "",
    "status_pengajuan": "",
    "status_rekomendasi": None,
    "form": "",
    "catatan_pemeriksaan": "[]",
    "catatan_rekomendasi": None,
    **dict.fromkeys(DATE_KEYS),
}
"""The envelope's keys in their order, as they stand in a record of which nothing is known yet."""

Record = dict[str, Any]

THE_REST = "isian_pst"
"""Our own key in the envelope."""
MSKEG = "mskeg"
"""Where MS-Keg is kept as it came; it never goes out."""


@dataclass(frozen=True)
class RomantikRemark:
    """One note of an examiner: when, as they write it; its state (“belum diperbaiki” …); its words."""

    when: str
    status: str
    text: str


@dataclass(frozen=True)
class RomantikRecord:
    """One record, read.

    `answers` hold our codes and plain text. `unread` names the paths inside the form that hold something and
    could not be placed; nothing is lost, because `original` keeps the record as it came. `dates` has the four
    `tgl_…` as their texts or None; `outcome` is layak, ditolak, dibatalkan or empty.
    """

    id_trans: int | None
    title: str
    year: int | None
    agency: str
    status: str
    outcome: str
    dates: dict[str, str | None]
    answers: dict[str, Any]
    attachments: tuple[str, ...]
    remarks: tuple[RomantikRemark, ...]
    unread: tuple[str, ...]
    original: Record = field(repr=False)

    @property
    def left_over(self) -> tuple[tuple[str, str], ...]:
        """What could not be placed, as people read it: where it stands in their form, and what stands there."""
        form = with_new_names(_form_of(self.original))[0]
        beyond = [(path, _told(at_path(form, path))) for path in self.unread]
        labels = self.original.get(MSKEG)
        return (*beyond, *(read_mskeg(labels)[1] if isinstance(labels, dict) else ()))


def read_record(source: str | bytes) -> RomantikRecord:
    """The record in `source`: one JSON object, ROMANTIK's or MS-Keg by its labels, or the printed form filled in.

    Raises `BadRecord`, `UploadRefused`.
    """
    if not (isinstance(source, bytes) and source.startswith(b"PK")):
        record = parsed(source, "Berkas")
    elif TITLE not in (record := read_printed(source)):
        raise BadRecord(f"Pada berkas itu tidak ada “{TITLE}” dengan isinya, jadi bentuknya tidak dikenal.")
    return _understood(_of_mskeg(record) if TITLE in record else record)


def _of_mskeg(labels: Record) -> Record:
    """The record of what MS-Keg says under its labels, which are kept beside it."""
    answers, _ = read_mskeg(labels)
    return {**write_record(answers), MSKEG: labels}


def write_record(
    answers: Mapping[str, Any],
    *,
    envelope: Mapping[str, Any] | None = None,
    attachments: list[str] | None = None,
    original: Record | None = None,
) -> Record:
    """A record for ROMANTIK from our answers; with `original`, only what differs from it is replaced.

    `envelope` gives outer values that we know better (`id_trans`, `wilayah`, `status_pengajuan`, the
    `tgl_…`); `attachments` the file names, or None to leave them. Raises `BadRecord` when the original is
    none.
    """
    if unknown := set(envelope or ()) - set(NEW_ENVELOPE):
        raise ValueError(f"not in the envelope: {', '.join(sorted(unknown))}")
    record = _new_record(answers, attachments) if original is None else _edited(original, answers, attachments)
    return _with_the_rest({**record, **(envelope or {})}, answers)


def _with_the_rest(record: Record, answers: Mapping[str, Any]) -> Record:
    """Beside their form, what it does not hold of our answers: read back, the record says all of them again."""
    bare = {key: value for key, value in record.items() if key not in (THE_REST, MSKEG)}
    told = _understood(bare).answers if answers.get("judul_kegiatan") else answers
    given = [(CURRENT.question(code), value) for code, value in answers.items() if code in CURRENT]
    rest = {
        question.code: value
        for question, value in given
        if not (question.is_untouched(value) or question.same(value, told.get(question.code)))
    }
    return {**bare, THE_REST: rest} if rest else bare


def _new_record(answers: Mapping[str, Any], attachments: list[str] | None) -> Record:
    return {**NEW_ENVELOPE, **_outer(answers), "form": dumped(write_form(answers, list(attachments or ())))}


def _edited(original: Record, answers: Mapping[str, Any], attachments: list[str] | None) -> Record:
    before = _understood(original)
    form = _form_of(original)
    files = list(before.attachments)
    base = write_form(before.answers, files)
    new = write_form(answers, files if attachments is None else attachments)
    renames = with_new_names(form)[1]
    edited = merged(form, with_their_names(base, renames), with_their_names(new, renames))
    record = merged(original, _outer(before.answers), _outer(answers))
    return record if edited == form else {**record, "form": _like(original["form"], edited)}


def _outer(answers: Mapping[str, Any]) -> Record:
    """What the envelope repeats of the answers."""
    return {
        "nama_kegiatan": answers.get("judul_kegiatan") or "",
        "tahun_kegiatan": answers.get("tahun_kegiatan"),
        "instansi": answers.get("instansi_penyelenggara") or "",
    }


def _understood(record: Record) -> RomantikRecord:
    title = " ".join((words(record.get("nama_kegiatan")) or "").split())
    if not title:
        raise BadRecord(
            "Ini bukan catatan ROMANTIK (nama_kegiatan tidak ada) dan bukan MS-Keg (Judul Kegiatan tidak ada). "
            "Unduh catatannya sebagai JSON dari ROMANTIK, SIRUSA, atau INDAH."
        )
    form = _form_of(record)
    answers, unread = read_form(form)
    if isinstance(labels := record.get(MSKEG), dict):  # their form says "no" of what nobody said
        said = read_mskeg(labels)[0]
        answers = {code: value for code, value in answers.items() if code in said}
    year = _whole(record.get("tahun_kegiatan"))
    outer = {"judul_kegiatan": title, "tahun_kegiatan": year}
    agency = words(record.get("instansi")) or ""
    answers.setdefault("instansi_penyelenggara", agency)
    answers |= _the_rest(record.get(THE_REST))
    return RomantikRecord(
        id_trans=_whole(record.get("id_trans")),
        title=title,
        year=year,
        agency=agency,
        status=words(record.get("status_pengajuan")) or "",
        outcome=words(record.get("status_rekomendasi")) or "",
        dates={key: words(record.get(key)) or None for key in DATE_KEYS},
        answers={code: answer for code, answer in {**outer, **answers}.items() if answer not in (None, "")},
        attachments=files_of(form),
        remarks=_remarks(record.get("catatan_pemeriksaan")),
        unread=tuple(unread),
        original=record,
    )


def _the_rest(value: Any) -> dict[str, Any]:
    """What an export of ours says beside the form, as far as it has the shape of answers."""
    rest = value if isinstance(value, dict) else {}
    return {
        code: answer
        for code, answer in rest.items()
        if code in CURRENT and CURRENT.question(code).problem(answer) is None
    }


def _form_of(record: Record) -> Record:
    form = record.get("form")
    if isinstance(form, str):
        form = parsed(form, "Isian formulir (form) di dalam berkas")
    if not isinstance(form, dict):
        raise BadRecord("Ini bukan catatan ROMANTIK: isian formulir (form) tidak ada.")
    return form


def _remarks(value: Any) -> tuple[RomantikRemark, ...]:
    """Their notes; a list, or a list inside a string. What is no list of notes is left to `original`."""
    try:
        notes = json.loads(value) if isinstance(value, str) else value
    except (ValueError, RecursionError):
        return ()
    rows = [note for note in notes if isinstance(note, dict)] if isinstance(notes, list) else []
    return tuple(RomantikRemark(*(words(row.get(key)) or "" for key in ("waktu", "status", "catatan"))) for row in rows)


def at_path(form: Any, path: str) -> Any:
    """What stands at a path like blok_iii.variabel_yang_dikumpulkan.0.konsep."""
    for key in path.split("."):
        inside = form.get(key) if isinstance(form, dict) else None
        form = form[int(key)] if isinstance(form, list) and key.isdecimal() and int(key) < len(form) else inside
    return form


def _told(value: Any) -> str:
    return "ya" if value is True else words(value) or json.dumps(value, ensure_ascii=False)


def _whole(value: Any) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = value.strip() if isinstance(value, str) else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def _like(before: Any, form: Record) -> Any:
    """The form as it came: inside a string, or as it is."""
    return dumped(form) if isinstance(before, str) else form
