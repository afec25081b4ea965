import type { ComponentProps, ReactNode } from 'react'
import { Loaded } from '../../../web/kit/index.ts'
import { useCodes, useLiveCoding, type CodeShown } from './coding-data.ts'

type Query<T> = ComponentProps<typeof Loaded<T>>['query']

/** Something that is coded, once it, what is marked in it and the codes of its study are here; what colleagues do appears in it. */
export function WithCodes<Subject extends { studyId: string }, Marks>(given: {
  subject: Query<Subject>
  marks: Query<Marks>
  children: (subject: Subject, marks: Marks, codes: readonly CodeShown[]) => ReactNode
}) {
  const { subject, marks, children } = given
  const codes = useCodes(subject.data?.studyId, subject.data !== undefined)
  useLiveCoding()
  return (
    <Loaded query={subject}>
      {(one) => (
        <Loaded query={marks}>
          {(marked) => <Loaded query={codes}>{(book) => children(one, marked, book.codes)}</Loaded>}
        </Loaded>
      )}
    </Loaded>
  )
}
