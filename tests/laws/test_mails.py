"""Law 10, for mail: each kind has its row, its words and its sample facts, and none of them stands alone."""

from pst.rules.office.emails import KINDS
from tests.laws.tree import TEMPLATES
from tests.mail.sample_mails import FACTS


def test_each_kind_has_its_folder_with_subject_and_body_and_each_folder_its_kind():
    folders = {
        folder.name: {file.name for file in folder.iterdir()}
        for folder in (TEMPLATES / "emails").iterdir()
        if folder.is_dir()
    }

    assert folders == {kind: {"subject.txt", "body.txt"} for kind in KINDS}


def test_each_kind_has_sample_facts():
    assert set(FACTS) == set(KINDS)
