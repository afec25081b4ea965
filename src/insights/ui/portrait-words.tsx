import { Badge, Link, Section, useFormat, useText, useWorkspace } from '../../../web/kit/index.ts'
import type { PortraitShown } from './insights-data.ts'

/** What they say more than the others of the same language, by number of speakers. */
export function OwnWords({ portrait }: { portrait: PortraitShown }) {
  const t = useText()
  const { id } = useWorkspace()
  const { words, segmentId } = portrait
  if (words.length === 0) return null
  return (
    <Section
      title={t('insights.words')}
      lead={t('insights.words.lead')}
      actions={<Link href={`/w/${id}/words?of=segment:${segmentId}`}>{t('insights.words.all')}</Link>}
    >
      <div className="flex flex-col gap-7">
        {words.map((one) => (
          <Language
            key={one.language}
            words={one}
            href={`/w/${id}/words?of=segment:${segmentId}&language=${one.language}`}
          />
        ))}
      </div>
    </Section>
  )
}

type Words = PortraitShown['words'][number]

function Language({ words: one, href }: { words: Words; href: string }) {
  const t = useText()
  const format = useFormat()
  const isIndicative = one.words.every(({ verdict }) => verdict === 'indicative')
  return (
    <div>
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium">{format.language(one.language)}</span>
        <span className="text-sm text-soft">
          {t('insights.words.speakers', { speakers: one.speakers, others: one.others })}
        </span>
        {isIndicative && one.words.length > 0 && (
          <Badge look="warning">{t('insights.words.indicative')}</Badge>
        )}
      </h3>
      {one.withheld > 0 && (
        <p className="mt-1 text-sm text-warning">
          {t('insights.words.withheld', { withheld: one.withheld })}
        </p>
      )}
      {one.words.length === 0 ? (
        <p className="mt-2 text-soft">{t('insights.words.none')}</p>
      ) : (
        <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-2" lang={one.language}>
          {one.words.map((word) => (
            <li key={word.stem}>
              <Link href={`${href}&word=${encodeURIComponent(word.stem)}`}>{word.word}</Link>{' '}
              <span className="text-xs text-soft">
                {t('insights.words.of', { speakers: word.speakers, of: one.speakers })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
