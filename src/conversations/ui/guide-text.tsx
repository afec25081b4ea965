import { EmptyState, useText } from '../../../web/kit/index.ts'
import { questionIn, sectionIn, type Tongue } from '../guide/edit-guide.ts'
import type { GuideSection } from '../guide/guide.schema.ts'

type Heading = { /** `h3` below a heading of the page. */ heading?: 'h2' | 'h3' }
type TextProps = Tongue & Heading & { guide: readonly GuideSection[] }

/** A guide to read, in one language; where a text is not translated yet, the study's own stands in its place. */
export function GuideText({ guide, main, language, heading = 'h2' }: TextProps) {
  const t = useText()
  if (guide.length === 0) return <EmptyState title={t('conversations.guide.empty')} />
  const starts = guide.map((_, at) =>
    guide.slice(0, at).reduce((sum, { questions }) => sum + questions.length, 1),
  )
  return (
    <div className="flex max-w-prose flex-col gap-8">
      {guide.map((section, at) => (
        <PartText key={section.id} {...{ section, main, language, heading }} start={starts[at] ?? 1} />
      ))}
    </div>
  )
}

type PartProps = Tongue & { section: GuideSection; start: number; heading: 'h2' | 'h3' }

function PartText({ section, start, main, language, heading: Title }: PartProps) {
  const t = useText()
  const { title, say } = sectionIn(section, { main, language })
  const shownTitle = title || section.title
  return (
    <section className="break-inside-avoid-page">
      <Title className="flex items-baseline justify-between gap-4 text-lg font-semibold">
        <span lang={title ? language : main}>{shownTitle}</span>
        {section.minutes !== null && (
          <span className="text-sm font-normal whitespace-nowrap text-soft">
            {t('conversations.guide.minutes.n', { n: section.minutes })}
          </span>
        )}
      </Title>
      {(say || section.say) && (
        <blockquote
          lang={say ? language : main}
          className="mt-2 border-l-2 border-line-strong pl-4 font-quote text-lg whitespace-pre-line"
        >
          {say || section.say}
        </blockquote>
      )}
      <ol start={start} className="mt-3 list-decimal space-y-3 pl-7 marker:text-soft">
        {section.questions.map((question) => {
          const { text, probes } = questionIn(question, { main, language })
          return (
            <li key={question.id} className="break-inside-avoid">
              <span lang={text ? language : main}>{text || question.text}</span>
              <ul className="mt-1 list-['–_'] space-y-0.5 pl-5 text-soft">
                {question.probes.map((probe, at) => (
                  <li key={`${at} ${probe}`} lang={probes[at] ? language : main}>
                    {probes[at] || probe}
                  </li>
                ))}
              </ul>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
