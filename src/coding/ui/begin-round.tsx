import { useState } from 'react'
import {
  Button,
  Checkbox,
  Dialog,
  Form,
  Loaded,
  Radio,
  RadioGroup,
  TextField,
  useGo,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useBeginRound, useColleagues, useConversations } from './rounds-data.ts'

type Given = { studyId: string; isOpen: boolean; onClose: () => void }

/** Who codes what without seeing the others: conversations by hand or by lot, and at least two colleagues. */
export function BeginRound({ studyId, isOpen, onClose }: Given) {
  const t = useText()
  return (
    <Dialog title={t('coding.rounds.begin')} isOpen={isOpen} onClose={onClose}>
      <p className="text-sm text-soft">{t('coding.round.what')}</p>
      <Fields studyId={studyId} />
    </Dialog>
  )
}

function Fields({ studyId }: { studyId: string }) {
  const t = useText()
  const go = useGo()
  const { id: workspaceId } = useWorkspace()
  const begin = useBeginRound()
  const conversations = useConversations(studyId)
  const colleagues = useColleagues()
  const [way, choose] = useState('drawn')
  const [coders, setCoders] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  return (
    <Form
      problem={begin.error}
      onSubmit={async ({ name = '', draw = '' }) => {
        const body = {
          name,
          coderIds: [...coders],
          conversations: way === 'drawn' ? { draw: Number(draw) } : { interviewIds: [...chosen] },
        }
        const { roundId } = await begin.mutateAsync({ path: { workspaceId, studyId }, body })
        go(`/w/${workspaceId}/double-coding/${roundId}`)
      }}
    >
      <TextField name="name" label={t('coding.round.name')} isRequired maxLength={200} autoFocus />
      <Loaded query={colleagues}>
        {({ members }) => (
          <Choices
            label={t('coding.round.coders')}
            note={t('coding.round.coders.hint')}
            items={members
              .filter(({ role }) => role === 'owner' || role === 'researcher')
              .map(({ userId, name }) => ({ id: userId, label: name }))}
            chosen={coders}
            onChange={setCoders}
          />
        )}
      </Loaded>
      <RadioGroup label={t('coding.round.conversations')} value={way} onChange={choose}>
        <Radio value="drawn">{t('coding.round.drawn')}</Radio>
        <Radio value="chosen">{t('coding.round.chosen')}</Radio>
      </RadioGroup>
      {way === 'drawn' ? (
        <TextField
          name="draw"
          label={t('coding.round.how.many')}
          description={t('coding.round.how.many.hint')}
          type="number"
          defaultValue="3"
          isRequired
        />
      ) : (
        <Loaded query={conversations}>
          {({ items }) => (
            <Choices
              label={t('coding.round.which')}
              items={items.map(({ interviewId, title }) => ({ id: interviewId, label: title }))}
              chosen={chosen}
              onChange={setChosen}
            />
          )}
        </Loaded>
      )}
      <Button type="submit" look="primary" isPending={begin.isPending}>
        {t('coding.rounds.begin')}
      </Button>
    </Form>
  )
}

type ChoicesGiven = {
  label: string
  note?: string
  items: readonly { id: string; label: string }[]
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}

function Choices({ label, note, items, chosen, onChange }: ChoicesGiven) {
  return (
    <fieldset className="flex flex-col">
      <legend className="text-sm font-medium">{label}</legend>
      {note !== undefined && <p className="text-sm text-soft">{note}</p>}
      <div className="max-h-48 overflow-y-auto">
        {items.map((item) => (
          <Checkbox
            key={item.id}
            isSelected={chosen.has(item.id)}
            onChange={(isSelected) =>
              onChange(
                new Set([...[...chosen].filter((id) => id !== item.id), ...(isSelected ? [item.id] : [])]),
              )
            }
          >
            <span className="wrap-anywhere">{item.label}</span>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
