import { Size } from '../../segments/ui/index.ts'
import {
  Button,
  DataNumber,
  EmptyState,
  Fresh,
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
import { NewestImports, NewestInterviews } from './newest.tsx'

type Shown = { home: HomeShown }
type Step = HomeShown['next'][number]
type SetShown = HomeShown['sets'][number]

/** What do we know, about whom, how sure, may we; and what to do next. */
export function Overview({ home }: Shown) {
  const t = useText()
  const { name } = useWorkspace()
  return (
    <>
      <PageHeader title={name} lead={t('insights.home.lead')} />
      <NextSteps steps={home.next} />
      <Figures home={home} />
      <Segments home={home} />
      <Studies home={home} />
      <NewestInterviews home={home} />
      <NewestImports home={home} />
    </>
  )
}

function NextSteps({ steps: [first, ...later] }: { steps: readonly Step[] }) {
  const t = useText()
  const placeOf = usePlace()
  if (first === undefined) return null
  const key = keyOf(first)
  return (
    <div className="mb-10 flex flex-col gap-3">
      <Notice
        title={t(key, { name: first.name ?? '' })}
        action={
          <Button look="primary" href={placeOf(first)}>
            {t(`${key}.do`)}
          </Button>
        }
      >
        {t(`${key}.why`)}
      </Notice>
      {later.length > 0 && (
        <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
          <span className="text-soft">{t('insights.home.then')}</span>
          {later.map((step) => (
            <Link key={step.step} href={placeOf(step)}>
              {step.name === null ? t(`${keyOf(step)}.do`) : `${t(`${keyOf(step)}.do`)}: ${step.name}`}
            </Link>
          ))}
        </p>
      )}
    </div>
  )
}

function keyOf({ step }: Step): string {
  return `insights.next.${step.replaceAll(' ', '-')}`
}

function usePlace(): (step: Step) => string {
  const { id: workspaceId } = useWorkspace()
  return ({ step, id }) => {
    const places: Record<Step['step'], string> = {
      'bring people': '/imports',
      'finish an import': `/imports/${id ?? ''}`,
      'find segments': '/segments/find',
      'plan a study': '/studies/new',
      'write notes': `/sittings/${id ?? ''}`,
      'hide names': `/studies/${id ?? ''}/confidentiality`,
      talk: `/studies/${id ?? ''}`,
      code: `/interviews/${id ?? ''}`,
      'read a portrait': `/segments/${id ?? ''}/portrait`,
    }
    return `/w/${workspaceId}${places[step]}`
  }
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

function Segments({ home: { sets, moreSets, minimum } }: Shown) {
  const t = useText()
  const { id } = useWorkspace()
  return (
    <Section
      title={t('insights.home.segments')}
      lead={t('insights.home.segments.lead')}
      actions={<Link href={`/w/${id}/segments`}>{t('insights.home.segments.all')}</Link>}
    >
      {sets.length === 0 && (
        <EmptyState title={t('insights.home.segments.none')}>
          {t('insights.home.segments.none.todo')}
        </EmptyState>
      )}
      <div className="flex flex-col gap-8">
        {sets.map((set) => (
          <SetTable key={set.setId} set={set} minimum={minimum} />
        ))}
      </div>
      {moreSets > 0 && (
        <p className="mt-3 text-sm">
          <Link href={`/w/${id}/segments`}>{t('insights.home.segments.more', { n: moreSets })}</Link>
        </p>
      )}
    </Section>
  )
}

function SetTable({ set, minimum }: { set: SetShown; minimum: number }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  return (
    <div>
      <h3 className="mb-2 font-medium">{set.name}</h3>
      <Table
        label={set.name}
        rows={set.segments}
        rowKey={(row) => row.segmentId}
        rowHref={(row) => `/w/${id}/segments/${row.segmentId}/portrait`}
        empty={null}
        columns={[
          { key: 'name', title: t('insights.home.segment'), isRowHeader: true, cell: (row) => row.name },
          {
            key: 'people',
            title: t('insights.home.people'),
            align: 'end',
            cell: (row) => <Size people={row.people} minimum={minimum} isExact={row.isExact} />,
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
      <Fresh at={set.asOf} />
    </div>
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
          {home.studies.map(({ studyId, title, heard, target, thisWeek }) => (
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
              <span className="text-sm text-soft">
                {t('insights.home.progress', { heard, target })}
                {thisWeek !== null && ` · ${t('insights.home.this.week', thisWeek)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {home.studies.length > 0 && <Fresh at={home.asOf} />}
    </Section>
  )
}
