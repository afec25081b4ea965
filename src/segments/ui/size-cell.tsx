import { DataNumber, useText } from '../../../web/kit/index.ts'

type Share = { share: number; low: number; high: number; of: number }

/** How many people; at least how many, where the exact figure would tell of a smaller group; or that they are too few to show. */
export function Size({
  people,
  minimum,
  isExact = true,
}: {
  people: number | null
  minimum: number
  isExact?: boolean
}) {
  const t = useText()
  if (people === null) return <span className="text-soft">{t('segments.few', { minimum })}</span>
  if (!isExact) return <span>{t('segments.about', { people })}</span>
  return <DataNumber value={people} />
}

/** A share with its interval and the people it rests on, or a dash where there is none to show. */
export function ShareCell({ share }: { share: Share | null }) {
  const t = useText()
  if (share === null) return <span className="text-soft">{t('segments.not.shown')}</span>
  return <DataNumber value={share.share} as="share" interval={[share.low, share.high]} n={share.of} />
}
