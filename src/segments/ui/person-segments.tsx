import { EmptyState, Link, Loaded, useText, useWorkspace } from '../../../web/kit/index.ts'
import { useSegmentsOfPerson } from './segments-data.ts'

/** In which segment of every set this person is. */
export function Section({ personId }: { personId: string; pseudonym: string }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const found = useSegmentsOfPerson(personId)
  return (
    <Loaded query={found}>
      {({ segments }) =>
        segments.length === 0 ? (
          <EmptyState title={t('segments.person.none')}>{t('segments.person.none.todo')}</EmptyState>
        ) : (
          <ul className="flex flex-col gap-2">
            {segments.map((one) => (
              <li key={one.setId}>
                {one.segmentId === null ? (
                  <span className="text-soft">{t('segments.rest')}</span>
                ) : (
                  <Link href={`/w/${workspaceId}/segments/${one.segmentId}`}>{one.name ?? ''}</Link>
                )}{' '}
                <span className="text-sm text-soft">{t('segments.person.in', { set: one.setName })}</span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
