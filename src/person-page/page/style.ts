/** How the page looks: the colours of the app, one column, no program in the browser. */
export const style = `:root{color-scheme:light dark;
--paper:light-dark(#fbfaf8,#171716);--raised:light-dark(#fff,#1f1f1d);--ink:light-dark(#1e1d1b,#edece9);
--soft:light-dark(#625e57,#aba79f);--line:light-dark(#e6e2db,#31302d);--strong:light-dark(#8c877e,#78746c);
--accent:light-dark(#0b6477,#74c4d3);--on-accent:light-dark(#fff,#08242b);--accent-soft:light-dark(#e2eff2,#17343a);
--danger:light-dark(#a92a1f,#f2958a);--danger-soft:light-dark(#fbe9e6,#3d1f1b);
--good:light-dark(#2b6838,#83c68f);--good-soft:light-dark(#e6f2e6,#1a3320)}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1rem/1.6 ui-sans-serif,system-ui,-apple-system,'Segoe UI','Helvetica Neue',Arial,sans-serif;
-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0 auto;max-width:44rem;padding:0 1rem 4rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--raised);padding:.5rem 1rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;justify-content:space-between;padding:1rem 0;border-bottom:1px solid var(--line)}
header p{margin:0;font-weight:600}
nav ul{display:flex;flex-wrap:wrap;gap:0 .75rem;list-style:none;margin:0;padding:0;font-size:.875rem}
nav a{display:inline-block;padding:.25rem 0}nav [aria-current]{color:var(--ink);font-weight:600;text-decoration:none}
h1{font-size:1.75rem;line-height:1.25;margin:2rem 0 .5rem;overflow-wrap:anywhere}
h2{font-size:1.25rem;line-height:1.35;margin:2.75rem 0 .5rem}
h3{font-size:1rem;margin:0}
p{margin:.5rem 0}a{color:var(--accent)}
.soft{color:var(--soft)}.small{font-size:.875rem}
.card{border:1px solid var(--line);border-radius:.625rem;background:var(--raised);padding:1rem;margin:.75rem 0}
.card img{display:block;max-width:100%;max-height:24rem;border-radius:.375rem}
.list{list-style:none;margin:0;padding:0}
.row{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between}
.badge{display:inline-block;border-radius:.375rem;padding:.0625rem .5rem;font-size:.875rem;border:1px solid var(--line)}
.yes{background:var(--good-soft);color:var(--good);border-color:transparent}.no{background:var(--danger-soft);color:var(--danger);border-color:transparent}
.notice{border-radius:.625rem;padding:.75rem 1rem;margin:1rem 0;background:var(--accent-soft)}.notice.bad{background:var(--danger-soft)}
.notice p:first-child{margin-top:0}.notice p:last-child{margin-bottom:0}
button,.button{font:inherit;min-height:2.75rem;padding:.5rem 1rem;border-radius:.4375rem;border:1px solid var(--strong);background:var(--raised);color:var(--ink);
cursor:pointer;text-decoration:none;display:inline-block}
button.main,.button.main{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
button.danger{color:var(--danger);border-color:var(--danger)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
form{margin:.5rem 0 0}.row form{margin:0}
blockquote{margin:0;font-family:'Iowan Old Style',Charter,'Palatino Linotype',Georgia,serif;font-size:1.0625rem;overflow-wrap:anywhere}
.turns{list-style:none;margin:1.5rem 0;padding:0}
.turns li{padding:.75rem 0;border-bottom:1px solid var(--line)}
.turns h2{font-size:1rem;margin:0}
.turns p{margin:.125rem 0;overflow-wrap:anywhere;white-space:pre-line}
.turns a.small{display:inline-block;padding:.25rem 0}
.acts{display:flex;flex-wrap:wrap;gap:.5rem}
mark{background:none;color:inherit;border-bottom:2px dotted var(--strong)}
.asked{color:var(--soft)}
.gap{color:var(--soft);font-size:.875rem;font-style:italic}
textarea{font:inherit;width:100%;min-height:8rem;padding:.5rem;border:1px solid var(--strong);border-radius:.4375rem;background:var(--paper);color:var(--ink)}
label{font-weight:600;display:block;margin-bottom:.25rem}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:.5rem 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
summary{cursor:pointer;min-height:2.75rem;padding:.5rem 0;font-weight:600}
@media print{form,nav,.button{display:none}}
`
