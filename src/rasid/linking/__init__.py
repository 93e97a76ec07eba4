"""Mentions to incidents."""
