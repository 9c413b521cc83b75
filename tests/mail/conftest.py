"""A real SMTP server on this machine, for the length of a test."""

import pytest
from aiosmtpd.controller import Controller

from tests.mail.mail_server import free_port


@pytest.fixture
def serve():
    """`serve(server, **more)`: start it; returns host:port for the settings."""
    running = []

    def start(server, **more):
        controller = Controller(server, hostname="127.0.0.1", port=free_port(), **more)
        controller.start()
        running.append(controller)
        return f"127.0.0.1:{controller.port}"

    yield start
    for controller in running:
        controller.stop()
