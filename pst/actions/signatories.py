"""Who signs letters, from which day to which: the head, and officials who stand in (Plt., Plh.)."""

from datetime import date, datetime

from pst.actions import audit
from pst.models.base import write
from pst.models.letters import Letter
from pst.models.signatories import Signatory
from pst.models.users import User
from pst.rules import wording
from pst.rules.labels import SIGNATORY_LABELS
from pst.rules.roles import Role

FIELDS = ("user", "kind", "name", "rank", "nip", "starts", "ends", "mandate")


class SignatoryRefused(Exception):
    """The row cannot be so; the message says why, in Indonesian."""


def put_signatory(row: Signatory | None, actor: User | None, at: datetime, **fields: object) -> Signatory:
    """Add a signatory (`row` None) or change one; `fields` are those of `FIELDS`. Raises `SignatoryRefused`.

    Letters issued before keep the name they were signed with.
    """
    with write():
        row = Signatory.get_by_id(row.id) if row else Signatory()
        before = _said(row) if row.id else {}
        for name in FIELDS:
            setattr(row, name, fields[name])
        _refuse_nonsense(row)
        row.save()
        if _said(row) != before:
            verb = "change" if before else "create"
            facts = {"from": before, "to": _said(row)}
            audit.record("signatory", str(row.id), verb, actor, at, facts=facts)
    return row


def remove_signatory(row: Signatory, actor: User, at: datetime) -> None:
    """Take out a row that was entered by mistake. Raises `SignatoryRefused` when letters rest on it."""
    with write():
        if Letter.select().where(Letter.signatory == row.id).exists():
            raise SignatoryRefused("Sudah ada surat yang disahkan pejabat ini. Isi tanggal selesainya saja.")
        if row.delete_instance():
            audit.record("signatory", str(row.id), "remove", actor, at, facts={"from": _said(row)})


def _refuse_nonsense(row: Signatory) -> None:
    if row.kind not in SIGNATORY_LABELS:
        raise SignatoryRefused("Pilih Kepala, Plt., atau Plh.")
    if row.ends is not None and row.ends < row.starts:
        raise SignatoryRefused("Tanggal selesai tidak boleh sebelum tanggal mulai.")
    user = User.get_by_id(row.user_id)
    if not user.active or Role.HEAD not in user.roles:
        raise SignatoryRefused("Pejabat harus memiliki akun aktif dengan peran Kepala.")
    if same := Signatory.overlapping(row.kind, row.starts, row.ends, row.id):
        raise SignatoryRefused(
            f"Masa jabatan ini bertumpuk dengan {same.name} ({_stretch(same.starts, same.ends)}). "
            "Isi dahulu tanggal selesai pejabat itu."
        )


def _stretch(starts: date, ends: date | None) -> str:
    return f"{wording.long_date(starts)} – {wording.long_date(ends) if ends else 'seterusnya'}"


def _said(row: Signatory) -> dict[str, object]:
    days = {"starts": row.starts.isoformat(), "ends": row.ends.isoformat() if row.ends else ""}
    return {"user": row.user_id, "kind": row.kind, "name": row.name, "rank": row.rank, "nip": row.nip, **days,
            "mandate": row.mandate}  # fmt: skip
