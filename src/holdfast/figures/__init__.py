"""What is counted: rows with verdicts, frozen as a cut, and every figure defined once over them."""
