"""How is a group spoken of in a sentence: "lived with foster carers", "among those living with their parents"?"""

from holdfast.reports.words import value_in_words

_PREDICATES = {
    "placement_group": {
        "foster care with another carer": "lived with foster carers who were not relatives or friends",
        "foster care with a relative or friend": "lived with relatives or friends as their foster carers",
        "with parents": "lived with their parents",
        "living independently": "lived independently",
        "children's home": "lived in a children’s home",
        "secure home": "lived in a secure home",
        "supported accommodation": "lived in supported accommodation",
        "placed for adoption": "were placed for adoption",
        "other residential setting": "lived in a residential setting of another kind",
        "residential school": "lived at a residential school",
        "custody": "were in custody",
        "temporary": "lived in a temporary placement",
        "other": "lived somewhere of another kind",
    },
    "legal_group": {
        "care order": "were in care under a care order",
        "agreed with the family (section 20)": "were in care by agreement with the family, under section 20",
        "placement or freeing order": "had a placement or freeing order",
        "youth justice": "were in care through the youth courts or the police",
        "emergency protection": "were in care under emergency protection",
    },
    "reason_group": {
        "went home": "went home to their family",
        "adopted": "were adopted",
        "special guardianship": "left to a special guardian",
        "child arrangements order": "left under a child arrangements order",
        "independent living": "left to live on their own",
        "age assessment": "were found to be 18 or over",
        "stayed with carers at 18": "turned 18 and stayed with their carers",
        "another council": "passed into the care of another council",
        "adult social care": "moved on to adult social care",
        "moved abroad": "moved abroad",
        "custody": "were sentenced to custody",
        "remand ended": "left when their remand ended",
        "other": "left for another reason",
    },
    "participation_code": {
        "pn1": "the child came and spoke for themselves",
        "pn2": "the child came, and an advocate spoke for them",
        "pn3": "the child came, and showed their views without speech",
        "pn4": "the child came, and gave no views",
        "pn5": "the child did not come, and an advocate spoke for them",
        "pn6": "the child did not come, and sent their views another way",
        "pn7": "the child did not come and sent no views",
    },
    "need": {
        "abuse or neglect": "came because of abuse or neglect",
        "the child's disability": "came because of the child’s own disability",
        "a parent's illness or disability": "came because of a parent’s illness or disability",
        "family in acute stress": "came because the family was in acute stress",
        "family not functioning": "came because the family was not functioning",
        "behaviour not accepted in the community": "came because of behaviour not accepted in the community",
        "low income": "came because of low income",
        "absent parenting": "came because they had no parent to care for them",
    },
    "kind": {"first": "were first reviews", "second": "were second reviews", "later": "were third or later reviews"},
}
_AMONG = {
    "placement_group": {
        "foster care with another carer": "among those with foster carers who were not relatives or friends",
        "foster care with a relative or friend": "among those fostered by relatives or friends",
        "with parents": "among those living with their parents",
        "living independently": "among those living independently",
        "children's home": "among those in children’s homes",
        "secure home": "among those in secure homes",
        "supported accommodation": "among those in supported accommodation",
        "placed for adoption": "among those placed for adoption",
        "other residential setting": "among those in other residential settings",
        "residential school": "among those at residential schools",
        "custody": "among those in custody",
        "temporary": "among those in temporary placements",
        "other": "among those living elsewhere",
    },
}


def predicate(band: str, value: str) -> str:
    """What is said of those in a group, after their number: "were aged 5 to 9", "went home to their family"."""
    words = value_in_words(band, value)
    lower = _lower(words)
    known = _PREDICATES.get(band, {})
    if value.lower() in known or lower in known:
        return known.get(value.lower()) or known[lower]
    if band in ("age", "age_band"):
        return f"were aged {lower}"
    if band == "sex":
        return f"were {lower}"
    if band == "ethnic_group":
        return f"were recorded as {words}"
    if band == "time_looked_after":
        return f"had been looked after for {lower.replace(' and over', ' or more')}"
    if band == "days_late_band":
        return f"were late by {in_days(value)}"
    if band == "distance_band":
        return f"lived {lower.replace('over', 'more than')} from home"
    if band == "quarter":
        return f"were held from {words}"
    if band == "location":
        return f"lived {lower}"
    return f"were recorded as “{lower}”"


def among(band: str, value: str) -> str:
    """Where in a split something was so: "among those aged 5 to 9", "from April to June", "among first reviews"."""
    words = value_in_words(band, value)
    lower = _lower(words)
    if lower in _AMONG.get(band, {}):
        return _AMONG[band][lower]
    if band == "kind":
        return f"among {lower}s"
    if band == "age_band":
        return f"among those aged {lower}"
    if band == "quarter":
        return f"from {words}"
    if band == "ethnic_group":
        return f"among children whose ethnic group is recorded as {words}"
    return f"among those recorded as “{lower}”"


def in_days(value: str) -> str:
    """A band of days late in a sentence: "a week or less", "more than 28 days"."""
    said = {"1 to 7 days": "a week or less", "over 28 days": "more than 28 days"}
    return said.get(value.lower(), value)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
