import { useEffect, useRef, useState } from 'react'
import { Badge, Skeleton, useText } from '../../../web/kit/index.ts'
import { colourValue } from './code-colour.ts'
import { useAnswerTexts, type AnswerShown } from './answers-data.ts'
import { answerListId, type AnswerTable } from './use-answer-table.ts'

/** Pixels of a row: two lines of the answer and one of its codes. */
const rowHeight = 92
const blockSize = 50

/** Thousands of answers in a window that draws only those near what is seen. One stop of the tab key; arrows move within. */
export function AnswerList({ table }: { table: AnswerTable }) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const [seen, see] = useState({ top: 0, height: 800 })
  const { ids, selection } = table
  const at = ids.findIndex((id) => id === selection.currentId)
  useEffect(() => {
    const { current: root } = box
    if (!root || at === -1) return
    const top = at * rowHeight
    if (top < root.scrollTop) root.scrollTop = top
    if (top + rowHeight > root.scrollTop + root.clientHeight)
      root.scrollTop = top + rowHeight - root.clientHeight
  }, [at])
  const first = Math.max(0, Math.floor(seen.top / rowHeight / blockSize - 0.2))
  const last = Math.floor((seen.top + seen.height) / rowHeight / blockSize + 0.2)
  const blocks = Array.from({ length: last - first + 1 }, (_, place) => first + place)
  return (
    <div
      ref={box}
      id={answerListId}
      role="listbox"
      aria-label={t('coding.answers.list')}
      aria-multiselectable
      aria-activedescendant={at === -1 ? undefined : rowId(selection.currentId)}
      tabIndex={0}
      onScroll={({ currentTarget }) =>
        see({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })
      }
      onKeyDown={(event) => table.onKeyDown(event)}
      className="relative h-[68dvh] overflow-y-auto rounded-lg border border-line bg-raised outline-offset-2"
    >
      <div role="presentation" style={{ height: ids.length * rowHeight }}>
        {blocks.map((block) => {
          const some = ids.slice(block * blockSize, (block + 1) * blockSize)
          return some.length === 0 ? null : (
            <Block key={some[0]} table={table} ids={some} from={block * blockSize} />
          )
        })}
      </div>
    </div>
  )
}

const rowId = (id: string | undefined) => `answer-${id}`

type BlockProps = { table: AnswerTable; ids: readonly string[]; from: number }

function Block({ table, ids, from }: BlockProps) {
  const texts = useAnswerTexts(table.interviewId, ids)
  const byId = new Map(texts.data?.answers.map((answer) => [answer.utteranceId as string, answer]))
  return ids.map((id, place) => (
    <Row key={id} table={table} id={id} at={from + place} answer={byId.get(id)} isRead={!texts.isPending} />
  ))
}

type RowProps = {
  table: AnswerTable
  id: string
  at: number
  answer: AnswerShown | undefined
  isRead: boolean
}

function Row({ table, id, at, answer, isRead }: RowProps) {
  const t = useText()
  const { selection, ids, groups } = table
  const isCurrent = selection.currentId === id
  const isChosen = selection.chosen.has(id)
  const group = groups[at] ?? 1
  return (
    <div
      id={rowId(id)}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-posinset={at + 1}
      aria-setsize={ids.length}
      onPointerDown={(event) => table.press(at, event)}
      style={{ position: 'absolute', top: at * rowHeight, height: rowHeight, left: 0, right: 0 }}
      className={`flex cursor-pointer gap-3 overflow-hidden border-b border-line px-3 py-2 ${isChosen ? 'bg-accent-soft' : ''} ${isCurrent ? 'outline-2 -outline-offset-2 outline-accent' : ''}`}
    >
      <span aria-hidden className="mt-0.5 w-4 shrink-0 text-accent-strong">
        {isChosen ? '✓' : ''}
      </span>
      <span className="min-w-0 grow">
        {answer ? (
          <AnswerLine table={table} answer={answer} />
        ) : isRead ? (
          <span className="text-sm text-soft">{t('coding.answers.gone')}</span>
        ) : (
          <Skeleton />
        )}
      </span>
      {group > 1 && <Badge look="accent">{t('coding.answers.alike', { n: group })}</Badge>}
    </div>
  )
}

function AnswerLine({ table, answer }: { table: AnswerTable; answer: AnswerShown }) {
  return (
    <>
      <span lang={table.language} dir="auto" className="line-clamp-2 font-quote leading-6 wrap-anywhere">
        {answer.text}
      </span>
      <span className="flex gap-2 overflow-hidden text-xs whitespace-nowrap text-soft">
        <span className="tabular-nums">{answer.number}</span>
        {answer.codeIds.map((codeId) => {
          const code = table.codes.get(codeId)
          return code === undefined ? null : (
            <span
              key={codeId}
              className="border-l-2 pl-1 text-ink"
              style={{ borderColor: colourValue[code.colour] }}
            >
              {code.label}
            </span>
          )
        })}
      </span>
    </>
  )
}
