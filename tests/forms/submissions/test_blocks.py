"""A block is read from what the browser sent, and what was drawn reads back as it was."""

import json
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from pst.forms.submissions.blocks import CLOSED, UNKNOWN, BlockInput, read_block
from pst.questionnaires.kinds import Choice, Choices, Date, Files, Number, Table
from pst.questionnaires.shelf import CURRENT as FORM
from pst.questionnaires.text import without_controls
from pst.rules import dates
from pst.rules.review import labels
from tests.factories_answers import METHODS, complete_answers

COVER, RESPONSIBLE, PLANNING, DESIGN, COLLECTION, FILES = (FORM.block(n) for n in (0, 2, 3, 4, 6, 9))
TEMPLATES = Path(__file__).parents[3] / "templates"
ENVIRONMENT = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True)
ENVIRONMENT.filters |= {"written_day": dates.written, "day_echo": dates.echo, "standing": labels.standing}
KIT = ENVIRONMENT.get_template("kit/forms.html").module
ANSWERS = ENVIRONMENT.get_template("submissions/submissions/parts/answers.html").module


class Inputs(HTMLParser):
    """What a browser would send for a piece of HTML: pairs of name and value."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.sent, self._select, self._textarea, self._closed = [], None, None, 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "fieldset" and (self._closed or "disabled" in a):
            self._closed += 1
        if self._closed or "disabled" in a:
            return
        if tag == "input" and a["type"] in ("radio", "checkbox"):
            if "checked" in a:
                self.sent.append((a["name"], a["value"]))
        elif tag == "input" and a["type"] != "file":
            self.sent.append((a["name"], a.get("value") or ""))
        elif tag == "select":
            self._select = [a["name"], ""]
        elif tag == "option" and self._select and "selected" in a:
            self._select[1] = a["value"]
        elif tag == "textarea":
            self._textarea = [a["name"], ""]

    def handle_data(self, data):
        if self._textarea:
            self._textarea[1] += data

    def handle_endtag(self, tag):
        if tag == "fieldset" and self._closed:
            self._closed -= 1
        if tag == "select" and self._select:
            self.sent.append(tuple(self._select))
            self._select = None
        if tag == "textarea" and self._textarea:
            name, text = self._textarea
            self.sent.append((name, text.removeprefix("\n").replace("\n", "\r\n")))  # as browsers do
            self._textarea = None


def draw(question, value, **more):
    """The input of a question, as the page includes it."""
    template = ENVIRONMENT.get_template(f"submissions/submissions/kinds/_{question.kind}.html")
    return template.render(kit=KIT, question=question, value=value, **{"error": "", "disabled": False, **more})


def drawn(block, answers, **more):
    """What a browser sends back for a block drawn with these answers."""
    html = "".join(draw(question, answers.get(question.code), **more) for question in block.questions)
    marks = (
        [] if "disabled" in more else [("_drawn", f"{q.code}:{q.mark(answers.get(q.code))}") for q in block.questions]
    )
    return MultiDict([*marks, *Inputs(html).sent])


def read(block, *pairs):
    return read_block(block, MultiDict(pairs))


def test_every_kind_is_stored_in_its_own_form():
    given_input = read(
        COLLECTION,
        ("csrf_token", "abc"),
        ("_once", "key"),
        ("uji_coba", "ya"),
        ("metode_pemeriksaan_kualitas", "supervisi"),
        ("metode_pemeriksaan_kualitas", "kunjungan_kembali"),
        ("jumlah_supervisor", "1.250"),
        ("jumlah_enumerator", "delapan"),
        ("petugas", ""),
    )

    answers = {
        "uji_coba": "ya",
        "metode_pemeriksaan_kualitas": ["kunjungan_kembali", "supervisi"],
        "petugas": "",
        "jumlah_supervisor": 1250,
        "jumlah_enumerator": "delapan",
    }
    assert given_input == BlockInput(answers=answers, refused={}, typed=answers, pressed="")


def test_what_was_not_sent_keeps_its_stored_answer():
    assert read(COVER, ("judul_kegiatan", "Survei Harga Beras")).answers == {"judul_kegiatan": "Survei Harga Beras"}


def test_nothing_chosen_is_told_from_not_drawn():
    assert read(DESIGN, ("_drawn", "metode_pengumpulan_data"), ("_drawn", "frekuensi")).answers == {
        "metode_pengumpulan_data": [],
        "frekuensi": "",
    }


def test_a_question_that_is_hidden_now_is_read_all_the_same():
    assert read(DESIGN, ("kegiatan_ini_dilakukan", "hanya_sekali"), ("frekuensi", "bulanan")).answers == {
        "kegiatan_ini_dilakukan": "hanya_sekali",
        "frekuensi": "bulanan",
    }


def test_unknown_fields_are_refused_by_name_and_harm_nothing():
    given_input = read(
        COVER, ("judul_kegiatan-1", "x"), ("is_admin", "1"), ("uji_coba", "ya"), ("tahun_kegiatan", "2027")
    )

    assert given_input.answers == {"tahun_kegiatan": 2027}
    assert given_input.refused == {"judul_kegiatan-1": UNKNOWN, "is_admin": UNKNOWN, "uji_coba": UNKNOWN}


def test_a_refused_answer_is_not_stored_but_shown_again():
    given_input = read(
        COVER, ("judul_kegiatan", "Survei\x00 Harga"), ("sektor_kegiatan", "astrologi"), ("tahun_kegiatan", "2027")
    )

    assert given_input.answers == {"tahun_kegiatan": 2027}
    assert given_input.refused == {
        "judul_kegiatan": "Ada karakter tersembunyi dalam teks. Hapus isian ini lalu ketik ulang.",
        "sektor_kegiatan": "Pilihan ini tidak ada dalam formulir. Muat ulang halaman lalu pilih lagi.",
    }
    assert given_input.typed == {
        "judul_kegiatan": "Survei Harga",
        "sektor_kegiatan": "astrologi",
        "tahun_kegiatan": 2027,
    }


def test_a_text_over_its_limit_is_refused_with_all_of_it_kept_on_screen():
    given_input = read(PLANNING, ("tujuan_kegiatan", "a" * 10_001))

    assert given_input.refused == {"tujuan_kegiatan": "Ringkaskan: paling banyak 10.000 karakter, sekarang 10.001."}
    assert (given_input.answers, given_input.typed) == ({}, {"tujuan_kegiatan": "a" * 10_001})


def test_the_applicant_cannot_write_the_offices_code_but_an_officer_can():
    form = MultiDict([("kode_kegiatan", "6104.27.001")])

    assert read_block(COVER, form).refused == {"kode_kegiatan": CLOSED}
    assert read_block(COVER, form, {"kode_kegiatan"}).answers == {"kode_kegiatan": "6104.27.001"}


def test_at_a_revision_only_opened_questions_are_written():
    form = MultiDict([("judul_kegiatan", "Survei Harga Beras"), ("tahun_kegiatan", "2027")])

    given_input = read_block(COVER, form, frozenset({"judul_kegiatan"}))

    assert given_input.answers == {"judul_kegiatan": "Survei Harga Beras"}
    assert given_input.refused == {"tahun_kegiatan": CLOSED}


def test_files_come_by_their_own_way():
    assert read(FILES, ("file_berkas_pendukung", "")) == BlockInput()
    assert list(read(FILES, ("file_berkas_pendukung", "surat.pdf")).refused) == ["file_berkas_pendukung"]


def test_rows_keep_their_order_and_blank_ones_go():
    given_input = read(
        DESIGN,
        ("wilayah-10-provinsi", "riau"),
        ("wilayah-10-kabupaten_kota", "Kampar"),
        ("wilayah-9-provinsi", ""),
        ("wilayah-9-kabupaten_kota", "  "),
        ("wilayah-2-provinsi", "kalimantan_barat"),
        ("wilayah-2-kabupaten_kota", "Sambas"),
    )

    assert given_input.answers == {
        "wilayah": [
            {"provinsi": "kalimantan_barat", "kabupaten_kota": "Sambas"},
            {"provinsi": "riau", "kabupaten_kota": "Kampar"},
        ]
    }


def test_a_stage_without_dates_keeps_its_row():
    given_input = read(PLANNING, ("jadwal-0-tahap", "desain"), ("jadwal-0-awal", ""), ("jadwal-0-akhir", "1/2/2027"))

    assert given_input.answers == {"jadwal": [{"tahap": "desain", "awal": "", "akhir": "2027-02-01"}]}


def test_an_emptied_table_is_stored_empty():
    assert read(DESIGN, ("_drawn", "wilayah")).answers == {"wilayah": []}


def test_one_refused_cell_holds_back_its_table_and_is_named_where_it_will_be_drawn():
    given_input = read(
        DESIGN,
        ("wilayah-3-provinsi", "atlantis"),
        ("wilayah-3-kabupaten_kota", "Kota\x07 Karang"),
        ("cakupan_wilayah", "sebagian_wilayah_indonesia"),
    )

    assert given_input.answers == {"cakupan_wilayah": "sebagian_wilayah_indonesia"}
    assert list(given_input.refused) == ["wilayah-0-provinsi", "wilayah-0-kabupaten_kota"]
    assert given_input.typed["wilayah"] == [{"provinsi": "atlantis", "kabupaten_kota": "Kota Karang"}]


def test_a_cell_takes_a_thousand_characters_and_a_table_three_hundred_rows():
    fits = read(PLANNING, ("variabel-0-definisi", "a" * 1_000))
    long = read(PLANNING, ("variabel-0-definisi", "a" * 1_001))
    full = read(PLANNING, *((f"variabel-{n}-nama", "Harga") for n in range(300)))
    many = read(PLANNING, *((f"variabel-{n}-nama", "Harga") for n in range(301)))

    assert (list(fits.refused), list(long.refused)) == ([], ["variabel-0-definisi"])
    assert (len(full.answers["variabel"]), list(many.refused), many.answers) == (300, ["variabel"], {})


@pytest.mark.parametrize(
    "name", ["variabel-x-nama", "variabel-0-warna", "variabel-00-nama", "variabel-0", "variabel-10000-nama"]
)
def test_a_cell_that_cannot_be_is_unknown(name):
    assert read(PLANNING, (name, "Harga")).refused == {name: UNKNOWN}


def test_the_add_button_stores_the_rows_and_shows_one_more():
    given_input = read(PLANNING, ("variabel-0-nama", "Harga"), ("_add", "variabel"))

    assert [row["nama"] for row in given_input.answers["variabel"]] == ["Harga"]
    assert [row["nama"] for row in given_input.typed["variabel"]] == ["Harga", ""]
    assert given_input.pressed == "variabel"


def test_the_add_button_adds_nothing_to_a_full_table():
    rows = ((f"variabel-{n}-nama", "Harga") for n in range(300))

    assert len(read(PLANNING, *rows, ("_add", "variabel")).typed["variabel"]) == 300


def test_the_remove_button_takes_away_the_row_it_stands_in():
    given_input = read(
        PLANNING,
        ("variabel-0-nama", "Harga"),
        ("variabel-4-nama", "Stok"),
        ("variabel-7-nama", "Asal"),
        ("_remove", "variabel-4"),
    )

    assert [row["nama"] for row in given_input.answers["variabel"]] == ["Harga", "Asal"]
    assert given_input.pressed == "variabel"


def test_removing_the_last_row_empties_the_table():
    given_input = read(DESIGN, ("wilayah-0-provinsi", "riau"), ("_remove", "wilayah-0"))

    assert (given_input.answers, given_input.typed) == ({"wilayah": []}, {"wilayah": []})


@pytest.mark.parametrize(
    ("button", "stands", "row"),
    [
        (("_copy", "variabel-1"), ["a", "b", "b", "c"], 2),
        (("_up", "variabel-2"), ["a", "c", "b"], 1),
        (("_up", "variabel-0"), ["a", "b", "c"], 0),
        (("_down", "variabel-0"), ["b", "a", "c"], 1),
        (("_down", "variabel-2"), ["a", "b", "c"], 2),
    ],
)
def test_rows_are_copied_and_moved_and_typing_goes_on_there(button, stands, row):
    given_input = read(PLANNING, *((f"variabel-{n}-nama", name) for n, name in enumerate("abc")), button)

    assert [cells["nama"] for cells in given_input.answers["variabel"]] == stands
    assert given_input.row == row


def test_definitions_are_looked_for_and_taken_over_in_the_row_they_belong_to():
    rows = ("variabel-0-nama", "Stok"), ("variabel-3-nama", "Harga"), ("variabel-3-definisi", "Lama.")

    looked = read(PLANNING, *rows, ("_define", "variabel-3"))
    offered = json.dumps({"definisi": "Nilai - dalam rupiah.", "lain": "x", "konsep": 3, "nama": "\x00"})
    taken = read(PLANNING, *rows, ("_adopt", f"variabel-3-{offered}"))

    assert (looked.defining, looked.row, looked.answers["variabel"][1]["definisi"]) == (True, 1, "Lama.")
    assert (taken.defining, taken.row) == (False, 1)
    assert taken.answers["variabel"][1] == {**looked.answers["variabel"][1], "definisi": "Nilai - dalam rupiah."}
    for button in (("_define", "variabel-9"), ("_adopt", "variabel-3-{"), ("_adopt", "variabel-3-[]")):
        assert read(PLANNING, *rows, button).answers["variabel"] == looked.answers["variabel"]


def test_cells_of_a_spreadsheet_are_shown_before_they_are_taken():
    cells = ("_cells-variabel", "\n".join(f"Harga {n}\tNilai\tRupiah.\t2026" for n in range(120)))
    before = ("variabel-0-nama", "Stok"), ("variabel-1-nama", "")

    looked, taken = (read(PLANNING, *before, cells, (verb, "variabel")) for verb in ("_look", "_paste"))

    assert looked.pasted and len(looked.pasted.rows) == 120
    assert [row["nama"] for row in looked.answers["variabel"]] == ["Stok"]
    assert [row["nama"] for row in taken.answers["variabel"]] == ["Stok", *(f"Harga {n}" for n in range(120))]
    assert (taken.row, taken.pasted) == (1, None)


def test_a_pasted_cell_that_cannot_be_stored_is_said_at_its_field():
    given_input = read(PLANNING, ("_cells-variabel", "Harga\t" + "a" * 1_001), ("_paste", "variabel"))

    assert (list(given_input.refused), given_input.answers) == (["variabel-0-konsep"], {})


@pytest.mark.parametrize("button", [("_remove", "variabel-99"), ("_remove", "variabel"), ("_add", "warna")])
def test_a_button_of_nothing_takes_nothing_away(button):
    given_input = read(PLANNING, ("variabel-0-nama", "Harga"), button)

    assert [row["nama"] for row in given_input.answers["variabel"]] == ["Harga"]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("block", FORM.blocks, ids=lambda block: block.key)
def test_a_drawn_block_reads_back_as_it_was(block, method):
    answers = complete_answers(method)

    given_input = read_block(block, drawn(block, answers), {q.code for q in block.questions})

    assert given_input.refused == {}
    assert {code: value for code, value in given_input.answers.items() if code in answers} == {
        question.code: answers[question.code] for question in block.questions if question.code in answers
    }


def test_malformed_answers_are_drawn_as_typed():
    odd = {"jumlah_supervisor": "tiga", "jumlah_enumerator": "-2"}

    assert read_block(COLLECTION, drawn(COLLECTION, odd)).answers.items() >= odd.items()
    day = {"pengesahan_tanggal": "31/2/2027"}
    assert read_block(FILES, drawn(FILES, day)).answers.items() >= day.items()


@pytest.mark.parametrize("block", FORM.blocks, ids=lambda block: block.key)
def test_a_closed_block_sends_nothing(block):
    assert drawn(block, complete_answers("survei"), disabled=True) == MultiDict()


def test_a_question_is_drawn_with_its_words_its_error_and_its_remark():
    html = draw(FORM.question("telepon"), "<b>", error="Tulis nomor", remark="Nomor ini salah & tidak aktif")

    for part in ("1.2a Telepon", FORM.question("telepon").help[:20], "Tulis nomor", 'id="telepon"', 'name="telepon"'):
        assert part in html
    assert "&lt;b&gt;" in html and "salah &amp; tidak aktif" in html and "<b>" not in html


@pytest.mark.parametrize("question", [pytest.param(q, id=q.code) for q in FORM.questions])
def test_every_input_carries_its_label_help_error_and_remark(question):
    html = draw(question, None, error="Contoh kesalahan", remark="Contoh catatan")

    for part in (question.label, question.help, "Contoh kesalahan", "Contoh catatan"):
        assert str(jinja2.filters.escape(part)) in html
    assert f'id="{question.code}"' in html


@pytest.mark.parametrize("method", METHODS)
def test_every_answer_is_shown_to_read(method):
    answers = complete_answers(method)

    for question in FORM.questions:
        html = ANSWERS.answer(question, answers.get(question.code))
        if isinstance(question, Files):
            assert "Belum ada berkas" in html
        elif question.is_blank(answers.get(question.code)):
            assert "Belum diisi" in html
        elif isinstance(question, Table):
            assert html.count("<tr>") == 1 + len(answers[question.code])
        else:
            for line in question.show(answers[question.code]).replace("; ", "\n").split("\n"):
                assert str(jinja2.filters.escape(line)) in html


TYPED = st.text(max_size=30).map(without_controls)


def values_of(question):
    """Stored values a person could have reached by typing into this question."""
    if isinstance(question, Table):
        row = st.fixed_dictionaries({column.code: values_of(column) for column in question.columns})
        return st.lists(row.filter(lambda row: any(row.values())), max_size=3)
    if isinstance(question, Choices):
        chosen = st.sets(st.sampled_from([o.code for o in question.options]))
        return chosen.map(lambda codes: [o.code for o in question.options if o.code in codes])
    if isinstance(question, Choice):
        return st.sampled_from(["", *(option.code for option in question.options)])
    if isinstance(question, Number):
        return st.integers(0, 10**9) | st.sampled_from(["", "dua", "1.25"])
    if isinstance(question, Date):
        return st.dates().map(str) | st.sampled_from(["", "31/2/2027"])
    return TYPED.map(lambda text: question.parse([text]))


@settings(max_examples=25)
@given(st.data())
def test_whatever_could_be_stored_survives_being_drawn_and_sent(data):
    block = data.draw(st.sampled_from([COVER, RESPONSIBLE, PLANNING, DESIGN, COLLECTION]))
    answers = {q.code: data.draw(values_of(q)) for q in block.questions if not isinstance(q, Files)}

    given_input = read_block(block, drawn(block, answers), answers.keys())

    assert (given_input.answers, given_input.refused) == (answers, {})


NAMES = st.sampled_from(
    ["judul_kegiatan", "wilayah-0-provinsi", "wilayah-1-kabupaten_kota", "frekuensi", "_add", "_remove", "_drawn", "x"]
)


@given(st.lists(st.tuples(NAMES, st.text(max_size=12) | st.sampled_from(["wilayah", "wilayah-1", "bulanan"]))))
def test_no_form_makes_reading_raise_and_every_field_is_stored_or_refused(pairs):
    given_input = read(DESIGN, *pairs)

    for name, _ in pairs:
        code = name.split("-")[0]
        assert (
            name.startswith("_") or code in given_input.answers or any(k.startswith(code) for k in given_input.refused)
        )
