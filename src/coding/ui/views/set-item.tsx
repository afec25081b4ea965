import { useState } from 'react'
import {
  Button,
  IconButton,
  ProblemNotice,
  TextArea,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { PlacedQuote } from '../placed-quote.tsx'
import { useAddQuotes, useNoteQuote, useTakeQuote, type QuoteSetShown } from './views-data.ts'

type Item = {
  set: QuoteSetShown
  quote: QuoteSetShown['items'][number]
  place: number
  onMove: (from: number, to: number) => void
}

/** A quote of a set: its note, and the ways to move it and let it go. */
export function SetItem({ set, quote, place, onMove }: Item) {
  const t = useText()
  const toast = useToast()
  const mayCode = useMay('coding.write')
  const { id: workspaceId } = useWorkspace()
  const take = useTakeQuote()
  const add = useAddQuotes()
  const path = { workspaceId, quoteSetId: set.quoteSetId }
  const { highlightId } = quote
  const letGo = async () => {
    const was = await take.mutateAsync({ path: { ...path, highlightId } })
    toast({
      text: t('coding.views.set.quote.gone'),
      undo: () => add.mutateAsync({ path, body: { highlightIds: [highlightId], ...was } }),
    })
  }
  return (
    <>
      <PlacedQuote quote={quote} lang={quote.language}>
        {quote.text}
      </PlacedQuote>
      {take.error && <ProblemNotice problem={take.error} />}
      {!mayCode && quote.note !== '' && <p className="mt-2 pl-4 text-sm">{quote.note}</p>}
      {mayCode && (
        <div className="mt-2 flex flex-wrap items-start gap-2 pl-2" data-screen-only>
          <IconButton
            icon="up"
            label={t('coding.views.set.up')}
            isDisabled={place === 0}
            onPress={() => onMove(place, place - 1)}
          />
          <IconButton
            icon="down"
            label={t('coding.views.set.down')}
            isDisabled={place === set.items.length - 1}
            onPress={() => onMove(place, place + 1)}
          />
          <Button look="quiet" onPress={() => void letGo().catch(() => undefined)}>
            {t('coding.views.set.let.go')}
          </Button>
          <Note set={set} quote={quote} />
        </div>
      )}
    </>
  )
}

/** Kept when the field is left. What a colleague wrote meanwhile is taken over where nothing is typed here, and else shown before it is written over. */
function Note({ set, quote }: Pick<Item, 'set' | 'quote'>) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const [text, write] = useState(quote.note)
  const [known, know] = useState(quote.note)
  const [isOpen, show] = useState(quote.note !== '')
  const keep = useNoteQuote()
  const [sent, send] = useState<string>()
  const isTyped = text.trim() !== known
  // One's own may come back in other words, with names hidden.
  const isOwn = sent !== undefined && keep.isSuccess
  if (quote.note !== known && (isOwn || !isTyped)) {
    know(quote.note)
    send(undefined)
    if (!isTyped || text.trim() === sent) write(quote.note)
    if (quote.note !== '') show(true)
  }
  const isRefused = keep.error !== null && quote.note !== known
  if (!isOpen)
    return (
      <Button look="quiet" onPress={() => show(true)}>
        {t('coding.views.set.write.note')}
      </Button>
    )
  return (
    <div className="min-w-60 grow basis-full">
      {keep.error && <ProblemNotice problem={keep.error} />}
      {isRefused && <p className="my-2 text-sm whitespace-pre-line">{quote.note}</p>}
      <TextArea
        label={t('coding.views.set.note')}
        rows={2}
        maxLength={5000}
        value={text}
        onChange={write}
        onBlur={() => {
          if (!isTyped) return
          const path = { workspaceId, quoteSetId: set.quoteSetId, highlightId: quote.highlightId }
          send(text.trim())
          keep.mutate({ path, body: { note: text.trim(), before: isRefused ? quote.note : known } })
        }}
      />
    </div>
  )
}
