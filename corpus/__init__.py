"""Reports annotated by the project: the markup, its checks, and what is made of it for training and measuring.

`GUIDE.md` says how reports are annotated; `python -m corpus` lists the commands.
"""
