"""How wide each column of the table is, from what stands in it.

All widths are in twips (1/1440 inch, 1 mm is 56.7 of them), the text is Times New Roman.
"""

from __future__ import annotations

from collections.abc import Sequence

MM = 1440 / 25.4
MARGINS = 170  # left and right margin of a cell, 1.5 mm each
SLACK = 30  # editors round the widths of letters differently
NARROWEST_NUMBER, WIDEST_NUMBER = round(10 * MM), round(24 * MM)
NARROWEST = round(15 * MM)
LEAST = {"number": round(12 * MM), "deadline": round(30 * MM)}  # where there is room
BOLD = 1.09
POINTS = 12
# Advance widths in hundredths of the font size, rounded up to even ones; a letter that is not here counts as «н».
LETTERS = {
    18: "'", 20: "|", 26: ",.\xa0", 28: "/:;\\ijlt", 34: "!()-I[]`fr", 40: "Jsз", 42: '"г', 44: "тэ",
    46: "?acezаесьяё„“", 48: "^{}в", 50: "#$*0123456789_bdghknopquvxyЗклорух«»–", 52: "бдчъ", 54: "~ийнпц",
    56: "FPSР", 58: "+<=>БГЬ", 62: "ELTZЕТЁ", 64: "м", 66: "ЧЭф", 68: "BCRВКЛСЯы", 70: "Дж", 72: "УЪ",
    74: "ADGHKNOQUVXYwАИЙНОПХЦ", 76: "ю", 78: "&mшщ", 80: "Ф", 84: "%", 88: "Ы", 90: "MЖМ", 92: "@", 96: "W№",
    100: "—…", 102: "ШЩ", 104: "Ю",
}
OTHER = 54


class _Widths(dict[str, int]):
    def __missing__(self, letter: str) -> int:
        return OTHER


WIDTH_OF = _Widths((letter, width) for width, letters in LETTERS.items() for letter in letters)
_NEARLY = 0.75  # a word with less than three quarters of the most letters is hardly ever the widest
LINE_HEIGHT = 1.15  # of the font size, single spacing


def text_width(text: str, points: float = POINTS) -> int:
    """How long ``text`` is when it is set in one line."""
    return round(sum(map(WIDTH_OF.__getitem__, text)) * points / 5)


def widths(
    columns: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]], total: int, points: float = POINTS
) -> tuple[int, ...]:
    """The widths of ``columns``, which add up to ``total``.

    A column is its role (a word of the model: "number", "deadline" …) and its heading. ``rows`` hold a text for each
    column; rows merged over columns are left out by the caller. No column becomes so narrow that its longest word
    breaks, as long as there is room for that; numbers get 12 mm or what the longest needs, the others share what is
    left by the amount of their text, deadlines getting 30 mm at least.
    """
    if not columns:
        return ()
    texts = [[row[at] for row in rows if at < len(row)] for at in range(len(columns))]
    words = [_word_floor(role, heading, texts[at], points) for at, (role, heading) in enumerate(columns)]
    floors = [max(LEAST.get(role, NARROWEST), word) for (role, _), word in zip(columns, words, strict=True)]
    if sum(floors) > total:
        floors = words
    if sum(floors) >= total:
        return _exactly(_capped(floors, total), total)
    amounts = [_amount(role, heading, texts[at]) for at, (role, heading) in enumerate(columns)]
    if not any(amounts):  # nothing but numbers
        amounts = [1.0] * len(columns)
    return _exactly(_shared(floors, amounts, total), total)


def _word_floor(role: str, heading: str, texts: list[str], points: float) -> int:
    """The width below which a word of the column would break."""
    longest = max(_longest_word(texts, points), round(_longest_word([heading], points) * BOLD)) + MARGINS + SLACK
    return max(NARROWEST_NUMBER, min(longest, WIDEST_NUMBER)) if role == "number" else longest


def _capped(floors: list[int], total: int) -> list[float]:
    """Shares of ``total`` where not all words fit: the widest columns give way, down to one common width."""
    rest, shares = float(total), [0.0] * len(floors)
    ascending = sorted(range(len(floors)), key=lambda at: (floors[at], at))
    for done, at in enumerate(ascending):
        shares[at] = min(floors[at], rest / (len(floors) - done))
        rest -= shares[at]
    return shares


def _longest_word(texts: list[str], points: float) -> int:
    """The width of the longest piece that no editor breaks: words end at a space or after a hyphen."""
    text = " ".join(texts)
    for sign, parted in (("\n", " "), ("\t", " "), ("-", "- ")):
        if sign in text:
            text = text.replace(sign, parted)
    words = text.split(" ")
    least = max(map(len, words)) * _NEARLY
    return max(text_width(word, points) for word in {word for word in words if len(word) >= least})


def _amount(role: str, heading: str, texts: list[str]) -> float:
    """What share of the room a column asks for."""
    if role == "number":
        return 0.0
    return len(heading) + sum(map(len, texts))


def _shared(floors: list[int], amounts: list[float], total: int) -> list[float]:
    """Shares of ``total`` by amount; who would get less than his floor gets the floor."""
    fixed = {at for at, amount in enumerate(amounts) if not amount}
    while True:
        rest = total - sum(floors[at] for at in fixed)
        asked = sum(amount for at, amount in enumerate(amounts) if at not in fixed)
        shares = [floors[at] if at in fixed else rest * amount / asked for at, amount in enumerate(amounts)]
        short = {at for at, share in enumerate(shares) if share < floors[at]} - fixed
        if not short:
            return shares
        if len(fixed | short) == len(floors):  # nobody is left to take the rest: the fullest does
            fullest = max(range(len(floors)), key=lambda at: (amounts[at], -at))
            shares = [float(floor) for floor in floors]
            shares[fullest] += total - sum(floors)
            return shares
        fixed |= short


def _exactly(shares: list[float], total: int) -> tuple[int, ...]:
    """Whole twips that add up to ``total``; what rounding leaves over goes to the widest."""
    whole = [int(share) for share in shares]
    whole[whole.index(max(whole))] += total - sum(whole)
    return tuple(whole)


def is_long(cells: Sequence[tuple[int, int, str, str]], text_height: int, points: float = POINTS) -> bool:
    """Whether a row of the view is taller than a third of a page and had better be allowed to break over pages.

    Kept whole it would leave as much of the page before it empty. ``text_height`` is that of `Template`, in twips.
    The estimate is coarse, by the mean width of a letter.
    """
    most = text_height / 3 / (points * 20 * LINE_HEIGHT)
    per_line = most / (points * 18.8)  # half of what a line may hold: most texts are seen to be short without counting
    for width, _span, _merge, text in cells:
        may_be = len(text) > most and (len(text) > per_line * (width - MARGINS) or "\n" in text)
        if may_be and _lines(text, width, points) > most:
            return True
    return False


def _lines(text: str, width: int, points: float) -> int:
    in_line = max(1, int((width - MARGINS) / (points * 9.4)))  # letters; a mean one takes 0.47 of the font size
    if "\n" not in text:
        return -(-len(text) // in_line)
    return sum(-(-max(1, len(line)) // in_line) for line in text.split("\n"))
