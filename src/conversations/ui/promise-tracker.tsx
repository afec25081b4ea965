import {
  Link,
  Loaded,
  Section,
  Table,
  locales,
  useFormat,
  useText,
  useWorkspace,
  type Answer,
} from '../../../web/kit/index.ts'
import { usePromise } from './conversations-data.ts'

type PromiseShown = Answer<'GET /api/w/{workspaceId}/studies/{studyId}/promise'>

/** One quiet line: what this week asks for, and what was held in it. */
export function PromiseLine({ studyId }: { studyId: string }) {
  const t = useText()
  const { id } = useWorkspace()
  const promise = usePromise(studyId).data
  if (!promise || promise.week === null) return null
  const now = promise.weeks.find(({ state }) => state === 'now')
  const held = promise.weeks.reduce((sum, week) => sum + week.held, 0)
  const promised = promise.weeks.reduce((sum, week) => sum + week.promised, 0)
  return (
    <p className="text-sm text-soft">
      <Link href={`/w/${id}/studies/${studyId}?tab=promise`}>
        {now
          ? t('conversations.promise.now', {
              week: now.week,
              weeks: promise.weeks.length,
              held: now.held,
              promised: now.promised,
            })
          : t(promise.week === 0 ? 'conversations.promise.soon' : 'conversations.promise.over', {
              held,
              promised,
            })}
      </Link>
    </p>
  )
}

/** What was promised against what happened: by week, by member, by quota. */
export function PromiseTracker({ studyId }: { studyId: string }) {
  const promise = usePromise(studyId)
  return (
    <Loaded query={promise}>
      {(shown) => (
        <>
          <Weeks promise={shown} />
          <Members promise={shown} />
          <Quotas promise={shown} />
        </>
      )}
    </Loaded>
  )
}

function Weeks({ promise }: { promise: PromiseShown }) {
  const t = useText()
  const format = useFormat()
  return (
    <Section title={t('conversations.promise.weeks')}>
      <Table
        label={t('conversations.promise.weeks')}
        rows={promise.weeks}
        rowKey={({ week }) => String(week)}
        columns={[
          {
            key: 'week',
            title: t('conversations.promise.week'),
            isRowHeader: true,
            cell: ({ week, state }) => (
              <span className={state === 'to come' ? 'text-soft' : ''}>
                {t('conversations.promise.week.n', { n: week })}
                {state === 'now' && ` · ${t('conversations.promise.this')}`}
              </span>
            ),
          },
          {
            key: 'from',
            title: t('conversations.promise.from'),
            cell: ({ from }) => format.date(`${from}T12:00:00Z`),
          },
          ...counts(t),
        ]}
        empty={<p className="text-soft">{t('conversations.promise.weeks.none')}</p>}
      />
    </Section>
  )
}

function Members({ promise }: { promise: PromiseShown }) {
  const t = useText()
  return (
    <Section title={t('conversations.promise.members')}>
      <Table
        label={t('conversations.promise.members')}
        rows={promise.members}
        rowKey={({ memberId }) => memberId}
        columns={[
          {
            key: 'name',
            title: t('conversations.shares.who'),
            isRowHeader: true,
            cell: ({ name }) => name ?? t('conversations.promise.member.gone'),
          },
          {
            key: 'week',
            title: t('conversations.shares.week'),
            align: 'end',
            cell: ({ perWeek }) => perWeek,
          },
          ...counts(t),
        ]}
        empty={<p className="text-soft">{t('conversations.promise.members.none')}</p>}
      />
    </Section>
  )
}

function Quotas({ promise }: { promise: PromiseShown }) {
  const t = useText()
  const format = useFormat()
  return (
    <Section title={t('conversations.quotas')}>
      <Table
        label={t('conversations.quotas')}
        rows={promise.quotas.map((quota, at) => ({ ...quota, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          {
            key: 'who',
            title: t('conversations.quotas.who'),
            isRowHeader: true,
            cell: ({ segmentId, segment, language }) =>
              [
                segmentId === null ? '' : (segment ?? t('conversations.quotas.segment.gone')),
                locales.flatMap((known) => (known === language ? format.language(known) : [])).join(''),
              ]
                .filter((part) => part !== '')
                .join(' · ') || t('conversations.quotas.segment.any'),
          },
          {
            key: 'count',
            title: t('conversations.promise.promised'),
            align: 'end',
            cell: ({ count }) => count,
          },
          { key: 'heard', title: t('conversations.heard'), align: 'end', cell: ({ heard }) => heard },
        ]}
        empty={<p className="text-soft">{t('conversations.quotas.none')}</p>}
      />
    </Section>
  )
}

function counts(t: ReturnType<typeof useText>) {
  return [
    {
      key: 'promised',
      title: t('conversations.promise.promised'),
      align: 'end' as const,
      cell: ({ promised }: { promised: number }) => promised,
    },
    {
      key: 'held',
      title: t('conversations.promise.held'),
      align: 'end' as const,
      cell: ({ held }: { held: number }) => held,
    },
  ]
}
