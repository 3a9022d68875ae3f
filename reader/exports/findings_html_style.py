"""How the page of findings looks, by day and by night, on a screen and on paper."""

STYLE = """
:root { --paper: #fff; --ink: #1c1c1e; --soft: #5c5c66; --line: #d5d5dc; --field: #f6f6f8;
  --bad: #b00020; --fair: #7a4d00; --good: #17692f; --note: #0a5a8a; --mark: #fff0b8; }
@media (prefers-color-scheme: dark) { :root { --paper: #17181c; --ink: #e8e8ec; --soft: #a5a6b0;
  --line: #3a3b42; --field: #202127; --bad: #ff8a94; --fair: #f0c060; --good: #7fd69a; --note: #7fc4f0;
  --mark: #55480f; } }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin: 0 0 .5rem; } h3 { font-size: 1rem; margin: 0; }
h2 code, small, .why, caption { color: var(--soft); font-weight: normal; }
code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .85em; overflow-wrap: anywhere; }
a { color: var(--note); }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; padding: .3rem 0; }
th, td { border-top: 1px solid var(--line); padding: .35rem .6rem .35rem 0; text-align: left;
  vertical-align: top; }
td ul, details ul { list-style: none; margin: 0; padding: 0; } details ul { padding-left: 1.4rem; }
section { border-top: 2px solid var(--line); margin-top: 2rem; padding-top: 1rem; }
article { border-left: 4px solid var(--line); margin: 1rem 0; padding: 0 0 0 .9rem; }
article.error { border-left-color: var(--bad); border-left-style: double; }
article.warning { border-left-color: var(--fair); }
article.info { border-left-color: var(--note); border-left-style: dotted; }
.error .sign, .deprecated, .superseded { color: var(--bad); }
.warning .sign, .admitted { color: var(--fair); }
.info .sign { color: var(--note); } .preferred { color: var(--good); }
.why { margin: .2rem 0; }
td:last-child { white-space: nowrap; padding-right: 0; }
td:nth-child(2) li { padding-left: 1.1em; text-indent: -1.1em; }
ol { padding-left: 1.6rem; } li { margin: .3rem 0; } td li { margin: 0; }
blockquote { margin: .25rem 0; padding: .35rem .7rem; background: var(--field); overflow-wrap: anywhere; }
blockquote.source { color: var(--soft); } blockquote.source mark { color: var(--ink); }
h3 q { quotes: "“" "”"; } th a { font-weight: normal; }
mark { background: var(--mark); color: inherit; font-weight: 600; text-decoration: underline;
  text-underline-offset: .2em; }
@media print { details > ul { display: block; } article { break-inside: avoid; } }
"""
