import { useState } from 'react'
import { Button, EmptyState, Loaded, Table, useMay, useText } from '../../../web/kit/index.ts'
import { ChangeDialog } from './change-dialog.tsx'
import { usePseudonyms, type PseudonymShown, type Standing } from './confidentiality-data.ts'
import { RevealDialog } from './reveal-dialog.tsx'

/** What stands in the place of something. What it stands for is shown by the privacy officer's own act only. */
export function Replaced({ studyId, standing }: { studyId: string; standing: Standing }) {
  const t = useText()
  const { query, pager } = usePseudonyms({ studyId, standing, state: 'accepted' })
  const mayWrite = useMay('studies.write')
  const mayReveal = useMay('pseudonyms.reveal')
  const [open, show] = useState<{ what: 'change' | 'reveal'; item: PseudonymShown }>()
  return (
    <Loaded query={query}>
      {({ items }) => (
        <>
          <Table
            label={t('confidentiality.replaced')}
            rows={items}
            rowKey={({ pseudonymId }) => pseudonymId}
            pager={pager}
            empty={
              <EmptyState title={t('confidentiality.accepted.none')}>
                {t('confidentiality.accepted.none.todo')}
              </EmptyState>
            }
            columns={[
              {
                key: 'pseudonym',
                title: t('confidentiality.pseudonym'),
                isRowHeader: true,
                cell: ({ pseudonym }) => pseudonym,
              },
              {
                key: 'kind',
                title: t('confidentiality.kind'),
                cell: ({ kind }) => t(`confidentiality.kind.${kind.replace(' ', '-')}`),
              },
              {
                key: 'places',
                title: t('confidentiality.places.title'),
                isWideOnly: true,
                cell: ({ places, interviews }) => t('confidentiality.places', { places, interviews }),
              },
              {
                key: 'do',
                title: <span className="sr-only">{t('confidentiality.do')}</span>,
                align: 'end',
                cell: (item) => (
                  <span className="flex flex-wrap justify-end gap-1">
                    {mayWrite && (
                      <Button look="quiet" onPress={() => show({ what: 'change', item })}>
                        {t('confidentiality.change')}
                      </Button>
                    )}
                    {mayReveal && (
                      <Button look="quiet" onPress={() => show({ what: 'reveal', item })}>
                        {t('confidentiality.reveal')}
                      </Button>
                    )}
                  </span>
                ),
              },
            ]}
          />
          {!mayReveal && items.length > 0 && (
            <p className="mt-4 max-w-prose text-sm text-soft">{t('confidentiality.officer')}</p>
          )}
          {open?.what === 'change' && (
            <ChangeDialog studyId={studyId} item={open.item} onClose={() => show(undefined)} />
          )}
          {open?.what === 'reveal' && (
            <RevealDialog studyId={studyId} item={open.item} onClose={() => show(undefined)} />
          )}
        </>
      )}
    </Loaded>
  )
}
