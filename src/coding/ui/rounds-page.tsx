import { useState, type ReactNode } from 'react'
import {
  Badge,
  Button,
  EmptyState,
  Loaded,
  PageHeader,
  Table,
  useFormat,
  useMay,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { BeginRound } from './begin-round.tsx'
import { ChosenStudy } from './chosen-study.tsx'
import { useLiveRounds, useRounds, type RoundListed } from './rounds-data.ts'

/** Rounds of blind double coding, study by study. */
export function Page() {
  const t = useText()
  useLiveRounds()
  return (
    <>
      <PageHeader title={t('coding.rounds.title')} lead={t('coding.rounds.lead')} />
      <ChosenStudy todo={t('coding.rounds.none.todo')}>
        {(studyId) => <OneStudy studyId={studyId} />}
      </ChosenStudy>
    </>
  )
}

function OneStudy({ studyId }: { studyId: string }) {
  const t = useText()
  const mayPlan = useMay('studies.write')
  const query = useRounds(studyId)
  const [isBeginning, begin] = useState(false)
  const button = mayPlan && (
    <Button look="primary" icon="plus" onPress={() => begin(true)}>
      {t('coding.rounds.begin')}
    </Button>
  )
  return (
    <Loaded query={query}>
      {({ rounds }) => (
        <>
          {rounds.length > 0 && <div className="mb-4">{button}</div>}
          <RoundTable rounds={rounds} action={button} />
          {mayPlan && <BeginRound studyId={studyId} isOpen={isBeginning} onClose={() => begin(false)} />}
        </>
      )}
    </Loaded>
  )
}

function RoundTable({ rounds, action }: { rounds: readonly RoundListed[]; action: ReactNode }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  return (
    <Table
      label={t('coding.rounds.title')}
      rows={rounds}
      rowKey={({ roundId }) => roundId}
      rowHref={({ roundId }) => `/w/${id}/double-coding/${roundId}`}
      columns={[
        {
          key: 'name',
          title: t('coding.round.name'),
          isRowHeader: true,
          cell: ({ name }) => <span className="wrap-anywhere">{name}</span>,
        },
        { key: 'state', title: t('coding.round.state'), cell: ({ state }) => <RoundBadge state={state} /> },
        {
          key: 'coders',
          title: t('coding.round.coders'),
          isWideOnly: true,
          cell: ({ coders }) => coders.map(({ name }) => name ?? t('coding.round.somebody')).join(', '),
        },
        {
          key: 'conversations',
          title: t('coding.round.conversations'),
          align: 'end',
          cell: ({ conversations }) => format.number(conversations.length),
        },
        {
          key: 'begun',
          title: t('coding.round.begun'),
          isWideOnly: true,
          cell: ({ begunAt }) => format.date(begunAt),
        },
      ]}
      empty={
        <EmptyState title={t('coding.rounds.empty.title')} action={action}>
          {t('coding.rounds.empty.todo')}
        </EmptyState>
      }
    />
  )
}

/** Where a round stands. */
export function RoundBadge({ state }: { state: RoundListed['state'] }) {
  const t = useText()
  return <Badge look={state === 'settled' ? 'good' : 'neutral'}>{t(`coding.round.state.${state}`)}</Badge>
}
