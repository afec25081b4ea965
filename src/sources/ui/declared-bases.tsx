import { Badge, useText } from '../../../web/kit/index.ts'
import type { Basis, Purpose } from '../../consent/ui/index.ts'

type Declared = readonly { purpose: Purpose; basis: Basis }[]

/** What something may be used for, and what each use rests on. */
export function Bases({ bases: all }: { bases: Declared }) {
  const t = useText()
  const declared = all.filter(({ basis }) => basis !== 'none')
  if (declared.length === 0) return <Badge look="warning">{t('sources.bases.none')}</Badge>
  return (
    <ul className="flex flex-col gap-0.5">
      {declared.map(({ purpose, basis }) => (
        <li key={purpose}>
          {t(`consent.purpose.${purpose}`)} <span className="text-soft">· {t(`consent.basis.${basis}`)}</span>
        </li>
      ))}
    </ul>
  )
}
