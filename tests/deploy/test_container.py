"""The container is made of files that exist, and runs what the service of the guide runs; nothing here builds it."""

import re

from tests.laws.tree import ROOT

DOCKERFILE = (ROOT / "deploy/Dockerfile").read_text(encoding="utf-8")
COMPOSE = (ROOT / "deploy/compose.yaml").read_text(encoding="utf-8")
COPIED = re.findall(r"^COPY (\S+) ", DOCKERFILE, re.MULTILINE)


def test_what_is_copied_exists_and_is_all_that_the_builder_sees():
    let_in = re.findall(r"^!(\S+)$", (ROOT / "deploy/Dockerfile.dockerignore").read_text(), re.MULTILINE)

    assert "pst" in COPIED and sorted(let_in) == sorted(COPIED)
    assert [name for name in COPIED if not (ROOT / name).exists()] == []


def test_it_runs_what_the_service_runs_and_never_as_root():
    unit = (ROOT / "deploy/systemd/pst.service").read_text()
    before, then = re.findall(r"^ExecStart(?:Pre)?=/srv/pst/app/(.+)$", unit, re.MULTILINE)

    assert f'CMD ["sh", "-c", "{before} && exec {then}"]' in DOCKERFILE
    assert DOCKERFILE.index("\nUSER pst\n") < DOCKERFILE.index("\nCMD ")


def test_its_health_is_asked_where_the_site_answers(app):
    (path,) = re.findall(r"http://127\.0\.0\.1:8000(/\w+)", DOCKERFILE)

    assert app.test_client().get(path).json == {"status": "ok"}


def test_the_files_that_compose_names_exist():
    named = re.findall(r"^ +- (\./\S+?):/|dockerfile: (\S+)", COMPOSE, re.MULTILINE)

    assert named == [("./Caddyfile", ""), ("", "deploy/Dockerfile")]
    assert (ROOT / "deploy/Caddyfile").exists() and (ROOT / "deploy/Dockerfile").exists()
