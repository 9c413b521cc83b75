"""The catalogue from the console."""

import json
from pathlib import Path

LIST = Path(__file__).parents[1] / "exchange" / "activities.csv"


def test_a_list_is_taken_and_found(app):
    run = app.test_cli_runner().invoke

    said = run(args=["import-catalogue", str(LIST)]).stdout
    again = run(args=["import-catalogue", str(LIST)]).stdout
    found = [
        json.loads(line) for line in run(args=["search", "keramba jaring apng", "--year", "2025"]).stdout.splitlines()
    ]

    assert "Baris 4 diambil dengan tanda" in said
    assert said.splitlines()[-1] == "4 kegiatan ditambahkan, 3 di antaranya perlu diperbaiki."
    assert again.count("sudah ada dalam katalog") == 4
    assert [(each["number"], each["year"]) for each in found] == [("KAT-00001", 2025)]
    assert run(args=["search", "inventarisasi museum"]).stdout == ""


def test_a_file_that_is_no_list_is_refused(app, tmp_path):
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")

    outcome = app.test_cli_runner().invoke(args=["import-catalogue", str(tmp_path / "a.csv")])

    assert (outcome.exit_code, "Tidak ada kolom judul" in outcome.stderr) == (1, True)


def test_what_is_alike_is_printed_with_its_reason(app):
    run = app.test_cli_runner().invoke
    run(args=["import-catalogue", str(LIST)])

    found = json.loads(run(args=["similar", "Kompilasi Data Keramba", "--limit", "1"]).stdout)

    assert [(each["number"], "tahun 2025" in each["reason"]) for each in found] == [("KAT-00001", True)]
    assert 0.55 <= found[0]["score"] <= 1


def test_an_activity_is_printed_as_a_codebook(app):
    run = app.test_cli_runner().invoke
    run(args=["import-catalogue", str(LIST)])

    printed, unknown = run(args=["export-ddi", "kat-00001"]), run(args=["export-ddi", "KAT-99999"])

    assert printed.stdout.startswith("<?xml") and "KAT-00001</IDNo>" in printed.stdout
    assert (unknown.exit_code, "Tidak ada kegiatan bernomor KAT-99999" in unknown.stderr) == (1, True)
