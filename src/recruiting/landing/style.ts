/** What the page that asks has beside the look of the participant's own page. */
export const style = `fieldset{border:1px solid var(--line);border-radius:.625rem;background:var(--raised);margin:1rem 0;padding:1rem}
legend{font-weight:600;padding:0;margin-bottom:.5rem;float:left;width:100%}
legend+*{clear:both}
.choice{display:flex;gap:.75rem;align-items:flex-start;font-weight:400;min-height:2.75rem;padding:.5rem 0;margin:0}
.choice input{width:1.25rem;height:1.25rem;margin:.125rem 0 0;flex:none;accent-color:var(--accent)}
.choice small{display:block;color:var(--soft);font-size:.875rem}
input[type=text],input[type=email],select{font:inherit;width:100%;max-width:24rem;min-height:2.75rem;padding:.5rem;border:1px solid var(--strong);
border-radius:.4375rem;background:var(--paper);color:var(--ink)}
form[data-zone] button{margin-top:.5rem}
p+form:has(label){margin-top:1.5rem}.acts form{margin:0}
h2::first-letter,.when::first-letter{text-transform:uppercase}
.times{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;padding:0;margin:.5rem 0}
.times form{margin:0}
.link{font-family:ui-monospace,monospace;overflow-wrap:anywhere;user-select:all;border:1px solid var(--line);border-radius:.4375rem;padding:.75rem;background:var(--raised)}
.no-thanks{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem}
.no-thanks form{margin:.75rem 0 0}
`

/** Shows times in the reader's own zone where their browser knows it; without it they choose from the list. */
export const zoneScript = `const form = document.querySelector('form[data-zone]')
if (form && !new URL(location.href).searchParams.has('zone')) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const select = form.elements.namedItem('zone')
  if (select.value !== zone && [...select.options].some((option) => option.value === zone)) {
    select.value = zone
    form.submit()
  }
}
`
