"""Who signs letters, from which day to which: the head, and officials who stand in (Plt., Plh.).

Letters issued before keep the name they were signed with, and their days stay inside the stretch.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from pst.actions import audit
from pst.actions.lists import Kind, add
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.letters.letters import Letter
from pst.models.letters.signatories import Signatory
from pst.rules import wording
from pst.rules.items import Item
from pst.rules.refusals import Refusal
from pst.rules.review.labels import SIGNATORY_LABELS
from pst.rules.roles import Role


def _refuse_nonsense(row: Signatory, before: Mapping[str, object]) -> None:
    if row.kind not in SIGNATORY_LABELS:
        raise Refusal("Pilih Kepala, Plt., atau Plh.")
    if row.ends is not None and row.ends < row.starts:
        raise Refusal("Tanggal selesai tidak boleh sebelum tanggal mulai.")
    if row.kind != "kepala" and not row.mandate:
        raise Refusal("Plt. dan Plh. memerlukan surat perintah; tuliskan nomornya.", "mandate")
    if row.kind != "kepala" and row.ends is None:
        raise Refusal("Plt. dan Plh. selalu sampai hari tertentu; isi tanggal selesainya.", "ends")
    if row.user_id != before.get("user"):
        _refuse_other_than_heads(row)
    if same := Signatory.overlapping(row.kind, row.starts, row.ends, row.id):
        raise Refusal(
            f"Masa jabatan ini bertumpuk dengan {same.name} ({_stretch(same.starts, same.ends)}). "
            "Isi dahulu tanggal selesai pejabat itu."
        )
    _refuse_orphaned_letters(row)


def _refuse_other_than_heads(row: Signatory) -> None:
    """Who signed in earlier days may have other roles by now; only a new name must be able to sign."""
    user = User.get_or_none(User.id == row.user_id)
    if user is None or not user.active or Role.HEAD not in user.roles:
        raise Refusal("Pejabat harus memiliki akun aktif dengan peran Kepala.")


def _refuse_orphaned_letters(row: Signatory) -> None:
    """A letter's day is a day on which its signatory could sign, also when the row is corrected later."""
    signed = Letter.days_signed(row.id) if row.id else None
    if signed and (signed[0] < row.starts or (row.ends is not None and signed[1] > row.ends)):
        raise Refusal(
            f"Pejabat ini sudah mengesahkan surat bertanggal {_stretch(*signed)}; "
            "masa jabatannya harus memuat tanggal itu."
        )


def _stretch(starts: date, ends: date | None) -> str:
    return f"{wording.long_date(starts)} – {wording.long_date(ends) if ends else 'seterusnya'}"


def _refuse_used(row: Signatory) -> None:
    if Letter.days_signed(row.id):
        raise Refusal("Sudah ada surat yang disahkan pejabat ini. Isi tanggal selesainya saja.")


def _removed(event: Event) -> str:
    return f"Baris {event.facts['from']['name']} sudah dihapus oleh {event.actor_name}."


SIGNATORIES = Kind(
    noun="signatory",
    table=Signatory,
    items=(
        Item(
            "user",
            "Akun pejabat",
            "key",
            required=True,
            help="Akun dengan peran Kepala; bila belum ada, beri peran itu pada halaman Pengguna.",
            error="Pilih akun pejabat.",
        ),
        Item(
            "kind",
            "Sebagai",
            "choice",
            tuple(SIGNATORY_LABELS.items()),
            required=True,
            error="Pilih Kepala, Plt., atau Plh.",
        ),
        Item(
            "name",
            "Nama pada surat",
            required=True,
            limit=120,
            help="Lengkap dengan gelar.",
            error="Tuliskan nama seperti pada surat.",
        ),
        Item("rank", "Pangkat/golongan", limit=80),
        Item("nip", "NIP", limit=30),
        Item("starts", "Mulai", "date", required=True, error="Isi tanggal mulai."),
        Item("ends", "Selesai", "date", help="Wajib untuk Plt. dan Plh.; bagi Kepala boleh kosong."),
        Item(
            "mandate",
            "Surat keputusan atau surat perintah",
            limit=160,
            help="Nomor dan tanggalnya; wajib untuk Plt. dan Plh.",
        ),
    ),
    gone=_removed,
    guard=_refuse_nonsense,
    guard_removal=_refuse_used,
)

ACCOUNT, KIND, *_, ENDS, MANDATE = SIGNATORIES.items
STAND_IN = (
    replace(ACCOUNT, label="Yang menggantikan", help="Akun dengan peran Kepala, yang diberikan administrator."),
    replace(KIND, options=tuple(option for option in SIGNATORY_LABELS.items() if option[0] != "kepala")),
    replace(ENDS, label="Sampai dengan", required=True, help="", error="Isi hari terakhirnya."),
    replace(MANDATE, required=True, help="Nomor dan tanggalnya.", error="Tuliskan surat perintahnya."),
)
"""What the head says of who stands in; name and rank are those of the account's last time."""


def name_stand_in(given: Mapping[str, object], actor: User, today: date, at: datetime) -> Signatory:
    """Let another sign from today to an end, in the head's place. Raises `Refusal`."""
    if not Signatory.is_head(actor.id, today):
        raise Refusal("Plh. dan Plt. ditetapkan Kepala yang sedang menjabat.")
    audit.refuse_wrong_day(at)
    user = User.get_or_none(User.id == given["user"])
    if user is None or user.id == actor.id:
        raise Refusal("Pilih akun pejabat lain.", "user")
    before = Signatory.latest_of(user.id)
    known = {"name": before.name, "rank": before.rank, "nip": before.nip} if before else {"name": user.name}
    row: Signatory = add(SIGNATORIES, {**known, **given, "starts": today}, actor, at)
    return row
