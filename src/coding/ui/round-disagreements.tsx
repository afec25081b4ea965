import { useState } from 'react'
import {
  Badge,
  Button,
  Dialog,
  EmptyState,
  Link,
  Loaded,
  Notice,
  ProblemNotice,
  TextField,
  useFormat,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import {
  useAdoptRound,
  useDisagreements,
  useRedoInRound,
  useSettle,
  useUndoInRound,
  type DisagreementShown,
  type RoundShown,
} from './rounds-data.ts'

/** Whose marks are kept: one coder's, everybody's, nobody's. */
type Keeping = { of: string } | 'all' | 'none'

/** What coders marked differently, side by side, to be settled one by one or many at once. */
export function Disagreements({ round }: { round: RoundShown }) {
  const query = useDisagreements(round.roundId)
  return <Loaded query={query}>{(found) => <Settling round={round} found={found.disagreements} />}</Loaded>
}

function Settling({ round, found }: { round: RoundShown; found: readonly DisagreementShown[] }) {
  const t = useText()
  const mayCode = useMay('coding.write') && round.state === 'comparing'
  const settling = useSettling(round)
  const [shown, show] = useState(50)
  const open = found.filter(({ settled }) => settled === null)
  return (
    <div className="flex flex-col gap-6">
      {settling.problem !== null && <ProblemNotice problem={settling.problem} />}
      <p role="status">{t('coding.settle.left', { n: open.length, all: found.length })}</p>
      {(mayCode || round.state === 'settled') && (
        <Actions round={round} open={open} settling={settling} mayCode={mayCode} />
      )}
      {found.length === 0 && (
        <EmptyState title={t('coding.settle.empty.title')}>{t('coding.settle.empty.todo')}</EmptyState>
      )}
      <ol className="flex flex-col gap-6">
        {found.slice(0, shown).map((one) => (
          <li key={`${one.codeId} ${one.marks[0]?.highlightId}`}>
            <One round={round} one={one} settling={settling} mayCode={mayCode} />
          </li>
        ))}
      </ol>
      {found.length > shown && (
        <div>
          <Button onPress={() => show(shown + 50)}>
            {t('coding.settle.more', { n: found.length - shown })}
          </Button>
        </div>
      )}
    </div>
  )
}

type SettlingShown = ReturnType<typeof useSettling>

function useSettling(round: RoundShown) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const settle = useSettle()
  const adopt = useAdoptRound()
  const undo = useUndoInRound()
  const redo = useRedoInRound()
  const path = { workspaceId, roundId: round.roundId }
  const line = { path: { workspaceId }, body: { studyId: round.studyId } }
  const takeBack = () => undo.mutate(line)
  return {
    problem: settle.error ?? adopt.error ?? undo.error ?? redo.error,
    isBusy: settle.isPending || adopt.isPending || undo.isPending || redo.isPending,
    undo: takeBack,
    redo: () => redo.mutate(line),
    decide: (some: readonly DisagreementShown[], keeping: Keeping, note: string) =>
      settle.mutateAsync({
        path,
        body: { settlements: some.map((one) => settlementOf(one, keeping)), note },
      }),
    adopt: () =>
      adopt.mutate(
        { path },
        { onSuccess: () => toast({ text: t('coding.settle.adopted'), undo: () => undo.mutateAsync(line) }) },
      ),
  }
}

function settlementOf({ codeId, marks, settled }: DisagreementShown, keeping: Keeping) {
  const isKept = (userId: string) => keeping === 'all' || (keeping !== 'none' && keeping.of === userId)
  return {
    codeId,
    highlightIds: marks.map(({ highlightId }) => highlightId),
    keep: marks.filter(({ userId }) => isKept(userId)).map(({ highlightId }) => highlightId),
    before: settled?.at ?? null,
  }
}

