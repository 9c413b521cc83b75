"""An activity in the words that search engines and data portals read: schema.org, and DCAT of the W3C (JSON-LD)."""

from typing import Any

from pst.exchange.activity_facts import ActivityFacts, Row
from pst.rules.wording import printable

CONTEXT = ["https://schema.org/", {"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/"}]


def linked_data(activity: ActivityFacts) -> dict[str, Any]:
    """The data set that the activity makes; what is not known is left out."""
    agency, publisher = _organisation(activity.agency), _organisation(activity.publisher)
    told = {
        "name": activity.title,
        "dct:title": activity.title,
        "description": activity.purpose or activity.title,
        "dct:description": activity.purpose or activity.title,
        "identifier": [number for number in (activity.number, activity.identity_number) if number],
        "url": activity.url,
        "dcat:landingPage": {"@id": activity.url},
        "inLanguage": "id",
        "creator": agency,
        "dct:creator": agency,
        "includedInDataCatalog": {"@type": "DataCatalog", "name": f"Katalog {activity.publisher}"},
        "sdPublisher": publisher,
        "keywords": [activity.sector] if activity.sector else [],
        "dcat:theme": activity.sector,
        "measurementTechnique": activity.method,
        "temporalCoverage": str(activity.year or ""),
        "spatialCoverage": {"@type": "Place", "name": activity.region} if activity.region else None,
        "sdDatePublished": activity.issued_on.isoformat() if activity.issued_on else "",
        "variableMeasured": [_measured(row) for row in activity.variables],
        "subjectOf": {
            "@type": "DigitalDocument",
            "encodingFormat": "application/xml",
            "url": f"{activity.url}.ddi.xml",
        },
    }
    about = {"@context": CONTEXT, "@type": ["Dataset", "dcat:Dataset"], "@id": activity.url}
    return {**about, **{name: value for name, value in told.items() if value}}


def _organisation(name: str) -> dict[str, str]:
    return {"@type": "GovernmentOrganization", "name": name}


def _measured(row: Row) -> dict[str, str]:
    told = {"name": row.get("nama"), "description": row.get("definisi"), "unitText": row.get("satuan", "").strip("-")}
    return {"@type": "PropertyValue", **{name: printable(text) for name, text in told.items() if text}}
