import { useEffect, useRef, useState } from 'react'
import {
  Button,
  ComboBox,
  IconButton,
  Loaded,
  ProblemNotice,
  useMay,
  useSearchValue,
  useText,
  useToast,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { Player, type Playing, type RecordingShown, type Stretch } from '../../../conversations/ui/index.ts'
import { colourValue } from '../code-colour.ts'
import { codeOptions } from '../code-tree.ts'
import { useCodes, useLiveCoding, type CodeShown } from '../coding-data.ts'
import { clockTime } from '../reading.ts'
import {
  useMarkStretch,
  useRedoStretches,
  useStretches,
  useUndoStretches,
  useUnmarkStretch,
  type StretchShown,
} from './sound-data.ts'

/** The player of a recording, and the codes of its stretches: drag over the waveform, or say where it begins and ends while it plays. */
export function Part({ recording }: { recording: RecordingShown }) {
  const mayRead = useMay('coding.read')
  return mayRead ? <Coding recording={recording} /> : <Player recording={recording} />
}

function Coding({ recording }: { recording: RecordingShown }) {
  const found = useStretches(recording.recordingId)
  const codes = useCodes(recording.studyId, true)
  const [chosen, choose] = useState<Stretch>()
  const player = useRef<Playing>(undefined)
  const beginning = useRef<number>(undefined)
  useLiveCoding()
  useBeginningFromLink(player)
  const mayCode = useMay('coding.write')
  return (
    <>
      <Player
        recording={recording}
        stretches={found.data?.stretches ?? []}
        chosen={chosen}
        {...(mayCode ? { onChoose: choose } : {})}
        onPlayer={(now) => void (player.current = now)}
      >
        {mayCode && (
          <Edges
            onBegin={() => {
              beginning.current = player.current?.timeMs ?? 0
              choose({ startMs: Math.round(beginning.current), endMs: Math.round(beginning.current) + 1000 })
            }}
            onEnd={() => {
              const end = Math.round(player.current?.timeMs ?? 0)
              const start = Math.round(beginning.current ?? Math.max(0, end - 10_000))
              if (end - start >= 100) choose({ startMs: start, endMs: end })
            }}
          />
        )}
      </Player>
      <Loaded query={found}>
        {({ stretches, history, studyId }) => (
          <Stretches
            recordingId={recording.recordingId}
            studyId={studyId}
            stretches={stretches}
            history={history}
            codes={codes.data?.codes ?? []}
            chosen={chosen}
            onChoose={choose}
            onPlay={({ startMs, endMs }) => player.current?.playFrom(startMs, endMs)}
          />
        )}
      </Loaded>
    </>
  )
}

/** A link to a moment stands there. */
function useBeginningFromLink(player: React.RefObject<Playing | undefined>): void {
  const [at] = useSearchValue('at')
  useEffect(() => {
    if (at !== undefined && /^\d+$/.test(at)) player.current?.seek(Number(at))
  }, [at, player])
}

function Edges({ onBegin, onEnd }: { onBegin: () => void; onEnd: () => void }) {
  const t = useText()
  return (
    <>
      <Button look="quiet" onPress={onBegin}>
        {t('coding.stretches.begin')}
      </Button>
      <Button look="quiet" onPress={onEnd}>
        {t('coding.stretches.end')}
      </Button>
    </>
  )
}

type StretchesProps = {
  recordingId: string
  studyId: string
  stretches: readonly StretchShown[]
  history: { undo: boolean; redo: boolean }
  codes: readonly CodeShown[]
  chosen: Stretch | undefined
  onChoose: (stretch: Stretch | undefined) => void
  onPlay: (stretch: Stretch) => void
}

function Stretches(props: StretchesProps) {
  const { recordingId, studyId, stretches, history, codes, chosen } = props
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const mayCode = useMay('coding.write')
  const mark = useMarkStretch()
  const undo = useUndoStretches()
  const redo = useRedoStretches()
  const line = { path: { workspaceId }, body: { studyId } }
  const problem = mark.error ?? undo.error ?? redo.error
  const give = (given: { codeIds: string[] } | { newCode: { name: string } }) => {
    if (!chosen) return
    const moments = { startMs: chosen.startMs, endMs: chosen.endMs }
    mark.mutate(
      { path: { workspaceId, recordingId }, body: { moments, ...given } },
      {
        onSuccess: () => {
          props.onChoose(undefined)
          toast({ text: t('coding.stretches.marked'), undo: () => undo.mutateAsync(line) })
        },
      },
    )
  }
  return (
    <section aria-label={t('coding.stretches.title')} className="mt-6 flex flex-col gap-4">
      {problem && <ProblemNotice problem={problem} />}
      {mayCode && (
        <div className="grid items-end gap-4 rounded-lg border border-line bg-raised p-4 md:grid-cols-[minmax(0,1fr)_auto]">
          <div className="flex flex-col gap-2">
            <p className="text-sm text-soft">
              {chosen
                ? t('coding.stretches.choose', {
                    from: clockTime(chosen.startMs),
                    to: clockTime(chosen.endMs),
                  })
                : t('coding.stretches.hint')}
            </p>
            {chosen && (
              <ComboBox
                label={t('coding.choose')}
                description={t('coding.choose.hint')}
                options={codeOptions(codes)}
                onChange={(codeId) => give({ codeIds: [codeId] })}
                onCreate={(name) => give({ newCode: { name } })}
                clearsOnChoice
                isRequired
              />
            )}
          </div>
          <div className="flex flex-wrap gap-2">
            {chosen && <Button onPress={() => props.onPlay(chosen)}>{t('coding.stretches.hear')}</Button>}
            <Button isDisabled={!history.undo} onPress={() => undo.mutate(line)}>
              {t('coding.undo')}
            </Button>
            <Button isDisabled={!history.redo} onPress={() => redo.mutate(line)}>
              {t('coding.redo')}
            </Button>
          </div>
        </div>
      )}
      <Marked stretches={stretches} codes={codes} onPlay={props.onPlay} />
    </section>
  )
}

function Marked({ stretches, codes, onPlay }: Pick<StretchesProps, 'stretches' | 'codes' | 'onPlay'>) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const mayCode = useMay('coding.write')
  const unmark = useUnmarkStretch()
  if (stretches.length === 0) return <p className="text-sm text-soft">{t('coding.stretches.none')}</p>
  const byId = new Map(codes.map((code) => [code.codeId as string, code]))
  return (
    <>
      <h2 className="font-semibold">{t('coding.stretches.title')}</h2>
      {unmark.error && <ProblemNotice problem={unmark.error} />}
      <ul className="flex flex-col gap-1">
        {stretches.map((stretch) => {
          const times = t('coding.stretches.from.to', {
            from: clockTime(stretch.startMs),
            to: clockTime(stretch.endMs),
          })
          return (
            <li key={stretch.stretchId} className="flex flex-wrap items-center gap-x-3">
              <Button look="quiet" icon="play" onPress={() => onPlay(stretch)}>
                {times}
              </Button>
              {stretch.codeIds.map((codeId) => {
                const name = byId.get(codeId)?.label ?? ''
                return (
                  <span
                    key={codeId}
                    className="flex items-center border-l-2 pl-2"
                    style={{ borderColor: colourValue[byId.get(codeId)?.colour ?? 'teal'] }}
                  >
                    <span className="wrap-anywhere">{name}</span>
                    {mayCode && (
                      <IconButton
                        icon="close"
                        label={t('coding.unmark', { name })}
                        onPress={() =>
                          unmark.mutate({ path: { workspaceId, stretchId: stretch.stretchId, codeId } })
                        }
                      />
                    )}
                  </span>
                )
              })}
            </li>
          )
        })}
      </ul>
    </>
  )
}
