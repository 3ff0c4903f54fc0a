"""How does one invent a council whose returns behave like real ones, and of which the truth is known?"""
