/**
 * The persons of a German verb that is listed by infinitive, third person, past and participle: sprechen spricht sprach gesprochen becomes spreche,
 * sprichst, sprachen and so on as well. A mark behind a form (see `listed.ts`) holds for those made of it.
 */
export function germanPersons(forms: string[]): string[] {
  const [infinitive = '', third = '', past = ''] = forms
  const base = infinitive.replace(/e?n$/u, '')
  const mark = /[*?]$/u.exec(past)?.[0] ?? ''
  const pastBase = past.replace(/[*?]$/u, '')
  const plural = pastBase.endsWith('e') ? `${pastBase}n` : `${pastBase}en`
  return [
    ...forms,
    `${base}e`,
    `${third.replace(/[*?]$/u, '').replace(/(?<![dtr]e|[äoi])t$/u, '')}st${/[*?]$/u.exec(third)?.[0] ?? ''}`,
    ...(past === '' ? [] : [plural + mark]),
  ]
}
