"""Postings for training over some years: who goes when, then where (三-2)."""
