"""A ledger to what people and programs read."""
