"""Whether two written names are one person's."""

from __future__ import annotations


def same_person(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names (folded words) may be one person's: part of the other, ends alike, or spelled almost alike."""
    short, long = sorted((name, other), key=len)
    if len(short) == 1:
        return short[0] in (long[-1], long[0]) or _almost(short[0], long[-1]) or (len(long) > 2 and short[0] in long)
    if set(short) <= set(long):
        return True
    last = short[-1] == long[-1] or _almost(short[-1], long[-1])
    return last and (short[0] == long[0] or (1 in (len(short[0]), len(long[0])) and short[0][0] == long[0][0]))


def _almost(a: str, b: str) -> bool:
    """One letter more, less or other, in words of six letters and more that begin alike."""
    if a == b:
        return True
    if min(len(a), len(b)) < 6 or abs(len(a) - len(b)) > 1 or a[:4] != b[:4]:
        return False
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[same + 1 :] == b[same + 1 :] or a[same:] == b[same + 1 :] or a[same + 1 :] == b[same:]
