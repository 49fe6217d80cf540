"""Which function reads which rule of the calendar's grammar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from rashomon.resolving.times import clocks, dates, lengths, near
from rashomon.resolving.times.answer import Answer, Context
from rashomon.vocab.calendar import Match


@cache
def rules() -> Mapping[str, Callable[[Match, Context], Answer]]:
    """What resolves the mentions of each rule of the grammar; the rules not named here join a time of day to a day."""
    return MappingProxyType(
        {
            "iso_time": dates.iso_time,
            "iso_date": dates.iso_date,
            "numeric_date": dates.numeric_date,
            "month_day": dates.day_of_month,
            "day_month": dates.day_of_month,
            "month_year": dates.month,
            "month_shift": dates.month,
            "month": dates.month,
            "year_era": dates.year_of_era,
            "era_year": dates.year_of_era,
            "year": dates.plain_year,
            "spoken_year": dates.spoken_year,
            "decade": dates.decade,
            "century": dates.century,
            "century_shift": near.century_shift,
            "part_of_year": dates.part_of_year,
            "part_of_shift": dates.part_of_year,
            "shift_part": dates.part_of_year,
            "year_part": dates.part_of_year,
            "fiscal_year": dates.fiscal_year,
            "season": dates.season,
            "season_shift": dates.season,
            "holiday": dates.holiday,
            "weekday": near.weekday,
            "short_weekday": near.weekday,
            "day_ref": near.day_ref,
            "part_ref": near.day_ref,
            "tonight": near.tonight,
            "weekend": near.weekend,
            "part": clocks.part,
            "early_part": clocks.bare_part,
            "part_alone": clocks.bare_part,
            "clock": clocks.at_clock,
            "hour": clocks.at_clock,
            "military": clocks.at_clock,
            "unit_shift": near.unit_shift,
            "unit_stride": near.unit_stride,
            "unit_window": lengths.unit_window,
            "unit_the": near.unit_the,
            "unit_beside": near.unit_beside,
            "ago": near.ago,
            "ago_beside": near.ago,
            "units_ago": near.ago,
            "units_beside": near.ago,
            "duration": lengths.duration,
            "duration_window": lengths.window,
            "units_window": lengths.units,
            "units": lengths.units,
            "lasting": lengths.lasting,
            "frequency": lengths.frequency,
            "each": lengths.each,
            "each_day": lengths.each_day,
            "weekdays": lengths.weekdays,
            "weekday_parts": lengths.weekdays,
            "rate": lengths.rate,
            "reference": lengths.reference,
        }
    )
