"""Blocks as Excel puts them on the clipboard, written by hand after what its documents say it does."""

from __future__ import annotations

TEXT = (
    'Ask the client\tEngage\t"– Call back\n– Write it down"\r\n\t\t\r\nSay ""no"" politely\tPlan\t\r\n'
).replace('Say ""no"" politely', '"Say ""no"" politely"')

#: Excel marks breaks inside a cell, spans of spaces, and numbers; what stands in a comment is a fragment.
HTML = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<meta name=Generator content="Microsoft Excel 15">
<style>
<!--table {mso-displayed-decimal-separator:"\\."; mso-displayed-thousand-separator:"\\,";}
td {padding-top:1px; mso-number-format:General; white-space:nowrap;}
br {mso-data-placement:same-cell;}
-->
</style>
</head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=600 style='border-collapse:collapse;width:450pt'>
<!--StartFragment-->
 <col width=200 style='width:150pt'>
 <col width=200 span=2 style='width:150pt'>
 <tr height=40 style='height:30.0pt'>
  <td height=40 class=xl65 width=200 style='height:30.0pt;width:150pt'>Ask the
  client</td>
  <td class=xl65 width=200>Engage</td>
  <td class=xl66 width=200>– Call back<br>
    – Write it down</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 style='height:15.0pt'></td>
  <td class=xl65></td>
  <td class=xl65></td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 style='height:15.0pt'>Say &quot;no&quot; politely</td>
  <td class=xl65>Plan</td>
  <td class=xl65></td>
 </tr>
<!--EndFragment-->
</table>
</body>
</html>"""

CELLS = [
    ["Ask the client", "Engage", "– Call back\n– Write it down"],
    ["", "", ""],
    ['Say "no" politely', "Plan", ""],
]
