"""Which codes the return uses, what each means in plain words, which group it belongs to, and in which years it holds.

A year is named by the April it began: 2023 is 2023-24. Source: the SSDA903 code lists as restated in section 8 of the
statute notes. A code that only older returns used is kept, so that an old return reads as it was meant.
"""

from typing import NamedTuple


class Code(NamedTuple):
    """One code of the return; `first_year` and `last_year` are None where no limit is known."""

    code: str
    meaning: str
    group: str
    first_year: int | None = None
    last_year: int | None = None


SEX = (
    Code("1", "Male", "Male", None, 2023),
    Code("2", "Female", "Female", None, 2023),
    Code("M", "Male", "Male", 2024),
    Code("F", "Female", "Female", 2024),
    Code("U", "Not known or not recorded", "Not known", 2024),
)

ETHNICITY = (
    Code("WBRI", "White British", "White"),
    Code("WIRI", "White Irish", "White"),
    Code("WOTH", "Any other White background", "White"),
    Code("WIRT", "Traveller of Irish heritage", "White"),
    Code("WROM", "Gypsy or Roma", "White"),
    Code("MWBC", "White and Black Caribbean", "Mixed"),
    Code("MWBA", "White and Black African", "Mixed"),
    Code("MWAS", "White and Asian", "Mixed"),
    Code("MOTH", "Any other mixed background", "Mixed"),
    Code("AIND", "Indian", "Asian"),
    Code("APKN", "Pakistani", "Asian"),
    Code("ABAN", "Bangladeshi", "Asian"),
    Code("AOTH", "Any other Asian background", "Asian"),
    Code("CHNE", "Chinese", "Asian"),
    Code("BCRB", "Black Caribbean", "Black"),
    Code("BAFR", "Black African", "Black"),
    Code("BOTH", "Any other Black background", "Black"),
    Code("OOTH", "Any other ethnic group", "Other"),
    Code("REFU", "Chose not to say", "Not known"),
    Code("NOBT", "Not yet recorded", "Not known"),
)

LEGAL_STATUS = (
    Code("C1", "Interim care order", "Care order"),
    Code("C2", "Full care order", "Care order"),
    Code("D1", "Freeing order", "Placement or freeing order"),
    Code("E1", "Placement order", "Placement or freeing order"),
    Code("V2", "Agreed with the family (section 20)", "Agreed with the family (section 20)"),
    Code("V3", "Short breaks, agreed as a series", "Short breaks"),
    Code("V4", "Short breaks, one agreement", "Short breaks"),
    Code("J1", "Remanded", "Youth justice"),
    Code("J2", "Held under PACE", "Youth justice"),
    Code("J3", "Youth rehabilitation order", "Youth justice"),
    Code("L1", "Police protection", "Emergency protection"),
    Code("L2", "Emergency protection order", "Emergency protection"),
    Code("L3", "Child assessment order", "Emergency protection"),
)

PLACEMENT = (
    Code("A3", "Placed for adoption with the former foster carer, parents agree", "Placed for adoption"),
    Code("A4", "Placed for adoption with new carers, parents agree", "Placed for adoption"),
    Code("A5", "Placed for adoption with the former foster carer, placement order", "Placed for adoption"),
    Code("A6", "Placed for adoption with new carers, placement order", "Placed for adoption"),
    Code("U1", "Foster care with a relative or friend, long term", "Foster care with a relative or friend"),
    Code("U2", "Foster care with a relative or friend, towards adoption", "Foster care with a relative or friend"),
    Code("U3", "Foster care with a relative or friend", "Foster care with a relative or friend"),
    Code("U4", "Foster care, long term", "Foster care with another carer"),
    Code("U5", "Foster care, towards adoption", "Foster care with another carer"),
    Code("U6", "Foster care", "Foster care with another carer"),
    Code("Q1", "Foster care with a relative or friend (earlier code)", "Foster care with a relative or friend"),
    Code("Q2", "Foster care (earlier code)", "Foster care with another carer"),
    Code("P1", "With parents", "With parents"),
    Code("P2", "Living independently", "Living independently"),
    Code("P3", "Residential employment", "Other"),
    Code("K1", "Secure children's home", "Secure home"),
    Code("K2", "Children's home", "Children's home"),
    Code("K3", "Supported accommodation", "Supported accommodation", 2024),
    Code("H5", "Semi-independent accommodation", "Supported accommodation", None, 2023),
    Code("R1", "Residential care home", "Other residential setting"),
    Code("R2", "Hospital or other health setting", "Other residential setting"),
    Code("R3", "Family centre or mother and baby unit", "Other residential setting"),
    Code("R5", "Young offender institution", "Custody"),
    Code("S1", "Residential school", "Residential school"),
    Code("T0", "Temporary placement, of any kind", "Temporary"),
    Code("T1", "Temporary, in hospital", "Temporary"),
    Code("T2", "Temporary, on holiday", "Temporary"),
    Code("T3", "Temporary, while the carer is away", "Temporary"),
    Code("T4", "Temporary, of another kind", "Temporary"),
    Code("Z1", "Other", "Other", None, 2024),
    Code("Z11", "Other (first kind)", "Other", 2025),
    Code("Z12", "Other (second kind)", "Other", 2025),
    Code("Z13", "Other (third kind)", "Other", 2025),
    Code("Z14", "Other (fourth kind)", "Other", 2025),
)

