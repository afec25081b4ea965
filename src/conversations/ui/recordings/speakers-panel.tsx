import { useEffect, useRef, useState } from 'react'
import {
  Button,
  Loaded,
  Notice,
  ProblemNotice,
  Select,
  useGo,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { clockTime } from './clock-time.ts'
import { Player } from './player.tsx'
import {
  useBringTranscript,
  useDraft,
  useMarkSpeakers,
  type DraftShown,
  type RecordingShown,
} from './recordings-data.ts'
import { markFrom, nameVoice, speakerAt, voicesOf } from './speaker-marks.ts'
import type { Playing } from './use-player.ts'

type Mark = DraftShown['marks'][number]
type Who = Mark['who']

/** What was heard, line by line: a number or a press says who speaks from there on. Each line plays. */
export function SpeakersPanel({ recording }: { recording: RecordingShown }) {
  const draft = useDraft(recording.recordingId)
  return (
    <Loaded query={draft}>
      {(data) => (
        <Naming
          key={data.recordingId}
          recording={recording}
          draft={data}
          onReload={() => void draft.refetch()}
        />
      )}
    </Loaded>
  )
}

function Naming({
  recording,
  draft,
  onReload,
}: {
  recording: RecordingShown
  draft: DraftShown
  onReload: () => void
}) {
  const t = useText()
  const speakers = useSpeakers(recording)
  const player = useRef<Playing>(null)
  const { marks, mark, trouble, version } = useMarks(recording, draft)
  const voices = voicesOf(marks)
  const isDone = draft.segments.length > 0 && speakerAt(marks, 0) !== undefined && voices.length === 0
  const [current, goTo] = useState(0)
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">
        <div className="mb-4 bg-paper pb-2 md:sticky md:top-0 md:z-10">
          <Player recording={recording} onPlayer={(now) => void (player.current = now)} />
        </div>
        <p className="mb-4 max-w-prose text-sm text-soft">{t('conversations.sound.speakers.how')}</p>
        <ol aria-label={t('conversations.sound.speakers')} className="flex flex-col">
          {draft.segments.map((segment, at) => (
            <Line
              key={`${segment.startMs} ${at}`}
              segment={segment}
              who={
                speakers.find(({ id }) => id === speakerAt(marks, at))?.label ??
                voiceName(speakerAt(marks, at), t)
              }
              isChange={marks.some(({ from }) => from === at)}
              isCurrent={at === current}
              language={draft.language}
              onFocus={() => goTo(at)}
              onPlay={() => player.current?.playFrom(segment.startMs)}
              onKey={(key) => {
                const speaker = speakers[Number(key) - 1]
                if (speaker) mark(markFrom(marks, { from: at, who: speaker.id }))
                return speaker !== undefined
              }}
              onMove={(by) => goTo(Math.min(draft.segments.length - 1, Math.max(0, at + by)))}
            />
          ))}
        </ol>
      </div>
      <aside className="flex flex-col gap-4 lg:sticky lg:top-4 lg:self-start">
        {trouble !== null && <ProblemNotice problem={trouble} onRetry={onReload} />}
        <Legend speakers={speakers} onPick={(who) => mark(markFrom(marks, { from: current, who }))} />
        {voices.map((voice) => (
          <Select
            key={voice}
            label={t('conversations.sound.voice.who', { voice: voiceName(voice, t) })}
            options={speakers.map(({ id, label }) => ({ id, label }))}
            value={null}
            onChange={(id) => {
              const speaker = speakers.find((one) => one.id === id)
              if (speaker) mark(nameVoice(marks, { voice, who: speaker.id }))
            }}
          />
        ))}
        <Bring recording={recording} version={version} isDone={isDone} />
      </aside>
    </div>
  )
}

type Speaker = { id: Who; label: string }

function useSpeakers(recording: RecordingShown): Speaker[] {
  const t = useText()
  return [
    { id: 'interviewer', label: t('conversations.role.interviewer') },
    ...recording.heard.flatMap(({ participantId, pseudonym }) =>
      participantId === null ? [] : [{ id: participantId, label: pseudonym }],
    ),
    { id: 'other', label: t('conversations.role.other') },
  ]
}

const voiceName = (who: string | undefined, t: ReturnType<typeof useText>) =>
  who?.startsWith('voice ') ? t('conversations.sound.voice', { n: Number(who.slice(6)) }) : ''

