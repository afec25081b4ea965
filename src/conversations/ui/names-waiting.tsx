import { Button, Notice, useApi, useMay, useText, useWorkspace } from '../../../web/kit/index.ts'

/** Says that names and places of a study wait for pseudonyms; nothing where none do, or to who may not read what was said. */
export function NamesWaiting({ studyId }: { studyId: string }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const mayRead = useMay('transcripts.read')
  const standing = useApi(
    'GET /api/w/{workspaceId}/studies/{studyId}/confidentiality',
    { path: { workspaceId, studyId } },
    { enabled: mayRead },
  )
  const n = standing.data?.proposed ?? 0
  if (n === 0) return null
  return (
    <div className="mb-8">
      <Notice
        title={t('conversations.names.waiting', { n })}
        action={
          <Button href={`/w/${workspaceId}/studies/${studyId}/confidentiality`}>
            {t('conversations.names.waiting.do')}
          </Button>
        }
      >
        {t('conversations.names.waiting.why')}
      </Notice>
    </div>
  )
}
