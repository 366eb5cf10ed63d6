"""Four letters behind a message in words, which no slip of the hand leaves right.

The sum of the characters' numbers, each times another power of 2, modulo a prime of which 2 is a
primitive root: one character for another, or any two changed over, always gives other letters.
What is typed too much or too little is found but once in 1.3 million.
"""

import unicodedata

LETTERS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No I and no O: they are taken for 1 and 0 when they are read."""

COUNT = 4
_PRIME = 1_336_333
"""The last prime below 34^4; above every number of a character (1,114,111)."""


def plain_of(text: str) -> str:
    """What letters are counted over: no blanks, half width, no case. So a keyboard may differ."""
    solid = "".join(text.split())
    return "".join(unicodedata.normalize("NFKC", solid).casefold().split())


def check_letters(text: str) -> str:
    """The letters of a text; the same for all ways of typing that `plain_of` makes one of."""
    total = 0
    for character in plain_of(text):
        total = (total * 2 + ord(character)) % _PRIME
    letters = ""
    for _ in range(COUNT):
        total, rest = divmod(total, len(LETTERS))
        letters = LETTERS[rest] + letters
    return letters


def heard_letters(typed: str) -> str:
    """Letters as they were typed or heard: blanks, width and case do not matter; I is 1, O is 0."""
    return plain_of(typed).upper().replace("I", "1").replace("O", "0")
