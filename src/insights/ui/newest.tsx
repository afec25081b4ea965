import type { ReactNode } from 'react'
import { ImportState } from '../../collect/ui/index.ts'
import { Fresh, Link, Section, useFormat, useMay, useText, useWorkspace } from '../../../web/kit/index.ts'
import type { HomeShown } from './insights-data.ts'

type Shown = { home: HomeShown }

/** The conversations brought in last: who, how much was said, and whether it has been coded. */
export function NewestInterviews({ home: { interviews, asOf } }: Shown) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const mayRead = useMay('transcripts.read')
  return (
    <Section
      title={t('insights.home.interviews')}
      actions={<Link href={`/w/${id}/studies`}>{t('insights.home.studies')}</Link>}
    >
      {interviews.length === 0 ? (
        <p className="text-soft">{t('insights.home.interviews.none')}</p>
      ) : (
        <>
          <Lines>
            {interviews.map(({ interviewId, who, words, passages, happenedAt }) => (
              <Line
                key={interviewId}
                name={
                  mayRead ? (
                    <Link href={`/w/${id}/interviews/${interviewId}`}>{who.join(', ')}</Link>
                  ) : (
                    who.join(', ')
                  )
                }
                told={[
                  format.date(happenedAt),
                  t('insights.home.interviews.words', { n: words }),
                  t('insights.home.interviews.passages', { n: passages }),
                ]}
              />
            ))}
          </Lines>
          <Fresh at={asOf} />
        </>
      )}
    </Section>
  )
}

/** The files brought in last: how far they are and what waits to be mended; and the newest event. */
export function NewestImports({ home: { imports, events, newestEvent, asOf } }: Shown) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const mayWrite = useMay('collect.write')
  if (imports === null) return null
  return (
    <Section
      title={t('insights.home.imports')}
      actions={<Link href={`/w/${id}/imports`}>{t('insights.home.imports.all')}</Link>}
    >
      {imports.length === 0 && <p className="text-soft">{t('insights.home.imports.none')}</p>}
      <Lines>
        {imports.map(({ importId, fileName, state, imported, open, at }) => (
          <Line
            key={importId}
            name={mayWrite ? <Link href={`/w/${id}/imports/${importId}`}>{fileName}</Link> : <>{fileName}</>}
            told={[
              // Before it runs nothing is brought in, and nothing need be said.
              imported > 0 || state === 'done' ? t('insights.home.imports.rows', { n: imported }) : '',
              open > 0 ? t('insights.home.imports.open', { n: open }) : '',
              format.ago(at),
            ]}
          >
            <ImportState state={state} />
          </Line>
        ))}
        {newestEvent !== null && (
          <Line
            name={<Link href={`/w/${id}/events`}>{t('insights.home.events', { n: events })}</Link>}
            told={[t('insights.home.events.newest', { ago: format.ago(newestEvent) })]}
          />
        )}
      </Lines>
      <Fresh at={asOf} />
    </Section>
  )
}

function Lines({ children }: { children: ReactNode }) {
  return <ul className="flex max-w-3xl flex-col divide-y divide-line text-sm">{children}</ul>
}

function Line({ name, told, children }: { name: ReactNode; told: readonly string[]; children?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2">
      <span className="min-w-0 wrap-break-word">{name}</span>
      <span className="flex flex-wrap items-baseline gap-x-3 text-soft">
        {told.filter((part) => part !== '').join(' · ')}
        {children}
      </span>
    </li>
  )
}