PROVIDER = (
    Code("PR0", "Parents", "Parents"),
    Code("PR1", "The council itself", "The council itself"),
    Code("PR2", "Another council", "Another public body"),
    Code("PR3", "Another public body", "Another public body"),
    Code("PR4", "A private provider", "Private"),
    Code("PR5", "A voluntary organisation", "Voluntary"),
)

NEED = (
    Code("N1", "Abuse or neglect", "Abuse or neglect"),
    Code("N2", "The child's disability", "The child's disability"),
    Code("N3", "A parent's illness or disability", "A parent's illness or disability"),
    Code("N4", "Family in acute stress", "Family in acute stress"),
    Code("N5", "Family not functioning", "Family not functioning"),
    Code("N6", "Behaviour not accepted in the community", "Behaviour"),
    Code("N7", "Low income", "Low income"),
    Code("N8", "Absent parenting", "Absent parenting"),
)

REASON_STARTED = (
    Code("S", "Came into care", "Came into care"),
    Code("L", "Legal status changed", "Legal status"),
    Code("P", "Placement and carer changed", "Placement"),
    Code("T", "Placement changed, same carer", "Placement"),
    Code("B", "Legal status, placement and carer changed", "Both"),
    Code("U", "Legal status and placement changed, same carer", "Both"),
)

REASON_ENDED = (
    Code("X1", "Another episode follows", "Still looked after"),
    Code("E11", "Adopted, not contested", "Adopted"),
    Code("E12", "Adopted, consent dispensed with", "Adopted"),
    Code("E2", "Died", "Died"),
    Code("E3", "Care taken over by another council", "Another council"),
    Code("E4", "Went home (earlier code)", "Went home"),
    Code("E4A", "Went home, as planned", "Went home"),
    Code("E4B", "Went home, not planned", "Went home"),
    Code("E13", "Left to live with parents or relatives, no order", "Went home"),
    Code("E41", "Child arrangements order", "Child arrangements order"),
    Code("E43", "Special guardianship, former foster carer (earlier code)", "Special guardianship"),
    Code("E44", "Special guardianship, other carer (earlier code)", "Special guardianship"),
    Code("E45", "Special guardianship, former foster carer who is a relative or friend", "Special guardianship"),
    Code("E46", "Special guardianship, former foster carer", "Special guardianship"),
    Code("E47", "Special guardianship, another relative or friend", "Special guardianship"),
    Code("E48", "Special guardianship, another carer", "Special guardianship"),
    Code("E5", "Independent living, with support", "Independent living"),
    Code("E6", "Independent living, without support", "Independent living"),
    Code("E7", "Moved to adult social care", "Adult social care"),
    Code("E9", "Sentenced to custody", "Custody"),
    Code("E14", "Remand ended", "Remand ended"),
    Code("E15", "Found to be 18 or over by an age assessment", "Age assessment"),
    Code("E16", "Moved abroad", "Moved abroad"),
    Code("E17", "Turned 18 and stayed with the carers", "Stayed with carers at 18"),
    Code("E8", "Left for another reason", "Other"),
)

PARTICIPATION = (
    Code("PN0", "Under four at the time of the review", "Under four"),
    Code("PN1", "Came and spoke for themselves", "Took part"),
    Code("PN2", "Came, and an advocate spoke for them", "Took part"),
    Code("PN3", "Came, and showed their views without speech", "Took part"),
    Code("PN4", "Came, and gave no views", "Came without giving views"),
    Code("PN5", "Did not come; an advocate spoke for them", "Took part"),
    Code("PN6", "Did not come; sent their views another way", "Took part"),
    Code("PN7", "Did not come and sent no views", "Did not take part"),
)

REASON_CHANGED = (
    Code("CARPL", "Change in the care plan", "Planned"),
    Code("CLOSE", "The home or service closed or left the market", "Provider"),
    Code("ALLEG", "An allegation", "Concern"),
    Code("STAND", "Concern about standards of care", "Concern"),
    Code("APPRR", "The carer's approval was removed", "Provider"),
    Code("CREQB", "The carer asked, because of behaviour", "Carer asked"),
    Code("CREQO", "The carer asked, for another reason", "Carer asked"),
    Code("CHILD", "The child asked", "Child asked"),
    Code("LAREQ", "The council or its area asked", "Council asked"),
    Code("PLACE", "Only the kind of placement changed, not the carer", "Planned"),
    Code("CUSTOD", "Custody", "Custody"),
    Code("OTHER", "Another reason", "Other"),
)

LOCATION = (Code("IN", "Inside the council's area", "Inside"), Code("OUT", "Outside the council's area", "Outside"))

MISSING = (Code("M", "Missing", "Missing"), Code("A", "Away without authorisation", "Away without authorisation"))

LISTS: dict[str, tuple[Code, ...]] = {
    "sex": SEX,
    "ethnicity": ETHNICITY,
    "legal_status": LEGAL_STATUS,
    "placement": PLACEMENT,
    "provider": PROVIDER,
    "need": NEED,
    "reason_started": REASON_STARTED,
    "reason_ended": REASON_ENDED,
    "participation": PARTICIPATION,
    "reason_changed": REASON_CHANGED,
    "location": LOCATION,
    "missing": MISSING,
}
