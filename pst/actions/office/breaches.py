"""A breach of personal data (UU 27/2022, Pasal 46): written down, told within 3 × 24 hours, and to whom."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from pst.actions import audit, emails
from pst.actions.lists import Kind
from pst.clock import local
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.office.breaches import Breach
from pst.models.office.settings import the_letterhead, the_office
from pst.paper.breach import BreachFacts, breach_pdf
from pst.rules import wording
from pst.rules.items import Item
from pst.rules.office.settings import clock_hour
from pst.rules.refusals import Refusal

LINES = (("rows", 4),)


def told_to(breach: Breach, mailboxes: Iterable[str], everybody: bool, actor: User, at: datetime) -> int:
    """Mail those concerned, each once; returns how many. Raises `Refusal` where nobody is named."""
    found = {box.strip().lower(): box.strip() for box in (*mailboxes, *(User.mailboxes() if everybody else ()))}
    found.pop("", None)
    if not found:
        raise Refusal("Tulis paling sedikit satu alamat, atau pilih semua pemilik akun.", "mailboxes")
    facts = _words(breach)
    with write():
        for box in found.values():
            emails.queue("breach", box, facts, at)
        told = {"told_at": at, "told": Breach.told + len(found)}
        Breach.update(told).where(Breach.id == breach.id).execute()
        audit.record("breach", str(breach.id), "tell_people", actor, at, facts={"count": len(found)})
    return len(found)


def notice_paper(breach: Breach, to_authority: bool, at: datetime) -> bytes:
    """The notice to those concerned, or the report to the authority."""
    office = the_office()
    facts = BreachFacts(
        office=the_letterhead(office),
        contact=office.privacy_officer or f"{office.email}, {office.phone}",
        to_authority=to_authority,
        people=breach.people,
        told=_told(breach),
        made_at=at,
        today=local(at).date(),
        **_words(breach),
    )
    return breach_pdf(facts)


def _words(breach: Breach) -> dict[str, str]:
    known = wording.long_moment(local(breach.known_at))
    return {"known": known, **{name: getattr(breach, name) for name in ("happened", "data", "measures", "advice")}}


def _told(breach: Breach) -> str:
    if breach.told_at is None:
        return "Belum."
    return f"{breach.told} orang, terakhir {wording.long_moment(local(breach.told_at))}."


def _check(breach: Breach, before: Mapping[str, object]) -> None:
    """The hours begin at a moment that can be read; the authority is told somehow."""
    breach.known_hour = clock_hour(breach.known_hour)
    if breach.reported_on and not breach.reported_how:
        raise Refusal("Tuliskan kepada siapa dan bagaimana dilaporkan.", "reported_how")


BREACHES = Kind(
    "breach",
    Breach,
    (
        Item("name", "Kejadian dalam satu kalimat", required=True, limit=160, error="Sebutkan kejadiannya."),
        Item("known_on", "Diketahui pada tanggal", "date", required=True, error="Isi tanggalnya."),
        Item(
            "known_hour", "Pukul", required=True, limit=5, help="Jam dan menit, misalnya 09.30; 3 × 24 jam dihitung "
            "dari sini.", error="Isi jamnya.", check=clock_hour, draw=(("width", "5"),),
        ),
        Item(
            "happened", "Kapan dan bagaimana terjadi", "longtext", required=True, limit=4000, draw=LINES,
            error="Tuliskan apa yang terjadi.",
        ),
        Item(
            "data", "Data pribadi yang terungkap", "longtext", required=True, limit=2000, draw=LINES,
            help="Jenisnya saja, bukan datanya.", error="Tuliskan jenis datanya.",
        ),
        Item(
            "people", "Berapa orang", required=True, limit=80, help="Boleh perkiraan, misalnya: kira-kira 120.",
            error="Isi banyaknya orang.",
        ),
        Item(
            "measures", "Yang sudah dan akan dilakukan kantor", "longtext", required=True, limit=4000, draw=LINES,
            error="Tuliskan penanganannya.",
        ),
        Item("advice", "Saran bagi yang datanya terungkap", "longtext", limit=2000, draw=LINES),
        Item("reported_on", "Lembaga pelindungan data diberi tahu pada", "date"),
        Item("reported_how", "Kepada siapa dan bagaimana", limit=200),
    ),
    guard=_check,
)  # fmt: skip
"""What is asked about a breach; no names, since the history keeps what is written here."""
