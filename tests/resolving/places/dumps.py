"""GeoNames dumps that tests write: a few rows in its format, as .txt or .zip."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path


def dump_line(
    id_: int | str,
    name: str,
    feature: str,
    lat: float | str,
    lon: float | str,
    country: str,
    *,
    alternates: str = "",
    admin1: str = "",
    admin2: str = "",
    people: int | str = 0,
    changed: str = "2024-01-18",
) -> str:
    """A row. `feature` is class and code, as in "P.PPL"."""
    kind, _, code = feature.partition(".")
    ascii_name = name.encode("ascii", "ignore").decode()
    return "\t".join(
        (
            str(id_), name, ascii_name, alternates, str(lat), str(lon), kind, code, country, "", admin1, admin2, "", "",
            str(people), "", "500", "Etc/UTC", changed,
        )
    )  # fmt: skip


#: true places, some of their namesakes, and rows that go wrong in no way
LINES = (
    dump_line(2988507, "Paris", "P.PPLC", 48.85341, 2.3488, "FR", admin1="11", people=2_138_551),
    dump_line(9000001, "Paris", "P.PPL", 15.2, 44.1, "YE", admin1="02", people=40),
    dump_line(9000002, "Paris", "S.AIRF", 15.1, 44.2, "YE", admin1="02"),
    *(dump_line(9100000 + n, "Paris", "P.PPL", 4.0 + n / 100, -72.0, "CO", admin1="33") for n in range(300)),
    dump_line(69500, "Muḩāfaz̧at Şa‘dah", "A.ADM1", 17.0, 43.75, "YE", admin1="15", alternates="Saada,Sa'dah,YE15,SD"),
    dump_line(6940572, "Şuwayr", "A.ADM2", 16.0, 43.9, "YE", admin1="02", admin2="0207"),
    dump_line(
        9000003, "Bayt al Qāḑī", "P.PPL", 15.98, 43.91, "YE", admin1="02", admin2="0207", alternates="Beit al-Qadi,BQ,Qadi",
        people=120,
    ),
    dump_line(9000004, "Al Anad", "S.AIRB", 13.17, 44.76, "YE", admin1="24", alternates="Al-Anad Air Base"),
    dump_line(9000005, "Wādī Mawr", "H.WAD", 15.7, 42.8, "YE", admin1="02", alternates="Wadi Mawr"),
    dump_line(9000006, "Nahr Zarqan", "H.STM", 15.8, 42.9, "YE", admin1="02"),
    dump_line(9000007, "Marhum Camp", "S.CMPRF", 15.3, 44.0, "YE", admin1="02"),
    dump_line(9000008, "Old Harad", "A.ADM2H", 16.4, 43.0, "YE", admin1="04"),
    dump_line(9000009, "Grand Hotel", "S.HTL", 15.3, 44.2, "YE", admin1="02"),
    dump_line(9000010, "Nothing Seamount", "U.SMU", 12.0, 50.0, ""),
    dump_line(9000011, "Harra", "P.PPLQ", 15.5, 43.5, "YE", admin1="02", people=3_000, changed="2024-03-02"),
)  # fmt: skip


def write_dump(path: Path, lines: Iterable[str] = LINES) -> Path:
    """Writes a dump to `path`; a .zip holds a table named like it, and a read-me as those of countries do."""
    text = "".join(f"{line}\n" for line in lines)
    if path.suffix != ".zip":
        path.write_text(text, encoding="utf-8")
        return path
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "Readme for GeoNames Gazetteer extract files\n")
        archive.writestr(f"{path.stem}.txt", text)
    return path
