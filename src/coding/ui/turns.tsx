import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useText } from '../../../web/kit/index.ts'
import type { HighlightShown, TranscriptShown, UtteranceShown } from './coding-data.ts'
import { pickedByMouse, type Picked } from './picking.ts'
import type { Reader } from './use-reader.ts'
import { splitAt } from './use-turn-edits.ts'
import { Utterance, type UtteranceActions } from './utterance.tsx'

const none: readonly HighlightShown[] = []

/** Everything that was said, turn by turn. Those outside the window cost nothing: the browser skips them, and still finds their words. */
export function Turns({ reader }: { reader: Reader }) {
  const t = useText()
  const list = useRef<HTMLOListElement>(null)
  const { interview, currentId, picked, activeId, editingId, isChoosing, selection } = reader
  const byTurn = useMemo(() => {
    const found = new Map<string, HighlightShown[]>()
    for (const highlight of reader.highlights)
      if (highlight.lostText === null)
        found.set(highlight.utteranceId, [...(found.get(highlight.utteranceId) ?? []), highlight])
    return found
  }, [reader.highlights])
  const speakers = useMemo(
    () => new Map(interview.speakers.map((speaker) => [speaker.speakerId as string, speaker])),
    [interview],
  )
  const utterances = useFirstScreenFirst(interview.utterances, reader.linkedId)
  const blocks = useMemo(() => chunked(utterances), [utterances])
  const activeTurn = useMemo(
    () => reader.highlights.find(({ highlightId }) => highlightId === activeId)?.utteranceId,
    [reader.highlights, activeId],
  )
  usePickingByHand(list, reader)
  useKeys(list, reader)
  const actions = useStableActions(reader)
  // A selection by mouse is the browser's own to show, until the cursor goes to the box.
  const isShown = selection !== undefined || isChoosing
  return (
    <ol ref={list} aria-label={t('coding.turns')} className="flex flex-col gap-1">
      {blocks.map((block) => {
        const within = (id: string | undefined) => (block.ids.has(id ?? '') ? id : undefined)
        const shown = isShown ? picked.filter((one) => block.ids.has(one.utteranceId)) : nothing
        return (
          <Block
            key={block.turns[0]?.utteranceId}
            turns={block.turns}
            byTurn={byTurn}
            speakers={speakers}
            language={interview.language}
            codes={reader.byId}
            picked={shown.length === 0 ? nothing : shown}
            activeId={within(activeTurn) === undefined ? undefined : activeId}
            currentId={within(currentId)}
            linkedId={within(reader.linkedId)}
            editingId={within(editingId)}
            mayCode={reader.mayCode}
            mayCorrect={reader.mayCorrect}
            actions={actions}
          />
        )
      })}
    </ol>
  )
}

const nothing: readonly Picked[] = []
const blockSize = 50

type Turn = TranscriptShown['utterances'][number]
type BlockProps = Pick<Reader, 'currentId' | 'linkedId' | 'editingId' | 'mayCode' | 'mayCorrect'> & {
  turns: readonly Turn[]
  byTurn: ReadonlyMap<string, readonly HighlightShown[]>
  speakers: ReadonlyMap<string, TranscriptShown['speakers'][number]>
  language: string
  codes: Reader['byId']
  picked: readonly Picked[]
  activeId: string | undefined
  actions: UtteranceActions
}

/** Fifty turns. A key changes one block or two, and the thousands of turns elsewhere are not even looked at. */
const Block = memo(function Block(props: BlockProps) {
  const { byTurn, speakers, picked, activeId } = props
  const t = useText()
  return props.turns.map((utterance) => {
    const { utteranceId } = utterance
    const speaker = speakers.get(utterance.speakerId)
    const highlights = byTurn.get(utteranceId) ?? none
    return (
      <Utterance
        key={utteranceId}
        utterance={utterance}
        speaker={speaker?.label ?? t(`coding.role.${speaker?.role ?? 'other'}`)}
        isParticipant={speaker?.role === 'participant'}
        language={props.language}
        highlights={highlights}
        codes={props.codes}
        picked={picked.find((one) => one.utteranceId === utteranceId)}
        activeId={highlights.some(({ highlightId }) => highlightId === activeId) ? activeId : undefined}
        isCurrent={utteranceId === props.currentId}
        isLinked={utteranceId === props.linkedId}
        isEditing={utteranceId === props.editingId}
        mayCode={props.mayCode}
        mayCorrect={props.mayCorrect}
        actions={props.actions}
      />
    )
  })
})

