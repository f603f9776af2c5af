"""Records in which every text is a hostile one, and the hostile texts that are legal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tests.hostile.threats import THREATS

Fields = dict[str, Any]

PLAIN_ADDRESS = "https://www.hill.example/twins"


def legal_texts() -> list[str]:
    """Every text of the hostile files that nothing stops: all that a page may have to show."""
    found = {text for threat in THREATS if threat.is_legal for text in threat.texts()}
    return sorted(text for text in found if re.search(r"[^\w-]", text) and len(text) <= 300)


def legal_addresses() -> list[str]:
    """The legal texts that are web addresses."""
    return [text for text in legal_texts() if re.match(r"https?://[^ <>\"]+\Z", text)]


def write(data: Path, texts: Sequence[str], addresses: Sequence[str] = (PLAIN_ADDRESS,)) -> None:
    """Write sound records to `data`: for each of `texts` one of every kind, with it everywhere.

    The records of the text at 7 are called cooperation-7, actor-7 and so on. Web addresses are
    those of `addresses` in turn.
    """
    for number, text in enumerate(texts):
        address = addresses[number % len(addresses)]
        for folder, id_, fields in _of(number, " ".join(text.split("\n")), text, address):
            file = data / folder / f"{id_}.yml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(fields, ensure_ascii=False), "utf-8")


def _of(number: int, line: str, prose: str, address: str) -> Iterable[tuple[str, str, Fields]]:
    """Folder, id and fields of every record of one text."""
    languages = ("en", "ar") if number % 2 else ("en",)
    lines, proses = dict.fromkeys(languages, line), dict.fromkeys(languages, prose)
    stated = {"lang": "nl", "text": line, "gloss": lines, "source": f"source-{number}"}
    origin = dict.fromkeys(languages, "human")
    cited = [{"source": f"source-{number}", "locator": lines}]
    notes = [{"kind": "context", "text": proses, "as_stated": stated}]
    earlier = [{"names": dict.fromkeys(languages, f"{line[:290]} (old)"), "until": "1977"}]
    lifetime = {"founded": "1831", "note": proses, "source": f"source-{number}"}
    east, south = number % 12 / 20, number // 12 / 20
    for side, country, lat, lon in (("a", "BE", 51.0, 4.3), ("b", "MA", 33.9, -6.0)):
        yield (
            "places",
            f"place-{side}-{number}",
            {
                "names": lines,
                "names_as_stated": [stated],
                "former_names": earlier,
                "lifetime": lifetime,
                "codes": [{"scheme": "national", "code": line, "year": 2021, "name": line}],
                "type": "municipality",
                "countries": [country],
                "coordinates": {
                    "lat": f"{lat - south:.2f}",
                    "lon": f"{lon + east:.2f}",
                    "exactness": "approximate",
                    "note": lines,
                    "source": f"source-{number}",
                },
                "notes": notes,
                "translations": origin,
                "sources": cited,
            },
        )
        yield (
            "actors",
            f"actor-{side}-{number}",
            {
                "names": lines,
                "names_as_stated": [stated],
                "acronyms": [line],
                "former_names": earlier,
                "lifetime": lifetime,
                "type": "local-government",
                "seat": f"place-{side}-{number}",
                "website": address,
                "notes": notes,
                "translations": origin,
                "sources": cited,
            },
        )
    yield (
        "sources",
        f"source-{number}",
        {
            "title": {"lang": "en", "text": line},
            "publisher": line,
            "language": "en",
            "url": address,
            "archive_url": address,
            "quality_note": proses,
            "translations": origin,
        },
    )
    yield (
        "themes",
        f"theme-{number}",
        {
            "names": lines,
            "description": proses,
            "goals": ["3"],
            "translations": origin,
        },
    )
    yield (
        "cooperations",
        f"cooperation-{number}",
        {
            "previous_ids": [f"former-{number}"],
            "title": lines,
            "title_as_stated": stated,
            "form": "twinning",
            "form_as_stated": [stated],
            "earlier_forms": [{"form": "friendship", "as_stated": stated, "until": "2014"}],
            "summary": proses,
            "parties": [
                {
                    "actor": f"actor-{side}-{number}",
                    "roles": ["signatory"],
                    "side": side,
                    "as_stated": stated,
                    "note": proses,
                }
                for side in "ab"
            ],
            "agreements": [{"instrument": lines, "as_stated": stated, "signed": "2014-05-07"}],
            "dates": {"actual_start": "2014", "as_stated": stated},
            "status": {
                "code": "suspended",
                "as_of": "2020",
                "since": "2019",
                "evidence": lines,
                "reason": proses,
            },
            "themes": [{"theme": f"theme-{number}", "assigned_by": "source"}],
            "domains_as_stated": [stated],
            "objectives": [lines],
            "activities": [lines],
            "methods": [lines],
            "results": [lines],
            "goals": [{"goal": "3", "assigned_by": "editor"}],
            "budget": [{"amount": "35000", "currency": "EUR", "as_stated": stated, "note": lines}],
            "transactions": [
                {
                    "type": "disbursement",
                    "date": "2016",
                    "amount": "5000",
                    "currency": "EUR",
                    "provider": f"actor-a-{number}",
                    "receiver": f"actor-b-{number}",
                    "as_stated": stated,
                    "note": lines,
                }
            ],
            "office_holders": [
                {"name": line, "office": lines, "actor": f"actor-a-{number}", "acted": lines}
            ],
            "claims": [
                {
                    "field": "summary",
                    "text": proses,
                    "as_stated": stated,
                    "source": f"source-{number}",
                }
            ],
            "notes": notes,
            "sources": cited,
            "review": {"last_verified": "2026-01-31"},
            "translations": origin,
        },
    )
