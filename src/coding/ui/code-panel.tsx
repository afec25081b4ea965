import { memo, useId } from 'react'
import {
  Button,
  ComboBox,
  IconButton,
  Link,
  ProblemNotice,
  useFormat,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { colourValue } from './code-colour.ts'
import { codeOptions, pathTo } from './code-tree.ts'
import type { CodeShown, HighlightsShown } from './coding-data.ts'
import { useSteady } from './latest.ts'
import { PassageNote } from './passage-note.tsx'
import { codeBoxId } from './turn-focus.ts'
import type { Reader } from './use-reader.ts'
import { wordsPicked } from './words-at.ts'

/** Beside the text: mark what is selected, take back, and the codes with their counts. On a phone it rises from below once something is selected. */
export function CodePanel({ reader, history }: { reader: Reader; history: HighlightsShown['history'] }) {
  const t = useText()
  const { actions, mayCode, picked } = reader
  const undo = useSteady(() => void actions.undo())
  const redo = useSteady(() => void actions.redo())
  const showKeys = useSteady(() => reader.showKeys(true))
  const showSpeakers = useSteady(() => reader.showSpeakers(true))
  return (
    <aside
      aria-label={t('coding.panel')}
      className="flex flex-col gap-6 text-sm lg:sticky lg:top-6 lg:self-start"
    >
      {actions.problem !== null && <ProblemNotice problem={actions.problem} />}
      {reader.turnEdits.problem && <ProblemNotice problem={reader.turnEdits.problem} />}
      {mayCode && (
        <>
          <div
            id={codeBoxId}
            onFocus={() => reader.choose(true)}
            onBlur={() => reader.choose(false)}
            data-risen={picked.length > 0 || undefined}
            className={`flex flex-col gap-3 rounded-lg border border-line bg-raised p-4 ${picked.length > 0 ? 'max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-10 max-lg:rounded-b-none max-lg:shadow-lift' : 'max-lg:hidden'}`}
          >
            <MarkBox reader={reader} />
          </div>
          <PassageNote reader={reader} />
          <PanelButtons
            undo={history.undo ? undo : undefined}
            redo={history.redo ? redo : undefined}
            undoes={history.undoes}
            redoes={history.redoes}
            showKeys={showKeys}
            showSpeakers={reader.mayCorrect ? showSpeakers : undefined}
          />
        </>
      )}
      <CodeList codes={reader.codes} byId={reader.byId} highlights={reader.highlights} />
    </aside>
  )
}

function MarkBox({ reader }: { reader: Reader }) {
  const t = useText()
  const format = useFormat()
  const { picked, codes, actions } = reader
  const apply = useSteady((codeId: string) => void reader.apply({ codeId }))
  const create = useSteady((name: string) => void reader.apply({ name }))
  return (
    <>
      <div className="flex items-start justify-between gap-2">
        <p className="min-w-0 text-soft">
          {picked.length === 0 ? (
            t('coding.pick.hint')
          ) : (
            <span className="line-clamp-3 font-quote text-ink">{format.quoted(wordsPicked(reader))}</span>
          )}
        </p>
        {picked.length > 0 && (
          <IconButton icon="close" label={t('coding.pick.clear')} onPress={reader.clear} />
        )}
      </div>
      <CodeChoice codes={codes} onChoose={apply} onCreate={create} />
      {actions.recent.length > 0 && picked.length > 0 && <Recent codes={actions.recent} onChoose={apply} />}
    </>
  )
}

type Choice = {
  codes: readonly CodeShown[]
  onChoose: (codeId: string) => void
  onCreate: (name: string) => void
}

/** Search or create: with hundreds of codes too much to draw at every key. */
const CodeChoice = memo(function CodeChoice({ codes, onChoose, onCreate }: Choice) {
  const t = useText()
  return (
    <ComboBox
      label={t('coding.choose')}
      description={t('coding.choose.hint')}
      options={codeOptions(codes)}
      onChange={onChoose}
      onCreate={onCreate}
      clearsOnChoice
      isRequired
    />
  )
})

const Recent = memo(function Recent({ codes, onChoose }: Pick<Choice, 'codes' | 'onChoose'>) {
  const t = useText()
  return (
    <ol className="flex flex-wrap gap-1.5" aria-label={t('coding.recent')}>
      {codes.map((code, place) => (
        <li key={code.codeId} className="max-w-full">
          <Button look="quiet" onPress={() => onChoose(code.codeId)}>
            <kbd className="font-mono text-xs text-soft">{place + 1}</kbd>
            <span className="truncate">{code.label}</span>
          </Button>
        </li>
      ))}
    </ol>
  )
})

/** Without a function a way is closed (undo, redo) or not offered (speakers). */
type Ways = {
  undo: (() => void) | undefined
  redo: (() => void) | undefined
  /** What each will take back or do again, where it is known. */
  undoes: string | null
  redoes: string | null
  showKeys: () => void
  showSpeakers: (() => void) | undefined
}

const PanelButtons = memo(function PanelButtons(ways: Ways) {
  const { undo, redo, undoes, redoes, showKeys, showSpeakers } = ways
  const t = useText()
  const id = useId()
  const hasWord = undoes !== null || redoes !== null
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        isDisabled={!undo}
        onPress={() => undo?.()}
        {...(undoes === null ? {} : { 'aria-describedby': `${id}-undo` })}
      >
        {t('coding.undo')}
      </Button>
      <Button
        isDisabled={!redo}
        onPress={() => redo?.()}
        {...(redoes === null ? {} : { 'aria-describedby': `${id}-redo` })}
      >
        {t('coding.redo')}
      </Button>
      <Button look="quiet" onPress={showKeys}>
        {t('coding.keys')}
      </Button>
      {showSpeakers && (
        <Button look="quiet" onPress={showSpeakers}>
          {t('coding.speakers')}
        </Button>
      )}
      {hasWord && (
        <p className="basis-full text-xs text-soft">
          <span id={`${id}-undo`}>{undoes && t('coding.undo.next', { what: deedKey(undoes) })}</span>{' '}
          <span id={`${id}-redo`}>{redoes && t('coding.redo.next', { what: deedKey(redoes) })}</span>
        </p>
      )}
    </div>
  )
})

