"""Who signs letters, from which day to which: the head, and officials who stand in (Plt., Plh.)."""

from datetime import date, datetime

from pst.actions import audit
from pst.actions.seen import refuse_if_changed
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.letters.letters import Letter
from pst.models.letters.signatories import Signatory
from pst.rules import wording
from pst.rules.refusals import Refusal
from pst.rules.review.labels import SIGNATORY_LABELS
from pst.rules.roles import Role

FIELDS = ("user", "kind", "name", "rank", "nip", "starts", "ends", "mandate")


class SignatoryRefused(Refusal):
    """The row cannot be so; the message says why, in Indonesian."""


def put_signatory(
    row: Signatory | None, actor: User | None, at: datetime, seen: str = "", **fields: object
) -> Signatory:
    """Add a signatory (`row` None) or change one; `fields` are those of `FIELDS`.

    Letters issued before keep the name they were signed with, and their days stay inside the stretch. `seen` is
    the mark of what the page showed. Raises `SignatoryRefused`, `ChangedMeanwhile`.
    """
    with write():
        row = _still_there(row) if row else Signatory()
        before = kept(row) if row.id else {}
        for name in FIELDS:
            setattr(row, name, fields[name])
        if kept(row) == before:
            return row
        if before:
            refuse_if_changed(seen, before, "signatory", [str(row.id)])
        _refuse_nonsense(row, before)
        row.save()
        verb = "change" if before else "create"
        facts = {"from": before, "to": kept(row)}
        audit.record("signatory", str(row.id), verb, actor, at, facts=facts)
    return row


def remove_signatory(row: Signatory, actor: User, at: datetime, seen: str = "") -> None:
    """Take out a row that was entered by mistake.

    Raises `SignatoryRefused` when letters rest on it, `ChangedMeanwhile`.
    """
    with write():
        row = _still_there(row)
        refuse_if_changed(seen, kept(row), "signatory", [str(row.id)])
        if Letter.days_signed(row.id):
            raise SignatoryRefused("Sudah ada surat yang disahkan pejabat ini. Isi tanggal selesainya saja.")
        row.delete_instance()
        audit.record("signatory", str(row.id), "remove", actor, at, facts={"from": kept(row)})


def kept(row: Signatory) -> dict[str, object]:
    """What is kept of a row, by `FIELDS`, in words that events can hold."""
    days = {"starts": row.starts.isoformat(), "ends": row.ends.isoformat() if row.ends else ""}
    return {
        "user": row.user_id,
        "kind": row.kind,
        "name": row.name,
        "rank": row.rank,
        "nip": row.nip,
        **days,
        "mandate": row.mandate,
    }


def _still_there(row: Signatory) -> Signatory:
    """The row as it is now, under the write lock."""
    now = Signatory.find(row.id)
    if now is None:
        raise SignatoryRefused(f"Baris {row.name} sudah dihapus.")
    return now


def _refuse_nonsense(row: Signatory, before: dict[str, object]) -> None:
    if row.kind not in SIGNATORY_LABELS:
        raise SignatoryRefused("Pilih Kepala, Plt., atau Plh.")
    if row.ends is not None and row.ends < row.starts:
        raise SignatoryRefused("Tanggal selesai tidak boleh sebelum tanggal mulai.")
    if row.user_id != before.get("user"):
        _refuse_other_than_heads(row)
    if same := Signatory.overlapping(row.kind, row.starts, row.ends, row.id):
        raise SignatoryRefused(
            f"Masa jabatan ini bertumpuk dengan {same.name} ({_stretch(same.starts, same.ends)}). "
            "Isi dahulu tanggal selesai pejabat itu."
        )
    _refuse_orphaned_letters(row)


def _refuse_other_than_heads(row: Signatory) -> None:
    """Who signed in earlier days may have other roles by now; only a new name must be able to sign."""
    user = User.get_or_none(User.id == row.user_id)
    if user is None or not user.active or Role.HEAD not in user.roles:
        raise SignatoryRefused("Pejabat harus memiliki akun aktif dengan peran Kepala.")


def _refuse_orphaned_letters(row: Signatory) -> None:
    """A letter's day is a day on which its signatory could sign, also when the row is corrected later."""
    signed = Letter.days_signed(row.id) if row.id else None
    if signed and (signed[0] < row.starts or (row.ends is not None and signed[1] > row.ends)):
        raise SignatoryRefused(
            f"Pejabat ini sudah mengesahkan surat bertanggal {_stretch(*signed)}; "
            "masa jabatannya harus memuat tanggal itu."
        )


def _stretch(starts: date, ends: date | None) -> str:
    return f"{wording.long_date(starts)} – {wording.long_date(ends) if ends else 'seterusnya'}"
