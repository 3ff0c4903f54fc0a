"""How a cell is written so that no spreadsheet runs it."""

_INVISIBLE = "".join(map(chr, (0x20, 0xA0, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0x3000, 0xFEFF)))
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def harmless(value: object) -> str:
    """The value as text; what a spreadsheet would run as a formula, invisible characters or not, is made plain."""
    text = "" if value is None else str(value)
    if text.lstrip(_INVISIBLE).startswith(_BEGINS_A_FORMULA) or text.startswith(_BEGINS_A_FORMULA):
        return f"'{text}"
    return text
