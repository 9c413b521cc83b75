"""Views find their instance's settings and files without knowing where the application keeps them."""

from pst.web.instance import the_config, the_store, the_vault


def test_each_application_answers_with_its_own_settings_and_files(app):
    with app.test_request_context():
        assert the_config() is app.extensions["pst_config"]
        assert the_store() is app.extensions["pst_files"]


def test_the_vault_of_an_instance_opens_what_it_sealed(app):
    with app.test_request_context():
        sealed = the_vault().seal({"name": "Wulandari"})

        assert ("Wulandari" in sealed, the_vault().open(sealed)) == (False, {"name": "Wulandari"})
