"""Every room that answers an address is found."""

from pst.views.blueprints import BLUEPRINTS
from tests.laws.test_imports import ROUTES
from tests.laws.tree import modules


def test_every_file_with_a_blueprint_is_found_once():
    files = [path for path in modules("views") if ROUTES.search(path.read_text(encoding="utf-8"))]

    assert len({blueprint.name for blueprint in BLUEPRINTS}) == len(BLUEPRINTS) == len(files) > 30
