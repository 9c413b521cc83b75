"""Anybody may count a sample, forwards and backwards."""

import pytest


def ask(anyone, status=200, **given):
    form = anyone.get("/alat/ukuran-sampel").forms["sample-size"]
    for name, value in given.items():
        form[name] = value
    return form.submit(status=status)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"populasi": "1.200", "batas": "5"}, "Tarik 291 unit"),
        ({"populasi": "10000", "batas": "5"}, "Tarik 370 unit"),
        ({"taksiran": "rata-rata", "batas": "2", "simpangan": "15"}, "Tarik 216 unit"),
        ({"batas": "5", "gugus": "11", "korelasi": "0,1"}, "Tarik 768 unit, dalam 70 gugus"),
        ({"sampel": "400"}, "Batas kesalahan 4,90 poin persen"),
    ],
)
def test_sizes_and_margins_come_out(anyone, given, said):
    assert ask(anyone, **given).html.select_one("#hasil-judul").text == said


def test_strata_burden_and_slovin_are_told(anyone):
    page = ask(anyone, populasi="1200", batas="5", efek="1,5", strata="Toho; 800; 2\nAnjongan; 400; 8", menit="30")

    rows = [[cell.text for cell in row.find_all(["th", "td"])] for row in page.html.select("#hasil tbody tr")]
    assert rows == [["Toho", "260", "130"], ["Anjongan", "130", "260"]]
    assert "Waktu responden: 195 jam setahun." in page
    assert "efek rancangan" in page.html.select_one("#hasil").text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Isi batas kesalahan, atau banyaknya sampel."),
        ({"batas": "lima"}, "Tulis angka saja"),
        ({"batas": "200"}, "kurang dari 100 persen"),
        ({"batas": "5", "populasi": "2,5"}, "Tulis bilangan bulat"),
        ({"batas": "5", "strata": "Toho"}, "Tulis setiap strata seperti"),
        ({"taksiran": "rata-rata", "batas": "5"}, "simpangan baku lebih dari 0"),
        ({"sampel": "400", "populasi": "100"}, "sampai banyaknya populasi"),
    ],
)
def test_what_cannot_be_counted_is_said_and_what_was_typed_stays(anyone, given, said):
    page = ask(anyone, status=422, **given)

    assert said in page.html.main.text
    assert {name: page.forms["sample-size"][name].value for name in given} == given
