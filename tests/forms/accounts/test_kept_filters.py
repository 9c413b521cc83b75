"""The name of a filter."""

from pst.forms.accounts.kept_filters import KeptFilterForm


def test_a_filter_needs_a_name(app):
    with app.test_request_context(method="POST", data={"path": "/petugas/surat", "query": "tahun=2026", "name": " "}):
        form = KeptFilterForm(meta={"csrf": False})

        assert not form.validate()
        assert form.errors == {"name": ["Beri nama saringannya."]}
