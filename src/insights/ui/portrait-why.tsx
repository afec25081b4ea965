import { EmptyState, Link, Section, useMay, useText, useWorkspace } from '../../../web/kit/index.ts'
import { PlacedQuote } from '../../coding/ui/index.ts'
import type { PortraitShown } from './insights-data.ts'

/** Why they act as they do: codes of what they said, most people first, each with their own words and the way to the place. */
export function Why({ portrait }: { portrait: PortraitShown }) {
  const t = useText()
  const { why, heard } = portrait
  return (
    <Section title={t('insights.why')} lead={t('insights.why.lead', { people: heard.people })}>
      {why.length === 0 ? (
        <EmptyState title={t('insights.why.none')}>
          {t(heard.people === 0 ? 'insights.why.none.talk' : 'insights.why.none.code')}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-8">
          {why.map((code) => (
            <li key={code.codeId}>
              <Reason code={code} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

type Code = PortraitShown['why'][number]

function Reason({ code }: { code: Code }) {
  const t = useText()
  const { id } = useWorkspace()
  const mayCodes = useMay('coding.read')
  return (
    <>
      <h3 className="flex flex-wrap items-baseline gap-x-3 font-medium">
        {mayCodes ? (
          <Link href={`/w/${id}/codes/${code.codeId}`} look="plain">
            {code.name}
          </Link>
        ) : (
          code.name
        )}
        <span className="text-sm font-normal text-soft">
          {t('insights.why.people', { people: code.people, passages: code.passages })}
        </span>
      </h3>
      {code.withheld > 0 && (
        <p className="mt-1 text-sm text-warning">
          {t('insights.why.withheld', {
            withheld: code.withheld,
            passages: code.quotable + code.withheld,
          })}
        </p>
      )}
      {code.withdrawn > 0 && (
        <p className="mt-1 text-sm text-warning">
          {t('insights.why.withdrawn', { withdrawn: code.withdrawn, sources: code.sources })}
        </p>
      )}
      <div className="mt-3 flex flex-col gap-4">
        {code.quotes.map((quote) => (
          <PlacedQuote key={quote.highlightId} quote={quote} lang={quote.language}>
            {quote.text}
          </PlacedQuote>
        ))}
      </div>
    </>
  )
}
