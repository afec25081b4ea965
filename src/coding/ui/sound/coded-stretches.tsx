import { Link, Loaded, Section, useFormat, useMay, useText, useWorkspace } from '../../../../web/kit/index.ts'
import { PlaySound } from '../../../conversations/ui/index.ts'
import { clockTime } from '../reading.ts'
import { useCodedStretches, type CodedStretchShown } from './sound-data.ts'

/** Under a code's quotes: the stretches of sound and video that were given it, each to be heard. */
export function CodedStretches({ codeId }: { codeId: string }) {
  const t = useText()
  const query = useCodedStretches(codeId)
  return (
    <Loaded query={query}>
      {({ stretches, withheld }) =>
        stretches.length + withheld > 0 && (
          <div className="mt-12">
            <Section title={t('coding.stretches.of.code', { n: stretches.length })}>
              {withheld > 0 && (
                <p className="mb-4 text-sm text-soft">{t('coding.stretches.withheld', { n: withheld })}</p>
              )}
              <ul className="flex flex-col gap-2">
                {stretches.map((stretch) => (
                  <li key={stretch.stretchId}>
                    <CodedStretch stretch={stretch} />
                  </li>
                ))}
              </ul>
            </Section>
          </div>
        )
      }
    </Loaded>
  )
}

/** A coded stretch, to be heard where one may. */
export function CodedStretch({ stretch }: { stretch: CodedStretchShown }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const mayRead = useMay('transcripts.read')
  const { recordingId, startMs, endMs } = stretch
  const who = stretch.who.join(', ')
  const times = t('coding.stretches.from.to', { from: clockTime(startMs), to: clockTime(endMs) })
  return (
    <div className="flex flex-wrap items-center gap-x-3 border-l-2 border-accent/50 pl-2">
      {mayRead && <PlaySound who={who} find={() => Promise.resolve({ recordingId, startMs, endMs })} />}
      <span className="font-medium">{who}</span>
      <span className="text-sm text-soft">{format.date(stretch.when)}</span>
      {mayRead ? (
        <Link href={`/w/${id}/recordings/${recordingId}?at=${startMs}`}>{times}</Link>
      ) : (
        <span className="text-sm">{times}</span>
      )}
    </div>
  )
}
