import { Link, Section, useFormat, useMay, useText, useWorkspace } from '../../../web/kit/index.ts'
import type { PortraitShown } from './insights-data.ts'

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

type UnknownName = PortraitShown['unknown'][number]

/** What is not known yet, each with the next step. */
export function NotKnown({ portrait }: { portrait: PortraitShown }) {
  const t = useText()
  const { id } = useWorkspace()
  const { unknown, heard, minimum, segmentId, setId } = portrait
  const places: Record<UnknownName, string> = {
    'too small': `/segments/sets/${setId}`,
    'nobody heard': '/studies/new',
    'few heard': '/studies',
    'nothing coded': heard.last[0] ? `/interviews/${heard.last[0].interviewId}` : '/studies',
    'all withheld': '/consent',
    'few speakers': '/studies',
    'no outcome': `/segments/sets/${setId}`,
    'no events': '/events',
    'nothing apart': '/imports',
    'nobody to invite': `/segments/${segmentId}`,
    'old facts': '/imports',
  }
  return (
    <Section title={t('insights.unknown')} lead={t('insights.unknown.lead')}>
      {unknown.length === 0 ? (
        <p className="text-soft">{t('insights.unknown.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {unknown.map((name) => {
            const key = name.replaceAll(' ', '-')
            return (
              <li key={name} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2.5">
                <span className="max-w-prose">
                  {t(`insights.unknown.${key}`, { people: heard.people, minimum })}
                </span>
                <span data-screen-only>
                  <Link href={`/w/${id}${places[name]}`}>{t(`insights.unknown.${key}.do`)}</Link>
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
