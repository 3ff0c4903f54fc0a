"""When a review is due, what surrounds it, and whether it was kept."""
