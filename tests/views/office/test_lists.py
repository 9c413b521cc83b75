"""What every list of the office does on the screen, whatever it is a list of; what is particular is told by its own."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

import pytest

from pst.actions import lists
from pst.actions.accounts import accounts
from pst.actions.letters.signatories import SIGNATORIES
from pst.actions.office import holidays
from pst.actions.office.agencies import AGENCIES
from pst.actions.office.sentences import SENTENCES
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.letters.signatories import Signatory
from pst.models.office.agencies import Agency
from pst.models.office.holidays import HolidayRow
from pst.models.office.sentences import Sentence
from pst.rules import dates
from pst.rules.calendar import Holiday
from pst.rules.roles import Role
from tests.factories import WHEN, a_place, a_user, user

ROOM = "/petugas/kantor"
DAY = date(2026, 12, 2)  # Rabu
pytestmark = pytest.mark.usefixtures("monday")


def an_agency() -> str:
    return str(lists.add(AGENCIES, {"name": "Dinas Perikanan", "phone": "(0561) 1"}, user("admin"), WHEN).id)


def a_sentence() -> str:
    return str(lists.add(SENTENCES, {"block": 3, "heading": "Jadwal", "text": "Satu."}, user("admin"), WHEN).id)


def a_mandate() -> str:
    deputy = a_user("wakil@contoh.test", "Rahmat Wakil", Role.HEAD)
    given = {"user": deputy.id, "kind": "plh", "name": "Rahmat Wakil", "starts": DAY, "ends": DAY, "mandate": "SP 1"}
    return str(lists.add(SIGNATORIES, given, user("admin"), WHEN).id)


def a_holiday() -> str:
    holidays.add_holiday(Holiday(DAY, "Pilkades", "local"), user("admin"), WHEN)
    return DAY.isoformat()


def a_place_to_initial() -> str:
    return str(a_place(1, user("petugas")).id)


def an_account() -> str:
    return str(user("petugas").id)


def somebody_else_changes(slug: str, key: str, field: str, value: str) -> None:
    """Budi, at another desk, saves another value of this field."""
    with write():
        budi = a_user("admin2@contoh.test", "Budi Administrator", Role.ADMIN)
    kinds = {"instansi": AGENCIES, "kalimat": SENTENCES, "penanda-tangan": SIGNATORIES}
    if slug == "hari-libur":
        holidays.move_holiday(HolidayRow.on(DAY), Holiday(DAY, value, "local"), budi, WHEN)
    elif slug == "pengguna":
        accounts.change_user(user("petugas"), budi, WHEN, **{field: value})
    else:
        kind = kinds[slug]
        lists.change(kind, kind.table.get_by_id(int(key)), {field: value}, budi, WHEN)


class Room(NamedTuple):
    """A list: its place, how an entry comes, its form, what somebody else changes, and what one types meanwhile."""

    slug: str
    make: Callable[[], str]
    form: str
    field: str
    label: str
    other: str


ROOMS = {
    room.slug: room
    for room in (
        Room("instansi", an_agency, "agency", "phone", "Telepon", "address"),
        Room("kalimat", a_sentence, "sentence", "heading", "Pokok", "text"),
        Room("penanda-tangan", a_mandate, "signatory", "nip", "NIP", "rank"),
        Room("hari-libur", a_holiday, "holiday", "name", "Nama hari atau alasan", "decree"),
        Room("pengguna", an_account, "user", "phone", "Telepon", "position"),
    )
}

# fmt: off
REFUSED = [
    ("instansi", {"name": "DKP"}, "Isi paling sedikit 5 karakter."),
    ("instansi", {"name": "   "}, "Tuliskan nama instansi."),
    ("instansi", {"phone": "hubungi satpam"}, "Tulis nomor telepon dengan angka"),
    ("instansi", {"email": "dinas@"}, "Alamat surel keliru"),
    ("kalimat", {"heading": " "}, "Tuliskan pokoknya, misalnya Jadwal."),
    ("kalimat", {"text": ""}, "Tuliskan kalimatnya."),
    ("kalimat", {"text": "x" * 1001}, "Isi paling banyak 1000 karakter."),
    ("penanda-tangan", {"mandate": ""}, "Plt. dan Plh. memerlukan surat perintah"),
    ("penanda-tangan", {"name": " "}, "Tuliskan nama seperti pada surat."),
    ("penanda-tangan", {"starts": "2026-02-30"}, "Tulis tanggal yang ada di kalender"),
    ("penanda-tangan", {"ends": "2026-11-20"}, "Tanggal selesai tidak boleh sebelum tanggal mulai."),
    ("penanda-tangan", {"kind": "kepala"}, "bertumpuk dengan Dewi Kepala"),
    ("penanda-tangan", {"rank": "x" * 81}, "Isi paling banyak 80 karakter."),
    ("hari-libur", {"day": "2026-12-25"}, "25 Desember 2026 sudah ada"),
    ("hari-libur", {"day": "9999-12-31"}, "Tahun di luar 2000–2100."),
    ("hari-libur", {"name": " "}, "Tuliskan nama hari atau alasannya."),
    ("pengguna", {"email": "rudi"}, "Alamat surel keliru"),
    ("pengguna", {"email": "KEPALA@contoh.test"}, "Alamat surel ini sudah dipakai akun lain."),
    ("pengguna", {"name": " "}, "Tuliskan nama lengkap pemilik akun."),
]
# fmt: on


def typed_in(form) -> dict[str, str]:
    """What stands in the form, but for the marks that travel along and the boxes of the roles."""
    names = {name for name, _ in form.submit_fields() if name} - {"csrf_token", "_once", "seen", "roles"}
    return {name: dates.written(str(form[name].value or "").strip()) for name in names}


def in_tables() -> list:
    return [list(table.select().dicts()) for table in (Agency, Sentence, Signatory, HolidayRow)]


@pytest.mark.parametrize(("slug", "odd", "why"), REFUSED)
def test_refused_input_comes_back_with_everything_typed(admin, slug, odd, why):
    room = ROOMS[slug]
    form, before = admin.get(f"{ROOM}/{slug}/{room.make()}").forms[room.form], in_tables()
    for name, value in {room.other: "Tulisan lain", **odd}.items():
        form[name] = value

    answer = form.submit(status=422)

    assert (answer.html.main["data-result"], why in answer.html.select_one("#error-summary").text) == ("refused", True)
    assert typed_in(answer.forms[room.form]) == typed_in(form)
    assert in_tables() == before


@pytest.mark.parametrize("slug", ["instansi", "kalimat", "penanda-tangan", "pengguna"])
def test_a_new_entry_that_is_refused_comes_back_too(admin, slug):
    form = admin.get(f"{ROOM}/{slug}/baru").forms[ROOMS[slug].form]
    before, form[ROOMS[slug].other] = in_tables(), "Tulisan lain"

    answer = form.submit(status=422)

    assert typed_in(answer.forms[ROOMS[slug].form]) == typed_in(form)
    assert in_tables() == before


@pytest.mark.parametrize("room", ROOMS.values(), ids=list(ROOMS))
def test_of_two_administrators_the_second_sees_the_firsts_change_and_decides(admin, room):
    place = f"{ROOM}/{room.slug}/{room.make()}"
    form = admin.get(place).forms[room.form]
    somebody_else_changes(room.slug, place.rsplit("/", 1)[1], room.field, "0812 33")
    form[room.other] = "Tulisan lain"

    answer = form.submit(status=422)

    told = answer.html.select_one("#error-summary").text
    assert "Budi Administrator menyimpan perubahan" in told and f"{room.label} (“0812 33”)" in told
    assert answer.forms[room.form][room.other].value == "Tulisan lain"
    answer.forms[room.form].submit(status=303)
    assert admin.get(place).forms[room.form][room.other].value == "Tulisan lain"


@pytest.mark.parametrize(
    ("slug", "make", "told"),
    [
        ("paraf", a_place_to_initial, "Paraf Ketua Tim 1 sudah dihapus oleh Agus Administrator."),
        ("kalimat", a_sentence, "Kalimat ini sudah dihapus oleh Agus Administrator."),
        ("penanda-tangan", a_mandate, "Baris Rahmat Wakil sudah dihapus oleh Agus Administrator."),
        ("hari-libur", a_holiday, "2 Desember 2026 sudah dihapus dari kalender oleh Agus Administrator."),
    ],
)
def test_an_entry_is_removed_once_and_whoever_comes_late_is_told_by_whom(admin, slug, make, told):
    page = admin.get(f"{ROOM}/{slug}/{make()}")
    button = next(form for form in page.forms.values() if form.action.endswith("/hapus"))

    assert "dihapus" in button.submit(status=303).follow()

    assert told in button.submit(status=303).follow()
    assert told in admin.get(page.request.path, status=303).follow()


@pytest.mark.parametrize(
    ("slug", "make", "form_id"), [("kalimat", a_sentence, "sentence"), ("hari-libur", a_holiday, "holiday")]
)
def test_what_somebody_removed_is_offered_again_with_what_was_typed(admin, slug, make, form_id):
    page = admin.get(f"{ROOM}/{slug}/{make()}")
    form, field = page.forms[form_id], "text" if form_id == "sentence" else "name"
    next(each for each in page.forms.values() if each.action.endswith("/hapus")).submit(status=303)
    form[field] = "Panjang dan berharga"

    answer = form.submit(status=422)
    assert "oleh Agus Administrator." in answer.html.select_one("#error-summary").text
    page = answer.forms[form_id].submit(status=303).follow()

    assert "Panjang dan berharga" in page


@pytest.mark.parametrize("slug", ["instansi", "kalimat", "penanda-tangan", "hari-libur", "pengguna"])
def test_what_never_was_is_not_found(admin, slug):
    for key in ("999", "besok", "2026-12-02", "%C2%B2"):
        admin.get(f"{ROOM}/{slug}/{key}", status=404)
    token = admin.get(f"{ROOM}/{slug}").html.select_one("input[name=csrf_token]")["value"]
    admin.post(f"{ROOM}/{slug}/999", {"csrf_token": token}, status=404)


@pytest.mark.parametrize(
    ("slug", "table", "title"),
    [
        ("instansi", Agency, "Belum ada instansi"),
        ("kalimat", Sentence, "Belum ada kalimat"),
        ("penanda-tangan", Signatory, "Belum ada pejabat"),
    ],
)
def test_an_empty_list_says_what_to_do(admin, slug, table, title):
    with write():
        User.update(agency=None).execute()
        table.delete().execute()

    empty = admin.get(f"{ROOM}/{slug}").html.select_one(".pst-empty")

    assert (empty.h2.text, empty.a["href"]) == (title, f"{ROOM}/{slug}/baru")
