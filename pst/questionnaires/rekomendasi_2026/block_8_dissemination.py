"""Block VIII: what the public will get, and when. The form wants one "ya" in 8.1."""

from pst.questionnaires.kinds import Block, Date, Is, Question, YesNo


def _product(name: str, label: str, help: str) -> tuple[Question, Question]:
    """Whether a product is available to the public, and, if so, when it is planned to come out."""
    return (
        YesNo(f"produk_{name}", "8.1", f"Produk yang tersedia untuk umum: {label}", help),
        Date(
            f"rilis_{name}",
            "8.2",
            f"Rencana Rilis: {label}",
            "Tanggal rencana penerbitan produk ini; sebaiknya tidak mendahului tahap diseminasi pada 3.3.",
            metadata_only=True,
            ask_if=Is(f"produk_{name}", "ya"),
        ),
    )


BLOCK_8 = Block(
    number=8,
    key="diseminasi",
    title="Blok VIII. Diseminasi Hasil",
    intro="Bentuk hasil yang akan dapat dilihat atau diminta masyarakat, dan rencana tanggal terbitnya. "
    "Paling sedikit satu produk tersedia untuk umum.",
    questions=(
        *_product("tercetak", "Tercetak (hardcopy)", "Publikasi atau laporan pada kertas."),
        *_product("digital", "Digital (softcopy)", "Berkas atau halaman web yang dapat dibuka atau diunduh."),
        *_product("mikrodata", "Data Mikro", "Data per unit yang sudah disamarkan sehingga tidak mengenali orang."),
    ),
)
