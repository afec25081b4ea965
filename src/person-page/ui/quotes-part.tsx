import { QuotesOf } from './quotes-of.tsx'

/** Where members see one participant: their quotes, to take one out. */
export function Part({ participantId }: { participantId: string }) {
  return <QuotesOf whose={{ participantId }} />
}
