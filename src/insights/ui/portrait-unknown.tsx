import { Link, Section, useFormat, useMay, useText, useWorkspace } from '../../../web/kit/index.ts'
import type { PortraitShown } from './insights-data.ts'
import { stepFor } from './unknown-steps.ts'

/** Who of the team last talked with one of them, and when: understanding cannot be delegated. */
export function Heard({ portrait: { heard } }: { portrait: PortraitShown }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const mayRead = useMay('transcripts.read')
  return (
    <Section title={t('insights.heard')}>
      {heard.last.length === 0 ? (
        <p className="text-soft">{t('insights.heard.nobody')}</p>
      ) : (
        <ul className="flex flex-col gap-1.5">
          {heard.last.map((one) => (
            <li key={one.interviewId}>
              {t(one.by.length > 0 ? 'insights.heard.by' : 'insights.heard.somebody', {
                by: one.by.join(', '),
                who: one.who,
                ago: format.ago(one.when),
                date: format.date(one.when),
              })}{' '}
              {mayRead && (
                <span data-screen-only>
                  <Link href={`/w/${id}/interviews/${one.interviewId}`}>
                    {t('insights.heard.read')}
                    <span className="sr-only"> ({one.who})</span>
                  </Link>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** What is not known yet, each with the next step of those who may take it. */
export function NotKnown({ portrait }: { portrait: PortraitShown }) {
  const t = useText()
  const { id, permissions } = useWorkspace()
  const may = (permission: string) => permissions.includes(permission)
  const { unknown, heard, minimum } = portrait
  return (
    <Section title={t('insights.unknown')} lead={t('insights.unknown.lead')}>
      {unknown.length === 0 ? (
        <p className="text-soft">{t('insights.unknown.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {unknown.map((name) => {
            const key = name.replaceAll(' ', '-')
            const place = stepFor(name, { portrait, may })
            return (
              <li key={name} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2.5">
                <span className="max-w-prose">
                  {t(`insights.unknown.${key}`, { people: heard.people, minimum })}
                </span>
                {place !== undefined && (
                  <span data-screen-only>
                    <Link href={`/w/${id}${place}`}>{t(`insights.unknown.${key}.do`)}</Link>
                  </span>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