function Actions(given: {
  round: RoundShown
  open: readonly DisagreementShown[]
  settling: SettlingShown
  mayCode: boolean
}) {
  const t = useText()
  const { round, open, settling, mayCode } = given
  const [isAsking, ask] = useState(false)
  return (
    <div className="flex flex-wrap gap-2" data-screen-only>
      {mayCode && (
        <>
          <Button look="primary" isDisabled={open.length > 0 || settling.isBusy} onPress={settling.adopt}>
            {t('coding.settle.adopt')}
          </Button>
          {open.length > 1 && (
            <Button onPress={() => ask(true)}>{t('coding.settle.rest', { n: open.length })}</Button>
          )}
        </>
      )}
      <Button isDisabled={!round.history.undo || settling.isBusy} onPress={settling.undo}>
        {t('coding.undo')}
      </Button>
      <Button isDisabled={!round.history.redo || settling.isBusy} onPress={settling.redo}>
        {t('coding.redo')}
      </Button>
      <Dialog
        title={t('coding.settle.rest', { n: open.length })}
        isOpen={isAsking}
        onClose={() => ask(false)}
      >
        <p className="text-sm text-soft">{t('coding.settle.rest.what')}</p>
        {settling.problem !== null && <ProblemNotice problem={settling.problem} />}
        <Choice
          round={round}
          note=""
          isBusy={settling.isBusy}
          onChoose={(keeping, note) => {
            // Refused, what was written stays to be decided with anew.
            void settling.decide(open.slice(0, 1000), keeping, note).then(
              () => ask(false),
              () => undefined,
            )
          }}
        />
      </Dialog>
    </div>
  )
}

function One(given: {
  round: RoundShown
  one: DisagreementShown
  settling: SettlingShown
  mayCode: boolean
}) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const { round, one, settling, mayCode } = given
  const { settled } = one
  const [isAgain, again] = useState(false)
  return (
    <article className="rounded-lg border border-line p-4">
      <header className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="font-semibold wrap-anywhere">{one.code}</h2>
        <Badge>{t(`coding.settle.kind.${one.kind.replace(' ', '.')}`)}</Badge>
        <span className="text-sm text-soft">
          {one.who !== null && `${one.who} · `}
          <Link href={`/w/${id}/interviews/${one.interviewId}?u=${one.utteranceId}`}>{one.interview}</Link>
        </span>
      </header>
      <p
        lang={one.language}
        dir="auto"
        className="mb-4 max-w-prose font-quote wrap-anywhere whitespace-pre-line"
      >
        {one.text}
      </p>
      <dl className="mb-4 grid gap-4 sm:grid-cols-2">
        {round.coders.map(({ userId, name }) => (
          <div key={userId} className="min-w-0 border-l-2 border-line-strong pl-3">
            <dt className="text-sm font-medium">{name ?? t('coding.round.somebody')}</dt>
            {one.marks
              .filter((mark) => mark.userId === userId)
              .map((mark) => (
                <dd
                  key={mark.highlightId}
                  lang={one.language}
                  dir="auto"
                  className={`font-quote wrap-anywhere ${mark.kept === false ? 'text-soft line-through' : ''}`}
                >
                  {format.quoted(mark.words)}
                </dd>
              ))}
            {one.marks.every((mark) => mark.userId !== userId) && (
              <dd className="text-sm text-soft">{t('coding.settle.no.code')}</dd>
            )}
          </div>
        ))}
      </dl>
      {settled !== null && (
        <Notice
          look="good"
          title={t('coding.settle.by', {
            who: settled.by ?? t('coding.round.somebody'),
            when: format.dateTime(settled.at),
          })}
          action={
            mayCode &&
            !isAgain && (
              <Button look="quiet" onPress={() => again(true)}>
                {t('coding.settle.again')}
              </Button>
            )
          }
        >
          {settled.note}
        </Notice>
      )}
      {mayCode && (settled === null || isAgain) && (
        <div className="mt-4">
          <Choice
            round={round}
            note={settled?.note ?? ''}
            isBusy={settling.isBusy}
            onChoose={(keeping, note) => {
              void settling.decide([one], keeping, note).then(
                () => again(false),
                () => undefined,
              )
            }}
          />
        </div>
      )}
    </article>
  )
}

function Choice(given: {
  round: RoundShown
  note: string
  isBusy: boolean
  onChoose: (keeping: Keeping, note: string) => void
}) {
  const t = useText()
  const { round, isBusy, onChoose } = given
  const [note, write] = useState(given.note)
  return (
    <div className="flex flex-col gap-3">
      <TextField label={t('coding.settle.note')} value={note} onChange={write} maxLength={2000} />
      <div className="flex flex-wrap gap-2">
        {round.coders.map(({ userId, name }) => (
          <Button key={userId} isDisabled={isBusy} onPress={() => onChoose({ of: userId }, note)}>
            {t('coding.settle.keep.one', { name: name ?? t('coding.round.somebody') })}
          </Button>
        ))}
        <Button isDisabled={isBusy} onPress={() => onChoose('all', note)}>
          {t('coding.settle.keep.all')}
        </Button>
        <Button isDisabled={isBusy} onPress={() => onChoose('none', note)}>
          {t('coding.settle.keep.none')}
        </Button>
      </div>
    </div>
  )
}
