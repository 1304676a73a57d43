"""What belongs together over the reports of one story."""
