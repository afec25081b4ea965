import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { useText } from '../../../web/kit/index.ts'
import type { HighlightShown, TranscriptShown, UtteranceShown } from './coding-data.ts'
import { useLatest, useSteady } from './latest.ts'
import { pickedByMouse, type Picked } from './picking.ts'
import { blocksOf, type TurnBlock } from './turn-blocks.ts'
import type { Reader } from './use-reader.ts'
import { splitAt } from './use-turn-edits.ts'
import { Utterance, type UtteranceActions } from './utterance.tsx'

const none: readonly HighlightShown[] = []

/** Everything that was said, turn by turn. Those outside the window cost nothing: the browser skips them, and still finds their words. */
export function Turns({ reader }: { reader: Reader }) {
  const list = useRef<HTMLDivElement>(null)
  const { interview, highlights, currentId, picked, activeId, editingId, isChoosing, selection } = reader
  const blocks = useBlocks(interview.utterances, highlights)
  const speakers = useMemo(
    () => new Map(interview.speakers.map((speaker) => [speaker.speakerId as string, speaker])),
    [interview.speakers],
  )
  const blockOfTurn = useMemo(
    () =>
      new Map(blocks.flatMap(({ id, turns }) => turns.map(({ utteranceId }) => [String(utteranceId), id]))),
    [blocks],
  )
  const activeTurn = useMemo(
    () => highlights.find(({ highlightId }) => highlightId === activeId)?.utteranceId,
    [highlights, activeId],
  )
  const blockWith = (turn: string | undefined) => (turn === undefined ? undefined : blockOfTurn.get(turn))
  const needed = Math.max(
    ...[currentId, reader.linkedId].map((turn) => blocks.findIndex(({ id }) => id === blockWith(turn))),
  )
  // One more than the reader is in, so that the next turn is there before its key is.
  const count = useGrowing(needed + 2, blocks.length)
  usePickingByHand(list, reader)
  useKeys(list, reader)
  const actions = useStableActions(reader)
  // A selection by mouse is the browser's own to show, until the cursor goes to the box.
  const isShown = selection !== undefined || isChoosing
  return (
    <div ref={list}>
      {blocks.slice(0, count).map((block) => {
        const within = (id: string | undefined) => (blockWith(id) === block.id ? id : undefined)
        const shown = isShown
          ? picked.filter(({ utteranceId }) => blockWith(utteranceId) === block.id)
          : nothing
        return (
          <Block
            key={block.id}
            block={block}
            speakers={speakers}
            language={interview.language}
            codes={reader.byId}
            picked={shown.length === 0 ? nothing : shown}
            activeId={within(activeTurn) === undefined ? undefined : activeId}
            firstId={within(interview.utterances[0]?.utteranceId)}
            currentId={within(currentId)}
            linkedId={within(reader.linkedId)}
            editingId={within(editingId)}
            mayCode={reader.mayCode}
            mayCorrect={reader.mayCorrect}
            actions={actions}
          />
        )
      })}
    </div>
  )
}

const nothing: readonly Picked[] = []

type BlockProps = Pick<Reader, 'currentId' | 'linkedId' | 'editingId' | 'mayCode' | 'mayCorrect'> & {
  block: TurnBlock
  speakers: ReadonlyMap<string, TranscriptShown['speakers'][number]>
  language: string
  codes: Reader['byId']
  firstId: string | undefined
  picked: readonly Picked[]
  activeId: string | undefined
  actions: UtteranceActions
}

/**
 * Some turns. A key changes one block or two, and the thousands of turns elsewhere are not even looked at: not by us, and not by the browser, which
 * asks of every block and no longer of every turn whether it is near the window.
 */
const Block = memo(function Block(props: BlockProps) {
  const { block, speakers, picked, activeId } = props
  const t = useText()
  return (
    <ol
      aria-label={t('coding.turns')}
      className="-mx-1 flex flex-col gap-1 px-1 py-0.5 [content-visibility:auto]"
      style={{ containIntrinsicSize: `auto ${block.turns.length * 6}rem` }}
    >
      {block.turns.map((utterance) => {
        const { utteranceId } = utterance
        const speaker = speakers.get(utterance.speakerId)
        const highlights = block.highlights.get(utteranceId) ?? none
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
            isFirst={utteranceId === props.firstId}
            isCurrent={utteranceId === props.currentId}
            isLinked={utteranceId === props.linkedId}
            isEditing={utteranceId === props.editingId}
            mayCode={props.mayCode}
            mayCorrect={props.mayCorrect}
            actions={props.actions}
          />
        )
      })}
    </ol>
  )
})

/** The conversation in blocks, each the same object as before where nothing in it changed. */
function useBlocks(
  turns: readonly UtteranceShown[],
  highlights: readonly HighlightShown[],
): readonly TurnBlock[] {
  const [last, keep] = useState(() => ({ turns, highlights, blocks: blocksOf({ turns, highlights }) }))
  if (last.turns === turns && last.highlights === highlights) return last.blocks
  const blocks = blocksOf({ turns, highlights }, last.blocks)
  keep({ turns, highlights, blocks })
  return blocks
}

/**
 * How many blocks are drawn: the first three at once, or as far as the reader already is, then one after the other with time for a key between
 * them. What is drawn changes at once like everything else; only the end of a long conversation comes a moment later.
 */
function useGrowing(needed: number, all: number): number {
  const [grown, grow] = useState(3)
  const count = Math.min(all, Math.max(grown, needed))
  useEffect(() => {
    if (count >= all) return undefined
    const timer = setTimeout(() => grow(count + 1))
    return () => clearTimeout(timer)
  }, [count, all])
  return count
}

/** Selecting with mouse or finger, and opening a passage by clicking its words. */
function usePickingByHand(list: React.RefObject<HTMLDivElement | null>, reader: Reader): void {
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
function useStableActions({ activate, editTurn, actions, turnEdits }: Reader): UtteranceActions {
  const edit = useSteady(editTurn)
  const unmark = useSteady((highlightId: string, codeId: string) => void actions.unmark(highlightId, codeId))
  const askWho = useSteady(turnEdits.askWho)
  const merge = useSteady(() => void turnEdits.merge().catch(() => undefined))
  const split = useSteady((utterance: UtteranceShown, at: number) => {
    editTurn(undefined)
    turnEdits.ask(splitAt(utterance, at))
  })
  return useMemo(
    () => ({ activate, edit, unmark, askWho, merge, split }),
    [activate, edit, unmark, askWho, merge, split],
  )
}

/** Keys work while the cursor is in the text, and only there; wherever it goes is the current turn. */
function useKeys(list: React.RefObject<HTMLDivElement | null>, reader: Reader): void {
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
