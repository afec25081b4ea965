import { MemoList } from './memos.tsx'
import { useLiveMemos } from './memos-data.ts'

/** On a person's page: what the team wrote about them. */
export function Section({ personId }: { personId: string; pseudonym: string }) {
  useLiveMemos()
  return <MemoList about={{ kind: 'person', id: personId }} />
}