const deedKey = (deed: string) => deed.replace(' ', '_')

const CodeList = memo(function CodeList({
  codes,
  byId,
  highlights,
}: Pick<Reader, 'codes' | 'byId' | 'highlights'>) {
  const t = useText()
  const { id } = useWorkspace()
  const here = new Map<string, number>()
  for (const { codeIds, lostText } of highlights)
    if (lostText === null) for (const codeId of codeIds) here.set(codeId, (here.get(codeId) ?? 0) + 1)
  const shown = codes.toSorted((one, other) => countOf(here, other) - countOf(here, one))
  return (
    <section>
      <div className={`mb-1 ${codeRow}`}>
        <h2 className="grow font-semibold">{t('coding.codes.title')}</h2>
        <span className={`${codeCount} text-xs text-soft`}>{t('coding.counts.here')}</span>
        <span className={`${codeCount} text-xs text-soft`}>{t('coding.counts.all')}</span>
      </div>
      {shown.length === 0 ? (
        <p className="text-soft">{t('coding.codes.none')}</p>
      ) : (
        <ul className="flex max-h-[50dvh] flex-col overflow-y-auto">
          {shown.map((code) => (
            <li key={code.codeId} className={`min-h-8 ${codeRow}`}>
              <span
                className="min-w-0 grow border-l-2 pl-2 wrap-anywhere"
                style={{ borderColor: colourValue[code.colour] }}
                title={pathTo(byId, code).join(' › ')}
              >
                <Link href={`/w/${id}/codes/${code.codeId}`} look="plain">
                  {code.label}
                </Link>
              </span>
              <span className={codeCount}>
                <span className="sr-only">{t('coding.counts.here')} </span>
                {countOf(here, code)}
              </span>
              <span className={`${codeCount} text-soft`}>
                <span className="sr-only">{t('coding.counts.all')} </span>
                {code.passages}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
})

const codeRow = 'flex items-baseline gap-2'
const codeCount = 'w-10 shrink-0 text-right tabular-nums'

const countOf = (here: ReadonlyMap<string, number>, { codeId }: CodeShown) => here.get(codeId) ?? 0
