"""Value in, bytes out: workbooks, pages and pictures."""

import os

# openpyxl takes lxml where some other library brought it: XML from outside is read by defusedxml.
os.environ["OPENPYXL_LXML"] = "False"
