import { useState } from 'react'
import {
  Button,
  DataNumber,
  EmptyState,
  Fresh,
  Link,
  Loaded,
  PageHeader,
  ProblemNotice,
  Section,
  Select,
  Table,
  useFormat,
  useMay,
  usePageParams,
  usePageTitle,
  useText,
  useWorkspace,
  type Answer,
} from '../../../web/kit/index.ts'
import { LeftOut } from '../../consent/ui/index.ts'
import { useRuleWords } from './rule-words.tsx'
import { useMembers, usePurposes, useSegment, type PurposeName } from './segments-data.ts'
import { Size } from './size-cell.tsx'
import { trustKeys } from './trust.ts'

type Shown = Answer<'GET /api/w/{workspaceId}/segments/{segmentId}'>

export function Page() {
  const { segmentId } = usePageParams('segmentId')
  const t = useText()
  const segment = useSegment(segmentId)
  return (
    <>
      {segment.data === undefined && <PageHeader title={t('segments.segment')} />}
      <Loaded query={segment}>{(shown) => <SegmentView key={segmentId} shown={shown} />}</Loaded>
    </>
  )
}

function SegmentView({ shown }: { shown: Shown }) {
  const t = useText()
  const words = useRuleWords()
  const { id: workspaceId } = useWorkspace()
  const mayWrite = useMay('segments.write')
  const mayPortrait = useMay('portraits.read')
  const { set, part } = shown
  const segment = set.segments[part]
  usePageTitle(segment?.name)
  if (segment === undefined) return null
  const here = `/w/${workspaceId}/segments`
  return (
    <>
      <PageHeader
        title={segment.name}
        lead={t('segments.segment.lead', {
          rule: words.rule(segment.all),
          audience: set.audience.length === 0 ? t('segments.everybody') : words.rule(set.audience),
        })}
        back={{ href: here, label: t('segments.title') }}
        actions={
          <>
            {mayPortrait && (
              <Button look="primary" href={`${here}/${segment.segmentId}/portrait`}>
                {t('segments.portrait')}
              </Button>
            )}
            {mayWrite && <Button href={`${here}/sets/${set.setId}`}>{t('segments.change')}</Button>}
          </>
        }
      />
      <Figures shown={shown} />
      <Section title={t('segments.purposes')} lead={t('segments.purposes.lead')}>
        <PurposeTable segmentId={segment.segmentId} />
      </Section>
      <Members segmentId={segment.segmentId} />
      <History shown={shown} />
    </>
  )
}

function Figures({ shown: { set, part } }: { shown: Shown }) {
  const t = useText()
  const words = useRuleWords()
  const segment = set.segments[part]
  if (segment === undefined) return null
  const { people, outcome, evidence } = segment
  return (
    <dl className="mb-10 flex flex-wrap gap-x-16 gap-y-6">
      <div>
        <dt className="text-sm text-soft">{t('segments.size')}</dt>
        <dd>
          {people !== null && segment.isExact ? (
            <DataNumber value={people} size="large" freshAt={set.asOf} />
          ) : (
            <>
              <Size people={people} minimum={set.minimum} isExact={segment.isExact} />
              <Fresh at={set.asOf} />
            </>
          )}
        </dd>
      </div>
      {set.outcome !== null && outcome !== null && (
        <div>
          <dt className="text-sm text-soft">{words.outcome(set.outcome)}</dt>
          <dd>
            <DataNumber
              value={outcome.share}
              as="share"
              size="large"
              interval={[outcome.low, outcome.high]}
              n={outcome.of}
              freshAt={set.asOf}
            />
          </dd>
        </div>
      )}
      {evidence && (
        <div className="max-w-sm">
          <dt className="text-sm text-soft">{t('segments.trust')}</dt>
          <dd>{t(`segments.trust.${trustKeys[evidence.trust]}`)}</dd>
        </div>
      )}
    </dl>
  )
}

