import { useState } from 'react'
import { Button, DataNumber, EmptyState, Loaded, Table, useMay, useText } from '../../../web/kit/index.ts'
import { AddParticipant } from './add-participant.tsx'
import { AgreementsDialog } from './agreements-dialog.tsx'
import { Standing } from './participant-standing.tsx'
import { useParticipants, type ParticipantShown, type StudyShown } from './conversations-data.ts'

/** Who takes part, by pseudonym, and what each agreed to. */
export function ParticipantList({ study }: { study: StudyShown }) {
  const t = useText()
  const mayWrite = useMay('studies.write')
  const { query, pager } = useParticipants(study.studyId)
  const [isAdding, add] = useState(false)
  const [changing, change] = useState<string>()
  const addButton = mayWrite && (
    <Button icon="plus" onPress={() => add(true)}>
      {t('conversations.participant.add')}
    </Button>
  )
  const columns = useColumns((participant) => change(participant.participantId))
  return (
    <Loaded query={query}>
      {({ items }) => {
        const open = items.find((participant) => participant.participantId === changing)
        return (
          <div className="flex flex-col gap-4">
            {items.length > 0 && <div>{addButton}</div>}
            <Table
              label={t('conversations.participants')}
              rows={items}
              rowKey={(participant) => participant.participantId}
              columns={columns}
              pager={pager}
              empty={
                <EmptyState title={t('conversations.participants.empty')} action={addButton}>
                  {t('conversations.participants.empty.todo')}
                </EmptyState>
              }
            />
            {isAdding && <AddParticipant study={study} onClose={() => add(false)} />}
            {open && (
              <AgreementsDialog
                key={open.participantId}
                participant={open}
                study={study}
                onClose={() => change(undefined)}
              />
            )}
          </div>
        )
      }}
    </Loaded>
  )
}

function useColumns(open: (participant: ParticipantShown) => void) {
  const t = useText()
  const mayWrite = useMay('studies.write')
  const columns = [
    {
      key: 'who',
      title: t('conversations.participant'),
      isRowHeader: true,
      cell: (participant: ParticipantShown) => participant.pseudonym,
    },
    {
      key: 'data',
      title: t('conversations.in.data'),
      isWideOnly: true,
      cell: (participant: ParticipantShown) =>
        t(participant.inData ? 'conversations.in.data.yes' : 'conversations.in.data.no'),
    },
    {
      key: 'agreements',
      title: t('conversations.agreements'),
      cell: (participant: ParticipantShown) => <Standing participant={participant} />,
    },
    {
      key: 'words',
      title: t('conversations.words'),
      align: 'end' as const,
      isWideOnly: true,
      cell: (participant: ParticipantShown) => <DataNumber value={participant.words} />,
    },
  ]
  if (!mayWrite) return columns
  return [
    ...columns,
    {
      key: 'change',
      title: <span className="sr-only">{t('kit.edit')}</span>,
      align: 'end' as const,
      cell: (participant: ParticipantShown) => (
        <Button look="quiet" onPress={() => open(participant)}>
          {t('kit.edit')}
          <span className="sr-only"> {participant.pseudonym}</span>
        </Button>
      ),
    },
  ]
}
