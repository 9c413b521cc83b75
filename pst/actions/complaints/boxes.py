"""The box on the wall: printing coded forms, opening it before witnesses, entering its sheets, closing the minutes."""

from dataclasses import dataclass
from datetime import datetime

from pst.actions import audit
from pst.actions.complaints.complaints import Filing, file_complaint
from pst.actions.complaints.dialogue import Bare, cleared, keep_bare
from pst.actions.files import FileStore, keep_file
from pst.actions.vault import Vault
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.base import Sequence, write
from pst.models.complaints.boxes import BoxForm, BoxOpening, BoxSheet
from pst.models.complaints.complaints import Complaint
from pst.rules import numbering
from pst.rules.complaints.complaints import Kind, Privacy
from pst.rules.steps import StepRefused

MOST_FORMS = 60
"""Forms of one batch."""
MOST_SHEETS = 500
BOARD_WORDS = "Kami sudah membaca lembar ini."


class DoesNotAgree(StepRefused):
    """The sheets entered are not as many as were counted before the witnesses."""


@dataclass(frozen=True)
class PrintedForm:
    """A blank form as it goes to paper; the code is nowhere else."""

    number: str
    code: str


@dataclass(frozen=True)
class SheetEntry:
    """One sheet as it is typed: the number of a coded form or "", and what is written on it; void: nothing to read."""

    text: str
    form_number: str = ""
    kind: str = Kind.COMPLAINT
    topic: str = ""
    who: str = ""
    is_void: bool = False
    scan_name: str = ""
    scan: bytes = b""


def print_forms(how_many: int, actor: User, at: datetime) -> list[PrintedForm]:
    """Draw numbers and codes for a batch of blank forms. Only the hashes stay; the codes leave on paper alone."""
    if not 1 <= how_many <= MOST_FORMS:
        raise StepRefused(f"Satu kali cetak 1 sampai {MOST_FORMS} formulir.", "how_many")
    today = local(at).date()
    with write():
        batch = Sequence.draw("box-batch")
        forms = [
            PrintedForm(
                numbering.form_number(today.year, Sequence.draw(f"box-form-{today.year}")), numbering.new_code()
            )
            for _ in range(how_many)
        ]
        for form in forms:
            BoxForm.create(number=form.number, code_hash=numbering.hash_code(form.code), batch=batch, printed_on=today)
        audit.record("box", f"cetak-{batch}", "print_forms", actor, at, facts={"forms": how_many})
    return forms


def open_box(
    opened_at: datetime, witnesses: tuple[str, str], found: int, note: str, actor: User, at: datetime
) -> BoxOpening:
    """Record an opening: when, two different witnesses, how many sheets; zero is a result too. Raises `StepRefused`."""
    first, second = (" ".join(name.split()) for name in witnesses)
    if not first or not second or first.casefold() == second.casefold():
        raise StepRefused("Tuliskan dua saksi yang berbeda.", "second_witness")
    if opened_at > at:
        raise StepRefused("Waktu pembukaan belum tiba.", "opened_on")
    if not 0 <= found <= MOST_SHEETS:
        raise StepRefused(f"Jumlah lembar dari 0 sampai {MOST_SHEETS}.", "found")
    year = local(opened_at).year
    with write():
        opening = BoxOpening.create(
            number=numbering.opening_number(year, Sequence.draw(f"box-opening-{year}")),
            opened_at=opened_at,
            first_witness=first,
            second_witness=second,
            found=found,
            note=note.strip(),
            opened_by=actor,
        )
        audit.record("box", opening.number, "open_box", actor, at, facts={"found": found})
    return opening


def enter_sheet(
    opening: BoxOpening, entry: SheetEntry, actor: User, at: datetime, store: FileStore, vault: Vault
) -> BoxSheet:
    """Enter one sheet. A coded form joins the dialogue its stub opens; a sheet without stub goes on the notice board.

    Raises `StepRefused`, `UploadRefused`.
    """
    scans = cleared([(entry.scan_name, entry.scan)] if entry.scan else [], store)
    with write():
        _still_open(opening)
        if sum(BoxSheet.count_by_kind(opening).values()) >= opening.found:
            raise DoesNotAgree(f"Pada pembukaan ini dihitung {opening.found} lembar; semuanya sudah dientri.")
        if entry.is_void:
            return _keep_void(opening, scans, actor, at, store)
        form = _form_of(entry.form_number)
        complaint = _register(opening, entry, form, actor, at, vault)
        keep_bare(complaint, "complainant", scans, at, store)
        return BoxSheet.create(opening=opening, kind="form" if form else "plain", complaint=complaint, entered_by=actor)


