"""Bytes in, pages out."""
