import { useState } from 'react'
import {
  Button,
  Form,
  Radio,
  RadioGroup,
  Section,
  Select,
  TextField,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useStartImport, type Import, type SourceBody } from './collect-data.ts'

const parties = ['first', 'second', 'third'] as const satisfies readonly SourceBody['party'][]
const origins = ['told', 'observed', 'bought', 'inferred'] as const satisfies readonly SourceBody['origin'][]
const purposes = [
  'analysis',
  'invitation',
  'email_marketing',
  'advertising',
] as const satisfies readonly (keyof SourceBody['bases'])[]
const bases = ['none', 'consent', 'contract', 'legitimate interest'] as const

type Basis = (typeof bases)[number]
type Chosen = Partial<Record<(typeof purposes)[number], Basis>>

/** Said once per import: whose data these were, how they came to be known, and what each use rests on. */
export function SourceForm({ found, isSaving }: { found: Import; isSaving: 'yes' | 'no' }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const start = useStartImport()
  const [party, setParty] = useState<SourceBody['party']>('first')
  const [origin, setOrigin] = useState<SourceBody['origin']>(
    found.mapping.kind === 'people' ? 'told' : 'observed',
  )
  const [chosen, choose] = useState<Chosen>({})
  const send = ({ name = '', evidence = '' }: Record<string, string>) => {
    const entries = purposes.flatMap((purpose) => {
      const basis = chosen[purpose]
      return basis === undefined
        ? []
        : [[purpose, { basis, ...(evidence === '' ? {} : { evidence }) }] as const]
    })
    const source: SourceBody = { name, party, origin, bases: Object.fromEntries(entries) }
    return start.mutateAsync({ path: { workspaceId, importId: found.id }, body: { source } })
  }
  return (
    <Section title={t('collect.source.title')} lead={t('collect.source.lead')}>
      <Form problem={start.error} onSubmit={send}>
        <TextField
          name="name"
          label={t('collect.source.name')}
          description={t('collect.source.name.hint')}
          defaultValue={found.fileName.replace(/\.\w+$/, '').slice(0, 200)}
          isRequired
        />
        <Whose party={party} onParty={setParty} origin={origin} onOrigin={setOrigin} />
        <Bases chosen={chosen} onChoose={choose} />
        <TextField name="evidence" label={t('collect.evidence')} description={t('collect.evidence.hint')} />
        <Button type="submit" look="primary" isPending={start.isPending} isDisabled={isSaving === 'yes'}>
          {t('collect.start')}
        </Button>
      </Form>
    </Section>
  )
}

type WhoseProps = {
  party: SourceBody['party']
  onParty: (party: SourceBody['party']) => void
  origin: SourceBody['origin']
  onOrigin: (origin: SourceBody['origin']) => void
}

function Whose({ party, onParty, origin, onOrigin }: WhoseProps) {
  const t = useText()
  return (
    <>
      <RadioGroup
        label={t('collect.party')}
        isRequired
        value={party}
        onChange={(value) => onParty(parties.find((one) => one === value) ?? party)}
      >
        {parties.map((value) => (
          <Radio key={value} value={value} description={t(`collect.party.${value}.hint`)}>
            {t(`collect.party.${value}`)}
          </Radio>
        ))}
      </RadioGroup>
      <RadioGroup
        label={t('collect.origin')}
        isRequired
        value={origin}
        onChange={(value) => onOrigin(origins.find((one) => one === value) ?? origin)}
      >
        {origins.map((value) => (
          <Radio key={value} value={value}>
            {t(`collect.origin.${value}`)}
          </Radio>
        ))}
      </RadioGroup>
    </>
  )
}

function Bases({ chosen, onChoose }: { chosen: Chosen; onChoose: (chosen: Chosen) => void }) {
  const t = useText()
  return (
    <>
      <div className="flex flex-col gap-1">
        <h3 className="text-sm font-medium">{t('collect.bases')}</h3>
        <p className="text-sm text-soft">{t('collect.bases.lead')}</p>
      </div>
      {purposes.map((purpose) => (
        <Select
          key={purpose}
          label={t(`collect.may.${purpose}`)}
          // Without it nothing can be counted; the others may wait.
          isRequired={purpose === 'analysis'}
          placeholder={t('collect.basis.undecided')}
          options={bases.map((id) => ({ id, label: t(`collect.basis.${id.replace(' ', '-')}`) }))}
          value={chosen[purpose] ?? null}
          onChange={(id) => {
            const basis = bases.find((one) => one === id)
            if (basis) onChoose({ ...chosen, [purpose]: basis })
          }}
        />
      ))}
    </>
  )
}