def recount(opening: BoxOpening, found: int, why: str, actor: User, at: datetime) -> None:
    """Correct the number that was counted, with the reason; both stand in the minutes. Raises `StepRefused`."""
    if not why.strip():
        raise StepRefused("Tuliskan mengapa hitungannya diperbaiki.", "why")
    with write():
        _still_open(opening)
        entered = sum(BoxSheet.count_by_kind(opening).values())
        if not entered <= found <= MOST_SHEETS:
            raise StepRefused(f"Sudah dientri {entered} lembar; hitungan tidak dapat lebih kecil.", "found")
        correction = f"Hitungan diperbaiki dari {opening.found} menjadi {found} lembar: {why.strip()}"
        facts = {"before": opening.found, "found": found}
        opening.found, opening.note = found, "\n".join(part for part in (opening.note, correction) if part)
        opening.save()
        audit.record("box", opening.number, "recount", actor, at, note=why.strip(), facts=facts)


def close_opening(opening: BoxOpening, actor: User, at: datetime) -> None:
    """End the entry: as many sheets as were counted, not one more or fewer. Raises `DoesNotAgree`."""
    with write():
        _still_open(opening)
        entered = sum(BoxSheet.count_by_kind(opening).values())
        if entered != opening.found:
            raise DoesNotAgree(
                f"Dihitung {opening.found} lembar, dientri {entered}. Cari lembar yang kurang sebelum menutup."
            )
        opening.closed_at, opening.closed_by = at, actor
        opening.save()
        audit.record("box", opening.number, "close_opening", actor, at, facts=_counted(opening))


def _keep_void(opening: BoxOpening, scans: list[Bare], actor: User, at: datetime, store: FileStore) -> BoxSheet:
    """Nothing can be read on it; its picture is kept, so that this can be checked."""
    scan = next((keep_file(store, content, mime, at) for _, mime, content in scans), None)
    return BoxSheet.create(opening=opening, kind="void", scan=scan, entered_by=actor)


def _counted(opening: BoxOpening) -> dict[str, int]:
    return {"found": opening.found, **BoxSheet.count_by_kind(opening)}


def _still_open(opening: BoxOpening) -> None:
    if BoxOpening.get_by_id(opening.id).is_closed:
        raise StepRefused("Pembukaan kotak ini sudah ditutup.")


def _form_of(number: str) -> BoxForm | None:
    """The blank form of this printed number. Raises `StepRefused` where there is none, or it came back before."""
    clean = number.strip().upper().replace(" ", "")
    if not clean:
        return None
    form = BoxForm.by_number(clean)
    if form is None:
        raise StepRefused(f"Nomor formulir {clean} tidak pernah dicetak.")
    if form.complaint_id is not None:
        raise StepRefused(f"Formulir {clean} sudah dientri.")
    return form


def _register(
    opening: BoxOpening, entry: SheetEntry, form: BoxForm | None, actor: User, at: datetime, vault: Vault
) -> Complaint:
    """A sheet tells no name to us: it is kept as an anonymous complaint of the day the box was opened."""
    filing = Filing(
        kind=entry.kind,
        text=entry.text,
        privacy=Privacy.ANONYMOUS,
        topic=entry.topic,
        who=entry.who,
        channel="box",
        received_on=local(opening.opened_at).date(),
    )
    code_hash = form.code_hash if form else numbering.hash_code(numbering.new_code())
    complaint = file_complaint(filing, code_hash, at, vault, entered_by=actor)
    if form:
        form.complaint = complaint
        form.save()
    else:
        _post(complaint)
    return complaint


def _post(complaint: Complaint) -> None:
    """Give it a code for the notice board; whoever entered it may not know of it any more, so nobody is asked."""
    complaint.board_code, complaint.board_text = numbering.new_code(), BOARD_WORDS
    complaint.save()
