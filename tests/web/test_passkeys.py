"""What went out to a device comes back as ours, and soon."""

from dataclasses import replace

import pytest

from pst.actions.accounts.passkeys import PasskeyRefused
from pst.web.passkeys import asked_in, new_key_of, proof_of, the_place
from tests.factories import user


def test_only_what_went_out_comes_back(app, config):
    with app.test_request_context():
        assert (the_place(), new_key_of(user("admin")), proof_of(user("admin"))) == (None, None, None)

        app.extensions["pst_config"] = replace(config, base_url="http://localhost:8000")
        handed = new_key_of(user("admin"))

        assert asked_in(handed["asked"])["user"] == user("admin").id
        assert proof_of(user("admin")) is None
        with pytest.raises(PasskeyRefused):
            asked_in("dikarang")
