import { Button, useText, type Pager } from '../../../web/kit/index.ts'

/** Forwards and backwards through a list that is no table. */
export function PagerLine({ pager }: { pager: Pager }) {
  const t = useText()
  if (!pager.previous && !pager.next) return null
  return (
    <nav aria-label={t('kit.pages')} className="flex items-center gap-2">
      <Button look="quiet" icon="left" isDisabled={!pager.previous} onPress={() => pager.previous?.()}>
        {t('kit.previous')}
      </Button>
      <span className="text-sm text-soft">{t('kit.page', { page: pager.page })}</span>
      <Button look="quiet" icon="right" iconAt="end" isDisabled={!pager.next} onPress={() => pager.next?.()}>
        {t('kit.next')}
      </Button>
    </nav>
  )
}
