import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { Switch, useText } from '../../../../web/kit/index.ts'
import { Player, useInterviewSound, wordTime, type Playing } from '../../../conversations/ui/index.ts'
import type { TranscriptShown } from '../coding-data.ts'

type Utterance = TranscriptShown['utterances'][number]
type Timed = Utterance & { from: number; until: number; starts: readonly number[] | undefined }

/** The sound of a conversation above its words: it follows them, and a click on a word plays from there. Nothing where there is none to be heard. */
export function InterviewSound({ interview }: { interview: TranscriptShown }) {
  const sound = useInterviewSound(interview.interviewId)
  const recording = sound.data?.recording
  const timed = useTimed(interview, sound.data?.words)
  if (!recording || timed.length === 0) return null
  return <Bar recording={recording} timed={timed} />
}

function useTimed(
  interview: TranscriptShown,
  words: readonly { utteranceId: string; version: number; starts: number[] }[] | undefined,
): Timed[] {
  return useMemo(() => {
    const starts = new Map((words ?? []).map((one) => [`${one.utteranceId} ${one.version}`, one.starts]))
    const all = interview.utterances.filter(({ startMs }) => startMs !== null)
    return all.map((utterance, at) => {
      const from = utterance.startMs ?? 0
      const until = all[at + 1]?.startMs ?? from + 10_000
      return {
        ...utterance,
        from,
        until,
        starts: starts.get(`${utterance.utteranceId} ${utterance.version}`),
      }
    })
  }, [interview, words])
}

function Bar({
  recording,
  timed,
}: {
  recording: Parameters<typeof Player>[0]['recording']
  timed: readonly Timed[]
}) {
  const t = useText()
  const player = useRef<Playing>(undefined)
  const [followed, follow] = useState<'yes' | 'no'>('yes')
  const [isClicking, click] = useState(true)
  const spoken = useRef<Element>(undefined)
  const onPlayer = (now: Playing) => {
    player.current = now
    const turn = timed.findLast(({ from }) => from <= now.timeMs)
    const element = turn && now.timeMs > 0 ? document.getElementById(`u-${turn.utteranceId}`) : null
    if (element === (spoken.current ?? null)) return
    spoken.current?.removeAttribute('data-spoken')
    spoken.current = element ?? undefined
    element?.setAttribute('data-spoken', 'yes')
    if (now.isPlaying && followed === 'yes') element?.scrollIntoView({ block: 'center' })
  }
  useClickedWord((utteranceId, codepoint) => {
    const turn = timed.find((one) => one.utteranceId === utteranceId)
    if (!isClicking || !turn) return
    player.current?.playFrom(
      wordTime({ text: turn.text, startMs: turn.from, endMs: turn.until, starts: turn.starts }, codepoint),
    )
  })
  return (
    <div className="mb-6 border-b border-line bg-paper pb-3 md:sticky md:top-0 md:z-10" data-screen-only>
      <Player recording={recording} onPlayer={onPlayer}>
        <span className="flex flex-wrap gap-x-5 text-sm">
          <Switch isSelected={isClicking} onChange={click}>
            {t('coding.sound.click')}
          </Switch>
          <Switch isSelected={followed === 'yes'} onChange={(is) => follow(is ? 'yes' : 'no')}>
            {t('coding.sound.follow')}
          </Switch>
        </span>
      </Player>
    </div>
  )
}

/** A plain click into the words of a turn, not one that selects: which turn, and before which codepoint. */
function useClickedWord(onWord: (utteranceId: string, codepoint: number) => void): void {
  const tell = useEffectEvent(onWord)
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const { target } = event
      if (
        !(target instanceof Element) ||
        event.detail !== 1 ||
        document.getSelection()?.isCollapsed === false
      )
        return
      const words = target.closest<HTMLElement>('[data-words]')
      const place = words && document.caretPositionFromPoint(event.clientX, event.clientY)
      if (!words || !place || !words.contains(place.offsetNode)) return
      const before = document.createRange()
      before.selectNodeContents(words)
      before.setEnd(place.offsetNode, place.offset)
      tell(words.dataset['words'] ?? '', [...before.toString()].length)
    }
    document.addEventListener('click', onClick)
    return () => document.removeEventListener('click', onClick)
  }, [])
}
