from rashomon.records import Timex
from rashomon.records.ids import record_id
def resolve_times(report, mentions):
    return tuple(Timex(record_id("ti", report.id, m.span), m.span, "DATE", None, None, None, None) for m in mentions)
