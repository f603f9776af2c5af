"""The closed lists a record chooses from, each with the standard it follows.

Every value is what stands in the YAML. Its label and definition are the English texts of the
interface, translated in `locales/`.
"""

from __future__ import annotations

from enum import StrEnum

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
    "TYING_ROLES",
    "Term",
    "Translation",
]

LABELS: dict[type[StrEnum], dict[str, str]] = {
    kind: {str(word): term.label for word, term in terms}
    for kind, terms in (
        (Form, FORMS.items()),
        (Role, ROLES.items()),
        (Status, STATUSES.items()),
        (ActorType, ACTOR_TYPES.items()),
        (ActorKind, ACTOR_KINDS.items()),
        (PlaceType, PLACE_TYPES.items()),
        (NoteKind, NOTE_KINDS.items()),
        (Rank, RANKS.items()),
        (ClaimField, CLAIM_FIELDS.items()),
    )
}
"""The labels of the closed lists that have some."""
