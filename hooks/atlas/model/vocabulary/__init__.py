"""The closed lists a record chooses from, each with the standard it follows.

Every value is what stands in the YAML. Its label and definition are the English texts of the
interface, translated in `locales/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from atlas.model.vocabulary.actors import ACTOR_KINDS, ACTOR_TYPES, ActorKind, ActorType
from atlas.model.vocabulary.cooperations import (
    FORMS,
    MEETINGS,
    RELATIONS,
    ROLES,
    STATUSES,
    TYING_ROLES,
    BudgetPer,
    Form,
    FormGroup,
    FormTerm,
    Relation,
    Role,
    Status,
)
from atlas.model.vocabulary.evidence import (
    CLAIM_FIELDS,
    NOTE_KINDS,
    RANKS,
    REMOVED,
    AssignedBy,
    ClaimField,
    NoteKind,
    Rank,
    Removed,
    Translation,
)
from atlas.model.vocabulary.places import PLACE_TYPES, Exactness, PlaceType
from atlas.model.vocabulary.standards import DAC_SECTORS, GOALS
from atlas.model.vocabulary.term import N_, Term

__all__ = [
    "ACTOR_KINDS",
    "ACTOR_TYPES",
    "ActorKind",
    "ActorType",
    "AssignedBy",
    "BudgetPer",
    "CLAIM_FIELDS",
    "ClaimField",
    "DAC_SECTORS",
    "Exactness",
    "FORMS",
    "Form",
    "FormGroup",
    "FormTerm",
    "GOALS",
    "LABELS",
    "MEETINGS",
    "NOTE_KINDS",
    "N_",
    "NoteKind",
    "PLACE_TYPES",
    "PlaceType",
    "RANKS",
    "RELATIONS",
    "REMOVED",
    "ROLES",
    "Rank",
    "Relation",
    "Removed",
    "Role",
    "STATUSES",
    "Status",
    "TERMS",
    "TYING_ROLES",
    "Term",
    "Translation",
]

TERMS: dict[type[StrEnum], Mapping[Any, Term]] = {
    Form: FORMS,
    Role: ROLES,
    Status: STATUSES,
    ActorType: ACTOR_TYPES,
    ActorKind: ACTOR_KINDS,
    PlaceType: PLACE_TYPES,
    NoteKind: NOTE_KINDS,
    Rank: RANKS,
    ClaimField: CLAIM_FIELDS,
}
"""The closed lists whose words have labels."""

LABELS: dict[type[StrEnum], dict[str, str]] = {
    kind: {str(word): term.label for word, term in terms.items()} for kind, terms in TERMS.items()
}
