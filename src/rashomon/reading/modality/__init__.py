"""Whether an event happened: negated, hypothetical, future, or background from before the report."""

from rashomon.reading.modality.flags import modality_of

__all__ = ["modality_of"]
