"""The two-way exchange of a year: cadres seconded to stations, chiefs attached to us (三-3)."""
