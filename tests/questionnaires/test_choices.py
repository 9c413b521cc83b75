"""Chosen answers: codes stored in the order of the form, printed as on paper."""

import pytest

from pst.questionnaires.kinds import Agreement, Choice, Choices, Option, Refused, YesNo

TOOLS = (Option("papi", "PAPI", "1", "PAPI"), Option("capi", "CAPI", "2", "CAPI"), Option("mail", "Mail", "16", "MAIL"))
TOOL = Choice("sarana", "4.7", "Sarana", "Bantuan", options=TOOLS)
MANY = Choices("sarana", "4.7", "Sarana", "Bantuan", options=TOOLS)
TRIAL = YesNo("uji_coba", "6.1", "Uji coba", "Bantuan")
STATEMENT = Agreement("pernyataan", "", "Setuju", "Bantuan")


def test_one_option_is_stored_and_shown():
    assert (TOOL.parse(["capi"]), TOOL.show("capi")) == ("capi", "CAPI")
    assert (TOOL.parse([""]), TOOL.show("")) == ("", "")


def test_an_option_of_another_form_is_refused():
    with pytest.raises(Refused, match="tidak ada dalam formulir"):
        TOOL.parse(["telepati"])
    with pytest.raises(Refused, match="tidak ada dalam formulir"):
        MANY.parse(["papi", "telepati"])


def test_several_options_keep_the_order_of_the_form():
    chosen = MANY.parse(["mail", "papi", "mail", ""])

    assert (chosen, MANY.show(chosen)) == (["papi", "mail"], "PAPI; Mail")
    assert MANY.parse([]) == []


@pytest.mark.parametrize("value", ["telepati", 7, ["papi"], {"papi": True}])
def test_a_stored_value_that_is_no_option_is_spoken_of(value):
    assert TOOL.problem(value) == "Pilih salah satu pilihan yang tersedia."


@pytest.mark.parametrize("value", ["papi", ["telepati"], [["papi"]], 7])
def test_a_stored_list_with_strangers_is_spoken_of(value):
    assert MANY.problem(value) == "Pilih dari pilihan yang tersedia."


def test_yes_is_one_and_no_is_two_on_paper():
    assert [(option.code, option.printed_code) for option in TRIAL.options] == [("ya", "1"), ("tidak", "2")]


def test_the_statement_knows_no_other_answer_than_agreement():
    assert (STATEMENT.problem("ya"), STATEMENT.show("ya")) == (None, "Setuju")
    assert STATEMENT.problem("tidak") == "Pilih salah satu pilihan yang tersedia."
    assert STATEMENT.is_blank("")
