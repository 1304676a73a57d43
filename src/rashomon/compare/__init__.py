"""What the reports of one story agree on, differ in, or tell alone; each verdict with its reason."""
