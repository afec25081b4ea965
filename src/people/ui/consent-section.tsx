import { useState } from 'react'
import {
  Badge,
  Button,
  Dialog,
  EmptyState,
  Form,
  Loaded,
  Section,
  Select,
  Table,
  TextArea,
  TextField,
  useFormat,
  useLocaleChoice,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { type ConsentState, type Purpose, consentStates, purposes } from '../../consent/ui/index.ts'
import { type Consents, useConsents, useRecordConsent } from './people-data.ts'

/** What this person's data may be used for, why not, and every word on it. */
export function ConsentSection({ personId }: { personId: string }) {
  const t = useText()
  const consents = useConsents(personId)
  const mayWrite = useMay('consent.write')
  const [isOpen, open] = useState(false)
  return (
    <Section
      title={t('people.consents')}
      lead={t('people.consents.lead')}
      actions={mayWrite && <Button onPress={() => open(true)}>{t('people.consent.record')}</Button>}
    >
      <Loaded query={consents}>
        {(found) => (
          <div className="flex flex-col gap-8">
            <Standing standing={found.standing} />
            <Ledger ledger={found.ledger} />
          </div>
        )}
      </Loaded>
      {isOpen && <RecordDialog personId={personId} onClose={() => open(false)} />}
    </Section>
  )
}

function Standing({ standing }: { standing: Consents['standing'] }) {
  const t = useText()
  return (
    <Table
      label={t('people.consents')}
      rows={standing}
      rowKey={(row) => row.purpose}
      empty={null}
      columns={[
        {
          key: 'purpose',
          title: t('people.consent.purpose'),
          isRowHeader: true,
          cell: (row) => t(`consent.purpose.${row.purpose}`),
        },
        {
          key: 'may',
          title: t('people.consent.may'),
          cell: (row) => (
            <Badge look={row.reason === 'may' ? 'good' : 'warning'}>
              {t(`consent.reason.${row.reason}`)}
            </Badge>
          ),
        },
      ]}
    />
  )
}

function Ledger({ ledger }: { ledger: Consents['ledger'] }) {
  const t = useText()
  const format = useFormat()
  const key = (row: Consents['ledger'][number]) =>
    `${row.recordedAt} ${row.purpose} ${row.scope} ${row.state}`
  return (
    <Table
      label={t('people.ledger')}
      rows={ledger}
      rowKey={key}
      empty={<EmptyState title={t('people.ledger.empty')}>{t('people.ledger.empty.todo')}</EmptyState>}
      columns={[
        { key: 'at', title: t('people.when'), cell: (row) => format.dateTime(row.happenedAt) },
        {
          key: 'said',
          title: t('people.consent.said'),
          isRowHeader: true,
          cell: (row) =>
            `${t(`consent.state.${row.state}`)}: ${t(`consent.purpose.${row.purpose}`)}${row.manner === null ? '' : `, ${t(`consent.manner.${row.manner}`)}`}`,
        },
        {
          key: 'scope',
          title: t('people.consent.scope'),
          isWideOnly: true,
          cell: (row) => t(row.scope === '' ? 'people.consent.everywhere' : 'people.consent.study'),
        },
        {
          key: 'channel',
          title: t('people.consent.channel'),
          isWideOnly: true,
          cell: (row) =>
            isOurChannel(row.channel) ? t(`people.consent.channel.${row.channel}`) : row.channel,
        },
        {
          key: 'wording',
          title: t('people.consent.wording'),
          isWideOnly: true,
          cell: (row) => <span lang={row.language ?? undefined}>{row.wording}</span>,
        },
      ]}
    />
  )
}

function RecordDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const { locale: language } = useLocaleChoice()
  const record = useRecordConsent()
  const [purpose, setPurpose] = useState<Purpose>('analysis')
  const [state, setState] = useState<ConsentState>('withdrawn')
  return (
    <Dialog title={t('people.consent.record')} isOpen onClose={onClose}>
      <Form
        problem={record.error}
        onSubmit={async ({ channel = '', wording = '' }) => {
          const said = wording === '' ? {} : { wording, language }
          await record.mutateAsync({
            path: { workspaceId, personId },
            body: { purpose, state, channel, ...said },
          })
          toast({ text: t('people.consent.recorded') })
          onClose()
        }}
      >
        <Select
          label={t('people.consent.purpose')}
          isRequired
          value={purpose}
          onChange={(id) => setPurpose(purposes.find((known) => known === id) ?? 'analysis')}
          options={purposes.map((id) => ({ id, label: t(`consent.purpose.${id}`) }))}
        />
        <Select
          label={t('people.consent.said')}
          isRequired
          value={state}
          onChange={(id) => setState(consentStates.find((known) => known === id) ?? 'withdrawn')}
          options={consentStates.map((id) => ({ id, label: t(`consent.state.${id}`) }))}
        />
        <TextField
          name="channel"
          label={t('people.consent.channel')}
          description={t('people.consent.channel.hint')}
          isRequired
        />
        <TextArea
          name="wording"
          label={t('people.consent.wording')}
          description={t('people.consent.wording.hint')}
        />
        <Button type="submit" look="primary" isPending={record.isPending}>
          {t('kit.save')}
        </Button>
      </Form>
    </Dialog>
  )
}

/** Channels the program writes itself; the others are a member's own words. */
const ourChannels = [
  'file',
  'event',
  'interview',
  'by hand',
  'invitation',
  'invitation page',
  'one-click mail',
  'introduction',
] as const

function isOurChannel(channel: string): channel is (typeof ourChannels)[number] {
  return ourChannels.some((known) => known === channel)
}
