"""The request for a recommendation on a sectoral statistical activity, edition 2026.

The items are those of MS-Keg (Peraturan BPS 5/2020) together with what ROMANTIK adds: supporting files,
a closing note, and the statement. Items that only MS-Keg has are marked `metadata_only`.
"""

from pst.questionnaires.kinds import Questionnaire
from pst.questionnaires.rekomendasi_2026.block_1_organiser import BLOCK_1
from pst.questionnaires.rekomendasi_2026.block_2_responsible import BLOCK_2
from pst.questionnaires.rekomendasi_2026.block_3_planning import BLOCK_3
from pst.questionnaires.rekomendasi_2026.block_4_design import BLOCK_4
from pst.questionnaires.rekomendasi_2026.block_5_sample import BLOCK_5
from pst.questionnaires.rekomendasi_2026.block_6_collection import BLOCK_6
from pst.questionnaires.rekomendasi_2026.block_7_processing import BLOCK_7
from pst.questionnaires.rekomendasi_2026.block_8_dissemination import BLOCK_8
from pst.questionnaires.rekomendasi_2026.block_9_attachments import BLOCK_9
from pst.questionnaires.rekomendasi_2026.identity import IDENTITY

REKOMENDASI_2026 = Questionnaire(
    name="rekomendasi_2026",
    title="Permohonan Rekomendasi Kegiatan Statistik Sektoral",
    blocks=(IDENTITY, BLOCK_1, BLOCK_2, BLOCK_3, BLOCK_4, BLOCK_5, BLOCK_6, BLOCK_7, BLOCK_8, BLOCK_9),
    always_open=("catatan_pemohon",),
    one_yes=(
        ("editing", "coding", "data_entry", "validasi"),
        ("produk_tercetak", "produk_digital", "produk_mikrodata"),
    ),
)
