import { Badge, Button, Section, useMay, useFormat, useText } from '../../../web/kit/index.ts'
import { coreqDomains } from '../exchange/report.schema.ts'
import type { CoreqShown } from './exchange-data.ts'
import { coreqAnswer } from './report-blocks.ts'

/** The checklist of 32 items, filled from what was done; each can be written over. */
export function CoreqList({
  coreq,
  onWrite,
}: {
  coreq: readonly CoreqShown[]
  onWrite: (item: CoreqShown) => void
}) {
  const t = useText()
  const format = useFormat()
  const filled = coreq.filter((one) => coreqAnswer(one, { t, format }) !== '').length
  const byNumber = new Map(coreq.map((one) => [one.item, one]))
  return (
    <Section title={t('coding.coreq.title')} lead={t('coding.coreq.filled', { filled })}>
      <p className="mb-4 max-w-prose text-sm text-soft">{t('coding.coreq.source')}</p>
      {coreqDomains.map(({ domain, items }) => (
        <div key={domain} className="mb-8">
          <h3 className="mb-2 font-medium">{t(`coding.coreq.domain.${domain}`)}</h3>
          <ol className="flex max-w-3xl flex-col divide-y divide-line border-y border-line">
            {items.map((number) => {
              const item = byNumber.get(number)
              return item && <Item key={number} item={item} onWrite={onWrite} />
            })}
          </ol>
        </div>
      ))}
    </Section>
  )
}

function Item({ item, onWrite }: { item: CoreqShown; onWrite: (item: CoreqShown) => void }) {
  const t = useText()
  const format = useFormat()
  const mayWrite = useMay('coding.write')
  const answer = coreqAnswer(item, { t, format })
  return (
    <li className="flex items-start gap-3 py-3">
      <span className="w-6 shrink-0 text-end tabular-nums text-soft">{item.item}</span>
      <div className="min-w-0 grow">
        <div className="font-medium">{t(`coding.coreq.item.${item.item}`)}</div>
        <p className={`whitespace-pre-line wrap-anywhere ${answer === '' ? 'text-soft' : ''}`}>
          {answer === '' ? t('coding.coreq.open') : answer}{' '}
          {item.answer === null && item.told !== null && <Badge>{t('coding.coreq.known')}</Badge>}
        </p>
      </div>
      {mayWrite && (
        <span data-screen-only>
          <Button look="quiet" onPress={() => onWrite(item)}>
            {t('kit.edit')}
            <span className="sr-only">
              : {item.item}. {t(`coding.coreq.item.${item.item}`)}
            </span>
          </Button>
        </span>
      )}
    </li>
  )
}
