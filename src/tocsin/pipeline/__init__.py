"""Joins the rooms: report in, record out."""
