"""What does it cost, beside the least it could cost? `make bench` prints one page."""
