// Nothing: the target whose precompiled headers the others use must compile something.
