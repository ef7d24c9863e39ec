"""Supervision (六-1): days owed and done beside postings and grades, for people to judge."""
