import { useState } from 'react'
import {
  Button,
  EmptyState,
  Loaded,
  Notice,
  Link,
  Table,
  useMay,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import type { StudyShown } from '../conversations-data.ts'
import { SittingState } from './before-sitting.tsx'
import { PlanSitting } from './plan-sitting.tsx'
import { useSittings, type SittingShown } from './sitting-data.ts'
import { useWhen, useWho } from './sitting-words.ts'

/** Conversations planned and held, the next first; those without notes are named. */
export function SittingList({ study }: { study: StudyShown }) {
  const t = useText()
  const { id } = useWorkspace()
  const mayWrite = useMay('studies.write')
  const query = useSittings(study.studyId)
  const [isPlanning, plan] = useState(false)
  const columns = useColumns()
  const button = mayWrite && (
    <Button icon="plus" onPress={() => plan(true)}>
      {t('conversations.sitting.plan')}
    </Button>
  )
  return (
    <Loaded query={query}>
      {({ items }) => (
        <div className="flex flex-col gap-4">
          {items.length > 0 && <div>{button}</div>}
          <Table
            label={t('conversations.sittings')}
            rows={inOrder(items)}
            rowKey={({ sittingId }) => sittingId}
            rowHref={({ sittingId }) => `/w/${id}/sittings/${sittingId}`}
            columns={columns}
            empty={
              <EmptyState title={t('conversations.sittings.empty')} action={button}>
                {t('conversations.sittings.empty.todo')}
              </EmptyState>
            }
          />
          {isPlanning && <PlanSitting study={study} onClose={() => plan(false)} />}
        </div>
      )}
    </Loaded>
  )
}

/** Conversations without notes a day later, by name: what nobody wrote down is gone. */
export function LateSittings({ studyId }: { studyId: string }) {
  const t = useText()
  const { id } = useWorkspace()
  const who = useWho()
  const when = useWhen()
  const late = useSittings(studyId).data?.items.filter(({ due }) => due === 'late notes') ?? []
  if (late.length === 0) return null
  return (
    <div className="mb-8">
      <Notice look="warning" title={t('conversations.sitting.late', { n: late.length })}>
        <ul className="list-disc pl-5">
          {late.map((sitting) => (
            <li key={sitting.sittingId}>
              <Link href={`/w/${id}/sittings/${sitting.sittingId}`}>{who(sitting)}</Link>
              {' · '}
              {when(sitting)}
              {sitting.interviewer !== null && ` · ${sitting.interviewer.name}`}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

/** What is planned first, the soonest at the top; then what was held, the latest at the top. */
function inOrder(sittings: readonly SittingShown[]): SittingShown[] {
  const planned = sittings.filter(({ state }) => state === 'planned')
  const past = sittings.filter(({ state }) => state !== 'planned')
  return [
    ...planned.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
    ...past.toSorted((a, b) => b.startsAt.localeCompare(a.startsAt)),
  ]
}

function useColumns() {
  const t = useText()
  const who = useWho()
  const when = useWhen()
  return [
    { key: 'who', title: t('conversations.participant'), isRowHeader: true, cell: who },
    { key: 'when', title: t('conversations.when'), cell: when },
    {
      key: 'asks',
      title: t('conversations.sitting.interviewer'),
      isWideOnly: true,
      cell: ({ interviewer }: SittingShown) => interviewer?.name ?? '',
    },
    {
      key: 'state',
      title: t('conversations.sitting.state'),
      cell: (sitting: SittingShown) => <SittingState sitting={sitting} />,
    },
  ]
}
