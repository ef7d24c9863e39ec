"""Postings for training and the two-way exchange (N5, N6, N7): who may, who goes when and where."""
