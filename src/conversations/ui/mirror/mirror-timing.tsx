import { Link, Section, useFormat, useMay, useText } from '../../../../web/kit/index.ts'
import type { MirrorShown } from './mirror-data.ts'

/** Interruptions and filled silences, where the transcript's times can carry them; else why not. */
export function Timing({ timing, place }: { timing: MirrorShown['timing']; place: string }) {
  const t = useText()
  const format = useFormat()
  if (timing.state === 'not measured')
    return (
      <Section title={t('conversations.mirror.timing')}>
        <p className="text-soft">{t(`conversations.mirror.timing.${timing.why.replace(' ', '-')}`)}</p>
      </Section>
    )
  const seconds = (ms: number) => format.number(Math.round(ms / 100) / 10)
  return (
    <Section
      title={t('conversations.mirror.timing')}
      lead={t('conversations.mirror.timing.lead', { n: timing.turns })}
    >
      <dl className="flex flex-col gap-4">
        <div>
          <dt className="font-medium">
            {t('conversations.mirror.interruptions', { n: timing.interruptions.length })}
          </dt>
          <dd className="text-sm text-soft">{t('conversations.mirror.interruptions.hint')}</dd>
          <Places
            place={place}
            items={timing.interruptions.map(({ utteranceId, overlapMs }) => ({
              utteranceId,
              label: t('conversations.mirror.overlap', { seconds: seconds(overlapMs) }),
            }))}
          />
        </div>
        <div>
          <dt className="font-medium">
            {t('conversations.mirror.filled', { filled: timing.filled.length, n: timing.silences })}
          </dt>
          <dd className="text-sm text-soft">
            {t('conversations.mirror.filled.hint', { longest: seconds(timing.longestSilenceMs) })}
          </dd>
          <Places
            place={place}
            items={timing.filled.map(({ utteranceId, silenceMs }) => ({
              utteranceId,
              label: t('conversations.mirror.silence', { seconds: seconds(silenceMs) }),
            }))}
          />
        </div>
      </dl>
      <p className="mt-4 text-sm text-soft">{t('conversations.mirror.timing.sources')}</p>
    </Section>
  )
}

function Places(props: { place: string; items: readonly { utteranceId: string; label: string }[] }) {
  const mayRead = useMay('transcripts.read')
  if (!mayRead || props.items.length === 0) return null
  return (
    <dd className="flex flex-wrap gap-x-4 gap-y-1">
      {props.items.map(({ utteranceId, label }) => (
        <Link key={utteranceId} href={`${props.place}?u=${utteranceId}`}>
          {label}
        </Link>
      ))}
    </dd>
  )
}