function PurposeTable({ segmentId }: { segmentId: string }) {
  const t = useText()
  const purposes = usePurposes(segmentId)
  return (
    <Loaded query={purposes}>
      {(found) => (
        <>
          <Table
            label={t('segments.purposes')}
            rows={[
              { purpose: 'all', may: found.all.people, isExact: found.all.isExact, told: null },
              ...found.purposes.map((row) => ({ ...row, told: row })),
            ]}
            rowKey={(row) => row.purpose}
            empty={null}
            columns={[
              {
                key: 'purpose',
                title: t('segments.purpose'),
                isRowHeader: true,
                cell: (row) => t(`segments.purpose.${row.purpose}`),
              },
              {
                key: 'may',
                title: t('segments.people'),
                align: 'end',
                cell: (row) => <Size people={row.may} minimum={found.minimum} isExact={row.isExact} />,
              },
              {
                key: 'why',
                title: t('consent.may.not'),
                cell: (row) => row.told && <LeftOut told={row.told} minimum={found.minimum} />,
              },
            ]}
          />
          <Fresh at={found.asOf} />
        </>
      )}
    </Loaded>
  )
}

const listed: PurposeName[] = ['analysis', 'invitation', 'quoting', 'email_marketing', 'advertising']

function Members({ segmentId }: { segmentId: string }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const mayRead = useMay('people.read')
  const [isOpen, open] = useState(false)
  const [purpose, choose] = useState<PurposeName>('analysis')
  return (
    <Section title={t('segments.members')} lead={t('segments.members.lead')} isScreenOnly={!isOpen}>
      {isOpen ? (
        <div className="flex flex-col gap-4">
          <div className="max-w-xs">
            <Select
              label={t('segments.members.purpose')}
              isRequired
              options={listed.map((id) => ({ id, label: t(`segments.purpose.${id}`) }))}
              value={purpose}
              onChange={(id) => choose(listed.find((one) => one === id) ?? 'analysis')}
            />
          </div>
          <MemberTable
            segmentId={segmentId}
            purpose={purpose}
            hrefOf={mayRead ? (personId) => `/w/${workspaceId}/people/${personId}` : undefined}
          />
        </div>
      ) : (
        <Button onPress={() => open(true)}>{t('segments.members.show')}</Button>
      )}
    </Section>
  )
}

function MemberTable({
  segmentId,
  purpose,
  hrefOf,
}: {
  segmentId: string
  purpose: PurposeName
  hrefOf: ((personId: string) => string) | undefined
}) {
  const t = useText()
  const { query, pager } = useMembers(segmentId, purpose)
  if (query.error) return <ProblemNotice problem={query.error} />
  return (
    <Loaded query={query}>
      {(page) => (
        <Table
          label={t('segments.members')}
          rows={page.items}
          rowKey={(row) => row.personId}
          pager={pager}
          empty={
            <EmptyState title={t('segments.members.none')}>{t('segments.members.none.todo')}</EmptyState>
          }
          columns={[
            {
              key: 'who',
              title: t('segments.member'),
              isRowHeader: true,
              cell: (row) =>
                hrefOf ? <Link href={hrefOf(row.personId)}>{row.pseudonym}</Link> : row.pseudonym,
            },
          ]}
        />
      )}
    </Loaded>
  )
}

function History({ shown: { history, set } }: { shown: Shown }) {
  const t = useText()
  const format = useFormat()
  if (history.length < 2) return null
  return (
    <Section title={t('segments.history')}>
      <Table
        label={t('segments.history')}
        rows={history.toReversed()}
        rowKey={(row) => row.at}
        empty={null}
        columns={[
          { key: 'at', title: t('segments.day'), isRowHeader: true, cell: (row) => format.date(row.at) },
          {
            key: 'size',
            title: t('segments.size'),
            align: 'end',
            cell: (row) => <Size people={row.people} minimum={set.minimum} isExact={row.isExact} />,
          },
        ]}
      />
    </Section>
  )
}
