import { useText, useFormat } from '../../../../web/kit/index.ts'
import type { SittingShown } from './sitting-data.ts'

/** Whom a sitting meets: the name they wish to be called for those who meet them, "Participant 3" for everybody else. */
export function useWho(): (sitting: SittingShown) => string {
  const t = useText()
  return ({ people }) =>
    (people.length === 0 && t('conversations.sitting.empty')) ||
    people
      .map(
        ({ number, known }) =>
          known?.called || known?.pseudonym || t('conversations.sitting.participant', { number }),
      )
      .join(', ')
}

/** "2 Mar 2026, 10:00 · 60 min". */
export function useWhen(): (sitting: SittingShown) => string {
  const t = useText()
  const format = useFormat()
  return ({ startsAt, minutes }) =>
    `${format.dateTime(startsAt)} · ${t('conversations.guide.minutes.n', { n: minutes })}`
}

/** 83,000 → "1:23"; 3,700,000 → "1:01:40". */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
