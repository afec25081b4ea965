import {
  Button,
  EmptyState,
  Loaded,
  Table,
  useFormat,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useRecordThanks, useRemoveThanks, useThanks } from './recruiting-data.ts'

/** What people got for taking part. */
export function ThanksTab({ studyId }: { studyId: string }) {
  const t = useText()
  const format = useFormat()
  const toast = useToast()
  const mayWrite = useMay('studies.write')
  const { id: workspaceId } = useWorkspace()
  const thanks = useThanks(studyId)
  const remove = useRemoveThanks()
  const record = useRecordThanks()
  return (
    <Loaded query={thanks}>
      {({ thanks: rows }) => (
        <Table
          label={t('recruiting.tab.thanks')}
          rows={rows}
          rowKey={({ thanksId }) => thanksId}
          empty={
            <EmptyState title={t('recruiting.thanks.empty')}>{t('recruiting.thanks.empty.todo')}</EmptyState>
          }
          columns={[
            { key: 'who', title: t('recruiting.who'), isRowHeader: true, cell: ({ pseudonym }) => pseudonym },
            {
              key: 'what',
              title: t('recruiting.thank.what'),
              cell: ({ what }) => <span className="wrap-anywhere">{what}</span>,
            },
            {
              key: 'amount',
              title: t('recruiting.thank.amount'),
              align: 'end',
              cell: ({ amount, currency }) =>
                amount === null || currency === null ? '' : format.money(amount, currency),
            },
            { key: 'how', title: t('recruiting.thank.how'), isWideOnly: true, cell: ({ how }) => how },
            {
              key: 'when',
              title: t('recruiting.thank.when'),
              isWideOnly: true,
              cell: ({ givenOn }) => format.date(givenOn),
            },
            {
              key: 'acts',
              title: t('recruiting.acts'),
              cell: ({ thanksId, participantId, pseudonym, ...draft }) =>
                mayWrite && (
                  <Button
                    look="quiet"
                    onPress={() =>
                      remove.mutate(
                        { path: { workspaceId, thanksId } },
                        {
                          onSuccess: () =>
                            toast({
                              text: t('recruiting.thank.removed'),
                              undo: () =>
                                record.mutateAsync({ path: { workspaceId, participantId }, body: draft }),
                            }),
                        },
                      )
                    }
                  >
                    {t('recruiting.thank.remove')}
                    <span className="sr-only"> {pseudonym}</span>
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Loaded>
  )
}
