import { useState } from 'react'
import {
  Button,
  Checkbox,
  Dialog,
  Fresh,
  Section,
  Table,
  useMay,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { LeftOut } from '../../consent/ui/index.ts'
import { Size } from '../../segments/ui/index.ts'
import type { PortraitShown } from './insights-data.ts'

/** How many may be contacted for what, why the rest are left out, and the lists to take out. */
export function Contact({ portrait }: { portrait: PortraitShown }) {
  const t = useText()
  const { id } = useWorkspace()
  const mayExport = useMay('audience.export')
  const mayList = useMay('people.read')
  const { people, isExact } = portrait.described
  const all = { purpose: 'described', may: people, isExact, told: null }
  return (
    <Section
      title={t('insights.contact')}
      lead={t('insights.contact.lead')}
      actions={
        <>
          {mayList && (
            <Button look="quiet" href={`/w/${id}/segments/${portrait.segmentId}`}>
              {t('insights.members')}
            </Button>
          )}
          {mayExport && <TakeOut portrait={portrait} />}
        </>
      }
    >
      <Table
        label={t('insights.contact')}
        rows={[all, ...portrait.mayBe.map((row) => ({ ...row, told: row }))]}
        rowKey={(row) => row.purpose}
        empty={null}
        columns={[
          {
            key: 'purpose',
            title: t('insights.contact.purpose'),
            isRowHeader: true,
            cell: (row) => t(`insights.may.${row.purpose}`),
          },
          {
            key: 'may',
            title: t('insights.home.people'),
            align: 'end',
            cell: (row) => <Size people={row.may} minimum={portrait.minimum} isExact={row.isExact} />,
          },
          {
            key: 'why',
            title: t('insights.contact.why'),
            cell: (row) => row.told && <LeftOut told={row.told} minimum={portrait.minimum} />,
          },
        ]}
      />
      <Fresh at={portrait.mayBeAsOf} />
    </Section>
  )
}

/** The lists leave the program: what they are for, that they hold only those who may, and that it is written down. */
function TakeOut({ portrait }: { portrait: PortraitShown }) {
  const t = useText()
  const [isOpen, open] = useState(false)
  const [isPromised, promise] = useState(false)
  return (
    <>
      <Button onPress={() => open(true)}>{t('insights.export')}</Button>
      <Dialog title={t('insights.export')} isOpen={isOpen} onClose={() => open(false)}>
        <p>{t('insights.export.what')}</p>
        <Checkbox isSelected={isPromised} onChange={promise}>
          {t('insights.export.promise')}
        </Checkbox>
        <Lists portrait={portrait} isPromised={isPromised} />
      </Dialog>
    </>
  )
}

function Lists({ portrait, isPromised }: { portrait: PortraitShown; isPromised: boolean }) {
  const t = useText()
  return (
    <ul className="flex flex-col gap-4">
      {(['email_marketing', 'invitation'] as const).map((purpose) => {
        const people = portrait.mayBe.find((row) => row.purpose === purpose)?.may ?? 0
        return (
          <li key={purpose} className="flex flex-wrap items-center justify-between gap-2">
            <span>{t(`insights.export.${purpose}`, { people })}</span>
            {isPromised && people > 0 && (
              <span className="flex gap-4">
                <ListLink segmentId={portrait.segmentId} purpose={purpose} format="csv" />
                <ListLink segmentId={portrait.segmentId} purpose={purpose} format="xlsx" />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function ListLink(list: { segmentId: string; purpose: string; format: 'csv' | 'xlsx' }) {
  const t = useText()
  const { id } = useWorkspace()
  const { segmentId, purpose, format } = list
  return (
    <a
      className="text-accent underline underline-offset-3"
      href={`/api/w/${id}/segments/${segmentId}/contacts?purpose=${purpose}&format=${format}`}
      download
    >
      {format.toUpperCase()}
      <span className="sr-only">: {t(`insights.may.${purpose}`)}</span>
    </a>
  )
}
