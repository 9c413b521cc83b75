from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from pst.forms.base import Form
from pst.forms.dates import DayField
from pst.rules.dates import UNREADABLE


class Asked(Form):
    class Meta(Form.Meta):
        csrf = False

    day = DayField("Tanggal")


@pytest.fixture(autouse=True)
def _page(app):
    with app.test_request_context("/"):
        yield


def test_a_day_is_read_day_first_and_stands_in_the_page_as_nobody_can_misread_it():
    form = Asked(MultiDict({"day": "05/01/2027"}))

    assert form.validate()
    assert (form.day.data, form.day._value()) == (date(2027, 1, 5), "5 Januari 2027")
    assert Asked(formdata=None, data={"day": date(2027, 1, 5)}).day._value() == "5 Januari 2027"


def test_what_is_no_day_is_refused_and_stays_as_typed():
    form = Asked(MultiDict({"day": "1/13/2027"}))

    assert not form.validate()
    assert (form.day.errors, form.day._value()) == ([UNREADABLE], "1/13/2027")
