"""Measures every claim of the README; reads its data from ../shared when it is there."""
