"""The virus scanner is asked before anything is kept; a file it cannot clear is not taken."""

import socketserver
import threading

import pytest

from pst.actions.files import FileStore
from pst.actions.scanning import PIECE, scanner_at
from pst.actions.submissions import attachments
from pst.exchange.uploads import UploadRefused
from pst.models.files import Attachment
from tests.exchange.test_uploads import a_pdf
from tests.factories import WHEN, a_draft, an_applicant

VIRUS = b"inilah virusnya"


class Clamd(socketserver.StreamRequestHandler):
    """Answers INSTREAM as clamd does, and remembers what it was sent."""

    def handle(self):
        assert self.rfile.read(10) == b"zINSTREAM\0"
        content = b""
        while size := int.from_bytes(self.rfile.read(4), "big"):
            content += self.rfile.read(size)
        self.server.seen.append(content)
        verdict = b"stream: Uji-Virus FOUND\0" if VIRUS in content else self.server.says
        self.wfile.write(verdict)


@pytest.fixture
def clamd():
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Clamd) as server:
        server.seen, server.says = [], b"stream: OK\0"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def address(server) -> str:
    return f"127.0.0.1:{server.server_address[1]}"


def test_a_clean_file_of_many_pieces_passes_whole(clamd):
    content = bytes(range(256)) * (PIECE // 128)

    scanner_at(address(clamd))(content)

    assert clamd.seen == [content]


def test_a_virus_is_refused_by_its_name(clamd):
    with pytest.raises(UploadRefused, match=r"virus \(Uji-Virus\)"):
        scanner_at(address(clamd))(VIRUS)


def test_a_scanner_that_is_down_or_confused_lets_nothing_through(clamd, tmp_path):
    clamd.says = b"INSTREAM size limit exceeded. ERROR\0"
    for where in (address(clamd), "127.0.0.1:9", str(tmp_path / "clamd.ctl")):
        with pytest.raises(UploadRefused, match="tidak dapat dihubungi"):
            scanner_at(where)(b"isi")


def test_without_a_scanner_nobody_is_asked():
    assert scanner_at("")(VIRUS) is None


def test_an_attachment_with_a_virus_is_not_kept(db, config, clamd, monkeypatch):
    store = FileStore(config.files, scanner_at(address(clamd)))
    draft = a_draft()
    monkeypatch.setattr(attachments, "check_upload", lambda name, content: (name, "application/pdf", content))

    attachments.attach_file(store, draft, an_applicant(), "file_berkas_pendukung", "kak.pdf", a_pdf(), WHEN)
    with pytest.raises(UploadRefused, match="virus"):
        attachments.attach_file(store, draft, an_applicant(), "file_berkas_pendukung", "jahat.pdf", VIRUS, WHEN)

    assert [item.name for item in Attachment.of(draft)] == ["instrumen.pdf", "kak.pdf"]
    assert not any(path.read_bytes() == VIRUS for path in config.files.rglob("*") if path.is_file())
