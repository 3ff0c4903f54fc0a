"""What the law says must happen. Pure functions over facts and a day: no database, clock, file or web framework."""
