"""Holdfast: the independent reviewing service for children in care, as software."""
