import { Button, Notice, useText } from '../../../web/kit/index.ts'
import type { Reader } from './use-reader.ts'

/** Marked words that a correction took out of the text: select where they belong now, or let them go. */
export function LostPassages({ reader }: { reader: Reader }) {
  const t = useText()
  const lost = reader.highlights.filter(({ lostText }) => lostText !== null)
  const [place] = reader.picked
  if (lost.length === 0) return null
  return (
    <div className="mb-6">
      <Notice look="warning" title={t('coding.lost.title', { n: lost.length })}>
        <p>{t('coding.lost.todo')}</p>
        <ul className="mt-2 flex flex-col gap-2">
          {lost.map(({ highlightId, lostText, codeIds }) => (
            <li key={highlightId} className="flex flex-wrap items-center gap-2">
              <q className="font-quote">{lostText}</q>
              <span className="text-soft">
                {codeIds.map((codeId) => reader.byId.get(codeId)?.label ?? '').join(', ')}
              </span>
              {reader.mayCode && (
                <>
                  <Button
                    isDisabled={!place}
                    onPress={() => place && void reader.actions.repair(highlightId, place).then(reader.clear)}
                  >
                    {t('coding.lost.place')}
                  </Button>
                  <Button look="quiet" onPress={() => void reader.actions.remove(highlightId)}>
                    {t('coding.lost.drop')}
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
