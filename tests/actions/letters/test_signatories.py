"""Who signs from which day to which, and the letters that rest on it."""

from datetime import date, timedelta

import pytest

from pst.actions import lists
from pst.actions.letters import letters
from pst.actions.letters.draft import LetterRefused
from pst.actions.letters.signatories import SIGNATORIES, name_stand_in
from pst.models.accounts.users import User
from pst.models.audit import Event
from pst.models.base import write
from pst.models.letters.letters import Letter
from pst.models.letters.signatories import Signatory
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from tests.factories import PRESS, WHEN, a_store, a_submission, a_user, user

pytestmark = pytest.mark.usefixtures("db")

FIRST, LAST = date(2026, 11, 23), date(2026, 11, 27)  # Senin sampai Jumat
ORDER = "Surat Perintah B-12/61000/KP.100/2026"


def admin():
    return user("admin")


@pytest.fixture
def deputy() -> User:
    """Somebody who may stand in for the head."""
    return a_user("wakil@contoh.test", "Rahmat Wakil", Role.HEAD)


def a_mandate(of: User, kind="plh", starts=FIRST, ends=LAST, **more) -> Signatory:
    given = {"user": of.id, "kind": kind, "name": of.name, "starts": starts, "ends": ends, "mandate": ORDER}
    return lists.add(SIGNATORIES, {**given, **more}, admin(), WHEN)


def again(row: Signatory, **changed) -> None:
    lists.change(SIGNATORIES, row, changed, admin(), WHEN)


def the_head() -> Signatory:
    return Signatory.get(Signatory.kind == "kepala")


def sign(signer: User, day: date) -> Letter:
    """A letter signed by this person at noon of this day."""
    morning = WHEN + timedelta(days=(day - WHEN.date()).days)
    case = a_submission(Status.AWAITING_SIGNATURE, at=morning)
    return letters.issue(case, signer, morning + timedelta(hours=3), a_store(), PRESS)


def may_sign(signer: User, day: date) -> bool:
    try:
        sign(signer, day)
    except LetterRefused:
        return False
    return True


def test_the_right_to_sign_follows_the_mandate_to_the_day(deputy):
    a_mandate(deputy)
    days = (FIRST - timedelta(days=1), FIRST, LAST, LAST + timedelta(days=1))

    signs = [(may_sign(deputy, day), may_sign(user("kepala"), day)) for day in days]
    assert signs == [(False, True), (True, False), (True, False), (False, True)]


def test_signature_block_and_register_name_the_acting_official(deputy):
    row = a_mandate(deputy, rank="Penata (III/c)")

    letter = sign(deputy, LAST)

    assert (letter.signatory_id, letter.facts["signatory"]) == (
        row.id,
        {
            "title": "Plh. Kepala Badan Pusat Statistik\nKabupaten Mempawah,",
            "name": "Rahmat Wakil",
            "rank": "Penata (III/c)",
            "nip": "",
        },
    )


def test_old_letters_stay_as_they_were_signed(deputy):
    row = a_mandate(deputy)
    letter = sign(deputy, LAST)
    before, paper = letter.__data__, a_store().read(letter.file_id)

    again(row, name="Rahmat Wakil, S.ST., M.Si.", rank="Pembina (IV/a)")

    after = Letter.get_by_id(letter.id)
    assert after.__data__ == before
    assert a_store().read(after.file_id) == paper
    assert after.facts["signatory"]["name"] == "Rahmat Wakil"


@pytest.mark.parametrize(
    ("kind", "starts", "ends", "refused"),
    [
        ("plh", date(2026, 11, 16), date(2026, 11, 22), False),  # sampai Minggu sebelumnya
        ("plh", date(2026, 11, 16), FIRST, True),
        ("plh", LAST, LAST, True),
        ("plh", date(2026, 11, 25), date(2026, 11, 25), True),
        ("plh", date(2026, 11, 1), date(2026, 12, 31), True),
        ("plt", LAST, date(2026, 12, 31), True),
        ("plt", date(2026, 11, 28), date(2026, 12, 31), False),  # mulai Sabtu sesudahnya
        ("kepala", date(2027, 1, 1), None, True),  # Kepala yang sekarang belum berakhir
        ("kepala", date(2024, 1, 1), date(2024, 12, 31), False),
        ("kepala", date(2024, 1, 1), date(2025, 1, 1), True),
    ],
)
def test_mandates_that_share_a_day_are_refused(deputy, kind, starts, ends, refused):
    a_mandate(deputy)
    before = Signatory.select().count()

    try:
        a_mandate(deputy, kind, starts, ends)
    except Refusal as refusal:
        assert "bertumpuk dengan" in str(refusal)

    assert Signatory.select().count() == before + (not refused)


def test_a_row_does_not_overlap_with_itself(deputy):
    row = a_mandate(deputy)

    again(row, ends=date(2026, 12, 4))

    assert Signatory.get_by_id(row.id).ends == date(2026, 12, 4)


