"""Commands run through Flask's own runner."""

import pytest


@pytest.fixture
def run(app):
    """`run("due-date", "2026-11-23")`: standard output of a command that must succeed."""

    def succeed(*words, **more):
        outcome = app.test_cli_runner().invoke(args=[*map(str, words)], **more)
        assert (outcome.exit_code, outcome.stderr) == (0, ""), outcome
        return outcome.stdout

    return succeed


@pytest.fixture
def refuse(app):
    """`refuse("add-user", …)`: what standard error says of a command that must not succeed, with code 1."""

    def fail(*words, **more):
        outcome = app.test_cli_runner().invoke(args=[*map(str, words)], **more)
        assert (outcome.exit_code, outcome.stdout) == (1, ""), outcome
        return outcome.stderr

    return fail
