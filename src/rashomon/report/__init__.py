"""Comparison -> JSON, HTML, Markdown, terminal. Only writes."""
