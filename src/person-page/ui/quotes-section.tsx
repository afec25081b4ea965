import { QuotesOf } from './quotes-of.tsx'

/** On a person's page: their quotes of all studies, to take one out. */
export function Section({ personId }: { personId: string; pseudonym: string }) {
  return <QuotesOf whose={{ personId }} />
}
