"""Files of models: where they lie, and the sha256 that pins them."""
