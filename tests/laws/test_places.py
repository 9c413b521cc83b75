"""Law 12: no file of the house knows on whose machine it was made or where its packages came from."""

import re
from pathlib import Path

import pytest

from tests.laws.tree import ROOT, kept_files, name

MACHINE_PATH = re.compile(rb"(?<![\w.<>-])/(?:home|root|Users|work|tmp)/\w|[A-Z]:\\+Users\\+\w")
PACKAGE_HOST = re.compile(rb"pypi\.(?:org|python)|pythonhosted\.org|registry\.(?:npmjs|yarnpkg)|unpkg\.com|jsdelivr")
PIN = re.compile(rb"^[\w.-]+==\S+", re.MULTILINE)
PIN_WITH_HASH = re.compile(rb"^[\w.-]+==\S+ .*\n    --hash=sha256:[0-9a-f]{64}", re.MULTILINE)
INDEX_OPTION = re.compile(rb"^\s*(?:--(?:extra-)?index-url|--find-links|--trusted-host|-i |-f ).*", re.MULTILINE)


def test_files_name_no_machine_and_no_package_host():
    said = {name(file): _said(file) for file in kept_files() if file != Path(__file__)}

    assert {file: words for file, words in said.items() if words} == {}


def _said(file: Path) -> list[bytes]:
    content = file.read_bytes()
    return [found.group() for rule in (MACHINE_PATH, PACKAGE_HOST) for found in rule.finditer(content)]


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_locks_say_versions_and_hashes_and_no_address(lock: str):
    content = (ROOT / lock).read_bytes()

    assert INDEX_OPTION.findall(content) == []
    assert len(PIN_WITH_HASH.findall(content)) == len(PIN.findall(content)) > 20
