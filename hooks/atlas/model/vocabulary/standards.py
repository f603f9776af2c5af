"""Lists of others that records name: Sustainable Development Goals, OECD DAC sectors."""

from __future__ import annotations

from atlas.model.vocabulary.word import N_

GOALS: dict[int, str] = {
    1: N_("No poverty"),
    2: N_("Zero hunger"),
    3: N_("Good health and well-being"),
    4: N_("Quality education"),
    5: N_("Gender equality"),
    6: N_("Clean water and sanitation"),
    7: N_("Affordable and clean energy"),
    8: N_("Decent work and economic growth"),
    9: N_("Industry, innovation and infrastructure"),
    10: N_("Reduced inequalities"),
    11: N_("Sustainable cities and communities"),
    12: N_("Responsible consumption and production"),
    13: N_("Climate action"),
    14: N_("Life below water"),
    15: N_("Life on land"),
    16: N_("Peace, justice and strong institutions"),
    17: N_("Partnerships for the goals"),
}
"""The short names of the Sustainable Development Goals (United Nations)."""


DAC_SECTORS: dict[str, str] = {
    "11110": N_("Education policy and administrative management"),
    "11120": N_("Education facilities and training"),
    "11330": N_("Vocational training"),
    "12110": N_("Health policy and administrative management"),
    "12220": N_("Basic health care"),
    "13096": N_("Population statistics and data"),
    "15112": N_("Decentralisation and support to subnational government"),
    "15150": N_("Democratic participation and civil society"),
    "15170": N_("Women’s rights organisations and movements, and government institutions"),
    "15185": N_("Local government administration"),
    "16010": N_("Social protection"),
    "16065": N_("Recreation and sport"),
    "16066": N_("Culture"),
    "21010": N_("Transport policy and administrative management"),
    "24040": N_("Informal/semi-formal financial intermediaries"),
    "25010": N_("Business policy and administration"),
    "32130": N_("Small and medium-sized enterprises (SME) development"),
    "33210": N_("Tourism policy and administrative management"),
    "41010": N_("Environmental policy and administrative management"),
    "43030": N_("Urban development and management"),
}
"""The names of the OECD DAC 5-digit codes that are in use here (IATI's Sector list).

A code that is not here may be used too: it is then shown without a name.
"""
