"""The metadata packet a PDF/A carries: what it is called, when it was made, which standard it claims.

fpdf2 writes one by itself, but puts the present moment into it as the date of change; a paper drawn again
from the same facts would differ from the one that was issued.
"""

from datetime import UTC, datetime
from html import escape

PACKET = """<x:xmpmeta xmlns:x="adobe:ns:meta/">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
    <rdf:Description rdf:about="" xmp:CreateDate="{moment}" xmp:ModifyDate="{moment}"
        xmp:MetadataDate="{moment}">
      <pdfaid:part>3</pdfaid:part>
      <pdfaid:conformance>U</pdfaid:conformance>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
      <dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language>{identifier}
    </rdf:Description>
  </rdf:RDF>
</x:xmpmeta>"""


def xmp_packet(title: str, made_at: datetime, identifier: str = "") -> str:
    """The packet for PDF/A-3U; `made_at` is naive UTC, `identifier` what the paper is known by, if anything."""
    moment = made_at.replace(tzinfo=UTC, microsecond=0).isoformat()
    named = f"\n      <dc:identifier>{escape(identifier)}</dc:identifier>" if identifier else ""
    return PACKET.format(title=escape(title), moment=moment, identifier=named)
