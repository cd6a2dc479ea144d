"""How fast the compiler is beside the ordinary way of doing the same: ratios, both sides in turn in one run."""
