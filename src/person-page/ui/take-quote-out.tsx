import { useEffect, useRef } from 'react'
import {
  Button,
  Form,
  Loaded,
  Quote,
  TextArea,
  TextField,
  useFormat,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useQuoteStanding, useTakeQuoteOut, type QuoteStandingShown } from './person-page-data.ts'

type Props = {
  quote: { highlightId: string; text: string; language: string; happenedAt?: string }
  onDone: () => void
  onCancel: () => void
}

/** Takes one quote out for somebody who asked a member to: who had it before, how they said it, and that it is not taken back. */
export function TakeQuoteOut({ quote, onDone, onCancel }: Props) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const { highlightId, text, language, happenedAt } = quote
  const standing = useQuoteStanding(highlightId)
  const takeOut = useTakeQuoteOut()
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => top.current?.focus(), [])
  return (
    <div ref={top} tabIndex={-1} className="flex flex-col gap-4 outline-none">
      <Quote who="" when={happenedAt} lang={language}>
        {text}
      </Quote>
      <p className="text-sm">{t('person-page.take-out.what')}</p>
      <Loaded query={standing}>{({ exports }) => <TakenBefore exports={exports} />}</Loaded>
      <Form
        problem={takeOut.error}
        onSubmit={async ({ channel = '', note = '' }) => {
          await takeOut.mutateAsync({ path: { workspaceId, highlightId }, body: { channel, note } })
          toast({ text: t('person-page.take-out.done') })
          onDone()
        }}
      >
        <TextField
          name="channel"
          label={t('person-page.take-out.channel')}
          description={t('person-page.take-out.channel.hint')}
          maxLength={100}
          isRequired
        />
        <TextArea
          name="note"
          label={t('person-page.take-out.note')}
          description={t('person-page.take-out.note.hint')}
          rows={2}
          maxLength={2000}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" isPending={takeOut.isPending}>
            {t('person-page.take-out')}
          </Button>
          <Button look="quiet" onPress={onCancel}>
            {t('kit.cancel')}
          </Button>
        </div>
      </Form>
    </div>
  )
}

function TakenBefore({ exports }: Pick<QuoteStandingShown, 'exports'>) {
  const t = useText()
  const format = useFormat()
  if (exports.length === 0) return <p className="text-sm text-soft">{t('person-page.take-out.nobody')}</p>
  return (
    <div className="text-sm">
      <p>{t('person-page.take-out.told', { n: exports.length })}</p>
      <ul className="mt-1 list-disc pl-5">
        {exports.map(({ kind, who, at }) => (
          <li key={`${kind} ${who} ${at}`}>
            {t('person-page.export', {
              kind: t(`person-page.export.${kind.replace(' ', '-')}`),
              who,
              when: format.date(at),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