def test_the_refusal_names_who_stands_there_and_until_when(deputy):
    with pytest.raises(Refusal) as refusal:
        a_mandate(deputy, "kepala", date(2027, 1, 1), None)

    assert str(refusal.value) == (
        "Masa jabatan ini bertumpuk dengan Dewi Kepala (1 Januari 2025 – seterusnya). "
        "Isi dahulu tanggal selesai pejabat itu."
    )


def test_a_change_of_heads_leaves_no_day_between(deputy):
    again(the_head(), ends=date(2026, 12, 31))
    a_mandate(deputy, "kepala", date(2027, 1, 1), None)

    signs = [Signatory.on(day).name for day in (date(2026, 12, 31), date(2027, 1, 1), date(2031, 1, 1))]
    assert signs == ["Dewi Kepala", "Rahmat Wakil", "Rahmat Wakil"]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"kind": "ketua"}, "Pilih Kepala"),
        ({"mandate": ""}, "Plt. dan Plh. memerlukan surat perintah"),
        ({"ends": date(2026, 11, 22)}, "tidak boleh sebelum tanggal mulai"),
        ({"user": 3}, "peran Kepala"),
        ({"user": 999}, "peran Kepala"),
    ],
)
def test_nonsense_is_refused(deputy, changed, why):
    row = a_mandate(deputy)

    with pytest.raises(Refusal, match=why):
        again(row, **changed)

    assert Signatory.get_by_id(row.id).__data__ == row.__data__


def test_the_dates_of_somebody_who_is_no_longer_head_can_still_be_corrected(deputy):
    row = a_mandate(deputy)
    with write():
        User.update(active=False).where(User.id == deputy.id).execute()

    again(row, ends=date(2026, 11, 26))

    assert Signatory.get_by_id(row.id).ends == date(2026, 11, 26)
    with pytest.raises(Refusal, match="akun aktif"):
        a_mandate(deputy, starts=date(2027, 1, 1), ends=date(2027, 1, 8))


def test_the_stretch_keeps_every_day_on_which_a_letter_was_signed(deputy):
    row = a_mandate(deputy)
    sign(deputy, date(2026, 11, 24)), sign(deputy, date(2026, 11, 26))

    for changed in ({"starts": date(2026, 11, 25)}, {"ends": date(2026, 11, 25)}):
        with pytest.raises(Refusal, match="24 November 2026 – 26 November 2026"):
            again(row, **changed)
    again(row, starts=date(2026, 11, 24), ends=date(2026, 11, 26))

    assert Signatory.get_by_id(row.id).starts == date(2026, 11, 24)


def test_a_row_entered_by_mistake_goes_and_one_with_letters_stays(deputy):
    mistake = a_mandate(deputy, "plt", date(2027, 1, 1), date(2027, 1, 8))
    used = a_mandate(deputy)
    sign(deputy, FIRST)

    lists.remove(SIGNATORIES, mistake, admin(), WHEN)

    with pytest.raises(Refusal, match="Sudah ada surat"):
        lists.remove(SIGNATORIES, used, admin(), WHEN)
    assert (Signatory.find(mistake.id), Signatory.find(used.id).id) == (None, used.id)
    assert [event.verb for event in Event.of("signatory", str(mistake.id))] == ["create", "remove"]


def test_the_head_names_who_stands_in_from_today_and_always_to_an_end(deputy):
    given = {"user": deputy.id, "kind": "plh", "ends": FIRST + timedelta(days=1), "mandate": "SP 5/2026"}
    row = name_stand_in(given, user("kepala"), FIRST, WHEN)

    assert (row.name, row.starts, Signatory.on(FIRST).id, Signatory.on(LAST).kind) == (
        "Rahmat Wakil",
        FIRST,
        row.id,
        "kepala",
    )
    with pytest.raises(Refusal, match="Kepala yang sedang menjabat"):
        name_stand_in({**given, "user": user("kepala").id}, deputy, FIRST, WHEN)
    with pytest.raises(Refusal, match="pejabat lain"):
        name_stand_in({**given, "user": user("kepala").id}, user("kepala"), FIRST, WHEN)
    with pytest.raises(Refusal, match="selalu sampai hari tertentu") as refused:
        name_stand_in({**given, "ends": None}, user("kepala"), LAST, WHEN)
    assert refused.value.field == "ends"


def test_who_stood_in_before_is_named_as_on_the_last_letter(deputy):
    a_mandate(deputy, starts=date(2026, 1, 5), ends=date(2026, 1, 9), name="Rahmat Wakil, S.ST.", nip="1985")
    given = {"user": deputy.id, "kind": "plt", "ends": LAST, "mandate": "SP 5/2026"}

    row = name_stand_in(given, user("kepala"), FIRST, WHEN)

    assert (row.name, row.nip) == ("Rahmat Wakil, S.ST.", "1985")
