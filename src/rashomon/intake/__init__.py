"""Bytes to reports: a file per format, and what stands around the prose.

`files.read_path` and `files.read_bytes` look at content themselves; `text.read_text`, `html.read_html` and
`jsonl.read_jsonl` take one format each.
"""
