import { memo } from 'react'
import { IconButton, useText } from '../../../web/kit/index.ts'
import { colourValue, underlines } from './code-colour.ts'
import type { CodeColour } from '../coding.schema.ts'
import type { CodeShown, HighlightShown, UtteranceShown } from './coding-data.ts'
import { CorrectionForm } from './correction-form.tsx'
import { clockTime, linesOf, piecesOf, type Span, type Stretch } from './reading.ts'

export type UtteranceActions = {
  activate: (highlightId: string | undefined) => void
  unmark: (highlightId: string, codeId: string) => void
  edit: (utteranceId: string | undefined) => void
  /** Asks who said the turn the cursor is in. */
  askWho: () => void
  /** Puts the turn the cursor is in to the one before. */
  merge: () => void
  /** Asks who says on from a place in a turn. */
  split: (utterance: UtteranceShown, at: number) => void
}

type UtteranceProps = {
  utterance: UtteranceShown
  speaker: string
  isParticipant: boolean
  language: string
  highlights: readonly HighlightShown[]
  codes: ReadonlyMap<string, CodeShown>
  picked: Stretch | undefined
  activeId: string | undefined
  /** There is no turn before it that it can be put to. */
  isFirst: boolean
  isCurrent: boolean
  isLinked: boolean
  isEditing: boolean
  mayCode: boolean
  mayCorrect: boolean
  actions: UtteranceActions
}

/** One turn: who and when, the words with a line below every marked passage, and beside them what the passages are called. */
export const Utterance = memo(function Utterance(props: UtteranceProps) {
  const { utterance, speaker, isParticipant, isCurrent, isLinked, isEditing, mayCorrect, actions } = props
  const t = useText()
  const time = utterance.startMs === null ? undefined : clockTime(utterance.startMs)
  return (
    <li
      id={`u-${utterance.utteranceId}`}
      data-utterance={utterance.utteranceId}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={time ? t('coding.turn.at', { speaker, time }) : speaker}
      aria-current={isLinked || undefined}
      className={`grid scroll-my-24 gap-x-6 gap-y-1 rounded-md border-l-2 px-3 py-2 outline-offset-0 md:grid-cols-[minmax(0,1fr)_11rem] ${isLinked ? 'border-accent bg-accent-soft' : isCurrent ? 'border-line-strong' : 'border-transparent'}`}
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-soft">
          <span className={isParticipant ? 'font-semibold text-ink' : 'font-medium'}>{speaker}</span>
          {time && <span>{time}</span>}
          {mayCorrect && isCurrent && !isEditing && (
            <>
              <TurnButton onClick={() => actions.edit(utterance.utteranceId)}>
                {t('coding.correct')}
              </TurnButton>
              <TurnButton onClick={actions.askWho}>{t('coding.turns.who')}</TurnButton>
              {!props.isFirst && <TurnButton onClick={actions.merge}>{t('coding.turns.merge')}</TurnButton>}
            </>
          )}
        </p>
        {isEditing ? (
          <CorrectionForm
            utterance={utterance}
            onDone={() => actions.edit(undefined)}
            onSplit={actions.split}
          />
        ) : (
          <Words {...props} />
        )}
      </div>
      <Margin {...props} />
    </li>
  )
})

function TurnButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      className="min-h-6 cursor-pointer rounded-sm underline underline-offset-3 hover:text-ink"
      onClick={onClick}
    >
      {children}
    </button>
  )
}

function Words({ utterance, language, highlights, codes, picked, activeId, isParticipant }: UtteranceProps) {
  const isPlain = highlights.length === 0 && picked === undefined
  const spans: Span[] = highlights.map(({ highlightId, start, end }) => ({ id: highlightId, start, end }))
  const lines = linesOf(spans)
  const colourOf = new Map(
    highlights.map(({ highlightId, codeIds }): [string, CodeColour] => [
      highlightId,
      codes.get(codeIds[0] ?? '')?.colour ?? 'teal',
    ]),
  )
  return (
    <p
      lang={language}
      dir="auto"
      data-words={utterance.utteranceId}
      className={`leading-8 whitespace-pre-line ${isParticipant ? '' : 'text-soft'}`}
    >
      {isPlain && utterance.text}
      {(isPlain ? [] : piecesOf(utterance.text, spans, picked)).map((piece) => (
        <span
          key={piece.start}
          data-highlight={piece.ids.at(-1)}
          className={`${piece.ids.length > 0 ? 'cursor-pointer' : ''} ${piece.isPicked ? 'bg-accent-soft outline-2 outline-accent' : piece.ids.includes(activeId ?? '-') ? 'bg-hover' : ''}`}
          style={
            piece.ids.length > 0
              ? underlines(
                  piece.ids.map((id) => ({ line: lines.get(id) ?? 0, colour: colourOf.get(id) ?? 'teal' })),
                )
              : undefined
          }
        >
          {piece.text}
        </span>
      ))}
    </p>
  )
}

function Margin({ highlights, codes, activeId, mayCode, actions }: UtteranceProps) {
  const t = useText()
  if (highlights.length === 0) return null
  return (
    <ul className="flex flex-wrap content-start gap-x-3 gap-y-1 md:flex-col md:pt-5">
      {highlights.map(({ highlightId, codeIds, note }) => {
        const names = codeIds.map((codeId) => codes.get(codeId)?.label ?? '').filter((name) => name !== '')
        const isActive = highlightId === activeId
        const first = codes.get(codeIds[0] ?? '')
        return (
          <li
            key={highlightId}
            className="min-w-0 border-l-2 pl-2 text-xs leading-5"
            style={{ borderColor: colourValue[first?.colour ?? 'teal'] }}
          >
            <button
              type="button"
              aria-expanded={isActive}
              onClick={() => actions.activate(isActive ? undefined : highlightId)}
              className={`min-h-6 max-w-full cursor-pointer rounded-sm text-left wrap-anywhere hover:underline ${isActive ? 'font-semibold' : ''}`}
            >
              {names.join(', ') || t('coding.no.code')}
            </button>
            {note !== '' && (
              <p
                dir="auto"
                className={`whitespace-pre-line wrap-anywhere text-soft ${isActive ? '' : 'line-clamp-2'}`}
              >
                {note}
              </p>
            )}
            {isActive && mayCode && (
              <ul>
                {codeIds.map((codeId) => (
                  <li key={codeId} className="flex items-center">
                    <span className="min-w-0 grow truncate">{codes.get(codeId)?.label}</span>
                    <IconButton
                      icon="close"
                      label={t('coding.unmark', { name: codes.get(codeId)?.label ?? '' })}
                      onPress={() => actions.unmark(highlightId, codeId)}
                    />
                  </li>
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ul>
  )
}
