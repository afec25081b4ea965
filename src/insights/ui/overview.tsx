import {
  Button,
  DataNumber,
  EmptyState,
  Link,
  Notice,
  PageHeader,
  Section,
  Table,
  useFormat,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import type { HomeShown } from './insights-data.ts'

type Shown = { home: HomeShown }

/** What do we know, about whom, how sure, may we; and what to do next. */
export function Overview({ home }: Shown) {
  const t = useText()
  const { name } = useWorkspace()
  return (
    <>
      <PageHeader title={name} lead={t('insights.home.lead')} />
      <NextStep home={home} />
      <Figures home={home} />
      <Segments home={home} />
      <Studies home={home} />
      <Sources home={home} />
    </>
  )
}

function NextStep({ home }: Shown) {
  const t = useText()
  const { id } = useWorkspace()
  const places: Record<HomeShown['next'], string> = {
    'bring people': '/imports',
    'find segments': '/segments/find',
    'plan a study': '/studies/new',
    talk: home.studies[0] ? `/studies/${home.studies[0].studyId}` : '/studies',
    code: home.studies[0] ? `/studies/${home.studies[0].studyId}` : '/studies',
    'read a portrait': leastKnown(home),
  }
  const key = home.next.replaceAll(' ', '-')
  return (
    <div className="mb-10">
      <Notice
        title={t(`insights.next.${key}`)}
        action={
          <Button look="primary" href={`/w/${id}${places[home.next]}`}>
            {t(`insights.next.${key}.do`)}
          </Button>
        }
      >
        {t(`insights.next.${key}.why`)}
      </Notice>
    </div>
  )
}

/** The portrait of the segment that the fewest have talked with, the larger one first. */
function leastKnown({ segments }: HomeShown): string {
  const [segment] = segments.toSorted((a, b) => a.heard - b.heard || (b.people ?? 0) - (a.people ?? 0))
  return segment ? `/segments/${segment.segmentId}/portrait` : '/segments'
}

function Figures({ home }: Shown) {
  const t = useText()
  const shown = home.mayBe.filter(({ purpose }) =>
    ['analysis', 'invitation', 'quoting', 'email_marketing'].includes(purpose),
  )
  return (
    <dl className="flex flex-wrap gap-x-14 gap-y-6">
      <div>
        <dt className="text-sm text-soft">{t('insights.home.people')}</dt>
        <dd>
          <DataNumber value={home.people} size="large" freshAt={home.asOf} />
        </dd>
      </div>
      {shown.map(({ purpose, may }) => (
        <div key={purpose}>
          <dt className="text-sm text-soft">{t(`insights.may.${purpose}`)}</dt>
          <dd>
            <DataNumber value={may} size="large" freshAt={home.asOf} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Segments({ home }: Shown) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const [first] = home.segments
  return (
    <Section
      title={first ? t('insights.home.segments.of', { set: first.setName }) : t('insights.home.segments')}
      lead={t('insights.home.segments.lead')}
      actions={<Link href={`/w/${id}/segments`}>{t('insights.home.segments.all')}</Link>}
    >
      <Table
        label={t('insights.home.segments')}
        rows={home.segments}
        rowKey={(row) => row.segmentId}
        rowHref={(row) => `/w/${id}/segments/${row.segmentId}/portrait`}
        empty={
          <EmptyState title={t('insights.home.segments.none')}>
            {t('insights.home.segments.none.todo')}
          </EmptyState>
        }
        columns={[
          { key: 'name', title: t('insights.home.segment'), isRowHeader: true, cell: (row) => row.name },
          {
            key: 'people',
            title: t('insights.home.people'),
            align: 'end',
            cell: (row) =>
              row.people === null ? (
                <span className="text-soft">{t('insights.fewer', { minimum: home.minimum })}</span>
              ) : (
                <DataNumber value={row.people} />
              ),
          },
          {
            key: 'share',
            title: t('insights.home.share'),
            align: 'end',
            isWideOnly: true,
            cell: (row) => row.share !== null && format.percent(row.share),
          },
          {
            key: 'heard',
            title: t('insights.home.heard'),
            align: 'end',
            cell: (row) =>
              row.lastHeard === null
                ? t('insights.home.heard.nobody')
                : t('insights.home.heard.last', { n: row.heard, ago: format.ago(row.lastHeard) }),
          },
        ]}
      />
      {first && <Age at={home.asOf} />}
    </Section>
  )
}

function Studies({ home }: Shown) {
  const t = useText()
  const { id } = useWorkspace()
  return (
    <Section title={t('insights.home.studies')}>
      {home.studies.length === 0 ? (
        <EmptyState title={t('insights.home.studies.none')}>
          {t('insights.home.studies.none.todo')}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-4">
          {home.studies.map(({ studyId, title, heard, target }) => (
            <li key={studyId} className="flex max-w-prose flex-col gap-1.5">
              <Link href={`/w/${id}/studies/${studyId}`} look="plain">
                {title}
              </Link>
              <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-line">
                <div
                  className="h-full rounded-full bg-accent"
                  style={{ width: `${Math.min(100, (100 * heard) / target)}%` }}
                />
              </div>
              <span className="text-sm text-soft">{t('insights.home.progress', { heard, target })}</span>
            </li>
          ))}
        </ul>
      )}
      {home.studies.length > 0 && <Age at={home.asOf} />}
    </Section>
  )
}

function Sources({ home }: Shown) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  return (
    <Section
      title={t('insights.home.sources')}
      actions={<Link href={`/w/${id}/imports`}>{t('insights.home.sources.more')}</Link>}
    >
      <ul className="flex max-w-prose flex-col divide-y divide-line text-sm">
        {home.sources.map(({ sourceId, name, newest }) => (
          <li key={sourceId} className="flex flex-wrap justify-between gap-x-6 py-2">
            <span>{name}</span>
            <span className="text-soft">{t('insights.home.source.since', { ago: format.ago(newest) })}</span>
          </li>
        ))}
        {home.newestEvent !== null && (
          <li className="flex flex-wrap justify-between gap-x-6 py-2">
            <span>{t('insights.home.events', { n: home.events })}</span>
            <span className="text-soft">
              {t('insights.home.events.newest', { ago: format.ago(home.newestEvent) })}
            </span>
          </li>
        )}
      </ul>
    </Section>
  )
}

function Age({ at }: { at: string }) {
  const t = useText()
  const format = useFormat()
  return <p className="mt-3 text-xs text-soft">{t('kit.fresh', { ago: format.ago(at) })}</p>
}
