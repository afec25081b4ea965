import { memo, Suspense, useEffect, useMemo } from 'react'
import { flushSync } from 'react-dom'
import {
  EmptyState,
  Fold,
  Notice,
  PageHeader,
  useFormat,
  useMay,
  usePageParams,
  usePageTitle,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { NotesBeside, fetchNotesBeside } from '../../conversations/ui/index.ts'
import { CodePanel } from './code-panel.tsx'
import {
  useHighlights,
  useTranscript,
  type CodeShown,
  type HighlightShown,
  type HighlightsShown,
  type TranscriptShown,
} from './coding-data.ts'
import { useSteady } from './latest.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { LostPassages } from './lost-passages.tsx'
import { SpeakersDialog } from './speakers-dialog.tsx'
import { Memos } from './memos/memos.tsx'
import { RoundNotice } from './round-notice.tsx'
import { codeBoxId, focusBox, focusTurn } from './turn-focus.ts'
import { InterviewSound } from './sound/interview-sound.tsx'
import { Turns } from './turns.tsx'
import { useReader } from './use-reader.ts'
import { WhoDialog } from './who-dialog.tsx'
import { WithCodes } from './with-codes.tsx'

/** An interview to read and to mark: what was said in the middle, codes beside it, everything by keyboard too. */
export function Page() {
  const { interviewId } = usePageParams('interviewId')
  const transcript = useTranscript(interviewId)
  const highlights = useHighlights(interviewId)
  usePageTitle(transcript.data?.title)
  useEffect(fetchNotesBeside, [])
  return (
    <WithCodes subject={transcript} marks={highlights}>
      {(interview, marked, codes) => (
        <Reader
          interview={interview}
          highlights={marked.highlights}
          history={marked.history}
          round={marked.round}
          codes={codes}
        />
      )}
    </WithCodes>
  )
}

type ReaderProps = {
  interview: TranscriptShown
  highlights: readonly HighlightShown[]
  history: HighlightsShown['history']
  round: HighlightsShown['round']
  codes: readonly CodeShown[]
}

function Reader({ interview, highlights, history, round, codes: book }: ReaderProps) {
  const t = useText()
  const mayCode = useMay('coding.write') && (round === null || round.part === 'coding')
  const codes = useMemo(() => {
    if (round?.part !== 'coding') return book
    const inRound = new Set<string>(round.codeIds)
    return book.filter(({ codeId }) => inRound.has(codeId))
  }, [book, round])
  const reader = useReader({ interview, highlights, codes, mayCode })
  return (
    <div className="pb-40 lg:pb-0">
      <AboveTurns interview={interview} round={round} />
      {interview.utterances.length === 0 ? (
        <EmptyState title={t('coding.reader.empty.title')}>
          {t(hasRefused(interview) ? 'coding.reader.empty.refused' : 'coding.reader.empty.todo')}
        </EmptyState>
      ) : (
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
          <div className="min-w-0">
            <NotesOfConversation reader={reader} />
            <LostPassages reader={reader} />
            <Turns reader={reader} />
          </div>
          <CodePanel reader={reader} history={history} />
        </div>
      )}
      <KeysDialog isOpen={reader.isShowingKeys} onClose={() => reader.showKeys(false)} />
      <SpeakersDialog
        interview={interview}
        isOpen={reader.isShowingSpeakers}
        onClose={() => reader.showSpeakers(false)}
      />
      {reader.turnEdits.question && (
        <WhoDialog interview={interview} edits={reader.turnEdits} question={reader.turnEdits.question} />
      )}
    </div>
  )
}

/** Whether somebody in it has said no: whoever did is not asked again. */
const hasRefused = ({ speakers }: TranscriptShown) =>
  speakers.some(({ withheld }) => withheld === 'withdrawn' || withheld === 'objected')

/** What a key in the text does not touch. */
const AboveTurns = memo(function AboveTurns({ interview, round }: Pick<ReaderProps, 'interview' | 'round'>) {
  const t = useText()
  return (
    <>
      <InterviewHead interview={interview} />
      <InterviewSound interview={interview} />
      <RoundNotice round={round} />
      <div className="mb-6">
        <Fold title={t('coding.memos.open')}>
          <div className="max-w-prose">
            <Memos about={{ kind: 'interview', id: interview.interviewId }} />
          </div>
        </Fold>
      </div>
    </>
  )
})

/** What was noted while they talked; a mark selects the answer it was made at, for the code box. */
function NotesOfConversation({ reader }: { reader: ReturnType<typeof useReader> }) {
  const { interview, highlights, mayCode } = reader
  const turns = useMemo(() => {
    const roles = new Map(interview.speakers.map(({ speakerId, role }) => [speakerId, role]))
    const coded = new Set(highlights.map(({ utteranceId }) => utteranceId))
    return interview.utterances.map(({ utteranceId, startMs, speakerId }) => ({
      utteranceId,
      startMs,
      isAnswer: roles.get(speakerId) === 'participant',
      isCoded: coded.has(utteranceId),
    }))
  }, [interview, highlights])
  const show = useSteady((utteranceId: string) => {
    // A turn far down may not be drawn yet.
    flushSync(() => {
      reader.clear()
      reader.goTo(utteranceId)
    })
    focusTurn(utteranceId)
  })
  const code = useSteady((utteranceId: string) => {
    const turn = interview.utterances.find((one) => one.utteranceId === utteranceId)
    if (!turn) return
    show(utteranceId)
    reader.pick([{ utteranceId, version: turn.version, start: 0, end: [...turn.text].length }])
    focusBox(codeBoxId)
  })
  return (
    <Suspense fallback={null}>
      <Notes
        interviewId={interview.interviewId}
        turns={turns}
        mayCode={mayCode}
        onShow={show}
        onCode={code}
      />
    </Suspense>
  )
}

const Notes = memo(NotesBeside)

function InterviewHead({ interview }: { interview: TranscriptShown }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const withheld = interview.speakers.filter((speaker) => speaker.withheld !== null).length
  return (
    <>
      <PageHeader
        title={interview.title}
        lead={[
          t('coding.reader.lead', { when: format.date(interview.happenedAt), n: interview.words }),
          ...(interview.interviewer === null
            ? []
            : [t('coding.reader.asked.by', { name: interview.interviewer })]),
        ].join(' · ')}
        back={{ href: `/w/${id}/studies/${interview.studyId}`, label: t('coding.reader.study') }}
      />
      {withheld > 0 && (
        <div className="mb-6">
          <Notice title={t('coding.reader.withheld', { n: withheld })}>
            {t('coding.reader.withheld.why')}
          </Notice>
        </div>
      )}
    </>
  )
}