/** Marks that save themselves one after the other; what a colleague saved meanwhile is told, and read anew by their press. */
function useMarks(recording: RecordingShown, draft: DraftShown) {
  const { id: workspaceId } = useWorkspace()
  const save = useMarkSpeakers()
  const [marks, set] = useState<readonly Mark[]>(draft.marks)
  const [trouble, tell] = useState<unknown>(null)
  const [version, setVersion] = useState(draft.version)
  const sent = useRef({ version: draft.version, queue: Promise.resolve() })
  useEffect(() => {
    // Read anew after a colleague's change.
    if (draft.version <= sent.current.version) return
    sent.current.version = draft.version
    setVersion(draft.version)
    set(draft.marks)
    tell(null)
  }, [draft])
  const mark = (next: readonly Mark[]) => {
    set(next)
    sent.current.queue = sent.current.queue.then(async () => {
      try {
        const path = { workspaceId, recordingId: recording.recordingId }
        const kept = await save.mutateAsync({
          path,
          body: { marks: [...next], version: sent.current.version },
        })
        sent.current.version = kept.version
        setVersion(kept.version)
        tell(null)
      } catch (error) {
        tell(error)
      }
    })
  }
  return { marks, mark, trouble, version }
}

type LineProps = {
  segment: DraftShown['segments'][number]
  who: string
  isChange: boolean
  isCurrent: boolean
  language: string
  onFocus: () => void
  onPlay: () => void
  onKey: (key: string) => boolean
  onMove: (by: number) => void
}

function Line(props: LineProps) {
  const { segment, who, isChange, isCurrent, language } = props
  const t = useText()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent && item.current?.parentElement?.contains(document.activeElement)) item.current.focus()
  }, [isCurrent])
  return (
    // Moved through by arrows like the turns of a transcript; what a key does stands above the list.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={item}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={t('conversations.sound.line', {
        at: clockTime(segment.startMs),
        who: who || t('conversations.sound.voice.none'),
      })}
      onFocus={props.onFocus}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        if (event.key === 'ArrowDown' || event.key === 'j') props.onMove(1)
        else if (event.key === 'ArrowUp' || event.key === 'k') props.onMove(-1)
        else if (event.key === 'Enter') props.onPlay()
        else if (!/^[1-9]$/.test(event.key) || !props.onKey(event.key)) return
        event.preventDefault()
      }}
      className={`grid grid-cols-[7rem_minmax(0,1fr)] gap-3 border-l-2 px-3 py-1.5 outline-offset-0 ${isChange ? 'mt-3' : ''} ${isCurrent ? 'border-accent bg-hover' : 'border-transparent'}`}
    >
      <span className="text-xs text-soft">
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('conversations.sound.play.from', { at: clockTime(segment.startMs) })}
          className="cursor-pointer rounded-sm tabular-nums underline underline-offset-3 hover:text-ink"
          onClick={props.onPlay}
        >
          {clockTime(segment.startMs)}
        </button>
        {isChange && <span className="block font-semibold text-ink">{who}</span>}
      </span>
      <span lang={language}>{segment.text}</span>
    </li>
  )
}

function Legend({ speakers, onPick }: { speakers: readonly Speaker[]; onPick: (who: Who) => void }) {
  const t = useText()
  return (
    <div>
      <h2 className="mb-2 text-sm font-semibold">{t('conversations.sound.from.here')}</h2>
      <ul className="flex flex-wrap gap-2 lg:flex-col lg:items-start">
        {speakers.map(({ id, label }, at) => (
          <li key={id}>
            <Button onPress={() => onPick(id)}>
              <kbd className="text-soft">{at + 1}</kbd> {label}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Bring({
  recording,
  version,
  isDone,
}: {
  recording: RecordingShown
  version: number
  isDone: boolean
}) {
  const t = useText()
  const go = useGo()
  const { id: workspaceId } = useWorkspace()
  const bring = useBringTranscript()
  return (
    <div className="flex flex-col gap-3">
      {bring.error && <ProblemNotice problem={bring.error} />}
      {!isDone && (
        <Notice title={t('conversations.sound.unnamed')}>{t('conversations.sound.unnamed.todo')}</Notice>
      )}
      <Button
        look="primary"
        isDisabled={!isDone}
        isPending={bring.isPending}
        onPress={async () => {
          const { interviewId } = await bring.mutateAsync({
            path: { workspaceId, recordingId: recording.recordingId },
            body: { version, called: t('conversations.interview') },
          })
          go(`/w/${workspaceId}/interviews/${interviewId}`)
        }}
      >
        {t('conversations.sound.make.interview')}
      </Button>
    </div>
  )
}
