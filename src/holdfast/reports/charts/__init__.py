"""How is a figure drawn: bars, lines, stacks and columns, each from plain numbers to finished bytes."""