function chunked(turns: readonly Turn[]): { turns: readonly Turn[]; ids: ReadonlySet<string> }[] {
  return Array.from({ length: Math.ceil(turns.length / blockSize) }, (_, place) => {
    const some = turns.slice(place * blockSize, (place + 1) * blockSize)
    return { turns: some, ids: new Set(some.map(({ utteranceId }) => utteranceId)) }
  })
}

const firstScreen = 60

/** The beginning at once and the rest right after it, unless a link leads further down. */
function useFirstScreenFirst<T extends { utteranceId: string }>(all: T[], linkedId: string | undefined): T[] {
  const first = all.slice(0, firstScreen)
  const isThere = linkedId === undefined || first.some(({ utteranceId }) => utteranceId === linkedId)
  return useDeferredValue(all, isThere ? first : all)
}

/** Selecting with mouse or finger, and opening a passage by clicking its words. */
function usePickingByHand(list: React.RefObject<HTMLOListElement | null>, reader: Reader): void {
  const latest = useLatest(reader)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isTouch = false
    const read = () => {
      const { current: root } = list
      if (!root) return
      const { interview, pick, select } = latest.current
      const utterances = new Map(interview.utterances.map((one) => [one.utteranceId as string, one]))
      const found = pickedByMouse(root, utterances)
      if (found.length === 0) return
      select(undefined)
      pick(found)
    }
    const onDown = (event: PointerEvent) => {
      isTouch = event.pointerType === 'touch'
    }
    const onUp = (event: PointerEvent) => {
      if (!(event.target instanceof Element) || !list.current?.contains(event.target)) return
      if (document.getSelection()?.isCollapsed === false) return read()
      if (event.target.closest('button, textarea')) return
      const words = event.target.closest<HTMLElement>('[data-highlight]')
      latest.current.clear()
      latest.current.activate(words?.dataset['highlight'])
    }
    const onSelect = () => {
      if (!isTouch) return
      clearTimeout(timer)
      timer = setTimeout(read, 300)
    }
    document.addEventListener('pointerdown', onDown)
    document.addEventListener('pointerup', onUp)
    document.addEventListener('selectionchange', onSelect)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerdown', onDown)
      document.removeEventListener('pointerup', onUp)
      document.removeEventListener('selectionchange', onSelect)
    }
  }, [list, latest])
}

/** The same functions at every drawing, so that turns that did not change are not drawn again. */
function useStableActions(reader: Reader): UtteranceActions {
  const latest = useLatest(reader)
  const activate = useCallback((id: string | undefined) => latest.current.activate(id), [latest])
  const edit = useCallback((id: string | undefined) => latest.current.editTurn(id), [latest])
  const unmark = useCallback(
    (highlightId: string, codeId: string) => void latest.current.actions.unmark(highlightId, codeId),
    [latest],
  )
  const askWho = useCallback(() => latest.current.turnEdits.askWho(), [latest])
  const merge = useCallback(() => void latest.current.turnEdits.merge().catch(() => undefined), [latest])
  const split = useCallback(
    (utterance: UtteranceShown, at: number) => {
      latest.current.editTurn(undefined)
      latest.current.turnEdits.ask(splitAt(utterance, at))
    },
    [latest],
  )
  return useMemo(
    () => ({ activate, edit, unmark, askWho, merge, split }),
    [activate, edit, unmark, askWho, merge, split],
  )
}

/** Keys work while the cursor is in the text, and only there; wherever it goes is the current turn. */
function useKeys(list: React.RefObject<HTMLOListElement | null>, reader: Reader): void {
  const latest = useLatest(reader)
  useEffect(() => {
    const { current: root } = list
    const onKeyDown = (event: KeyboardEvent) => latest.current.onKeyDown(event)
    const onFocus = ({ target }: FocusEvent) => {
      const turn = target instanceof Element ? target.closest<HTMLElement>('[data-utterance]') : null
      const id = turn?.dataset['utterance']
      if (id !== undefined && id !== latest.current.currentId) latest.current.goTo(id)
    }
    root?.addEventListener('keydown', onKeyDown)
    root?.addEventListener('focusin', onFocus)
    return () => {
      root?.removeEventListener('keydown', onKeyDown)
      root?.removeEventListener('focusin', onFocus)
    }
  }, [list, latest])
}

function useLatest<T>(value: T): React.RefObject<T> {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
