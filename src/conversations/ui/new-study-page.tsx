import { PageHeader, useGo, useText, useToast, useWorkspace } from '../../../web/kit/index.ts'
import { useCreateStudy } from './conversations-data.ts'
import { StudyForm } from './study-form.tsx'

/** Plans a study. */
export function Page() {
  const t = useText()
  const go = useGo()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const create = useCreateStudy()
  return (
    <>
      <PageHeader
        title={t('conversations.new.title')}
        lead={t('conversations.new.lead')}
        back={{ href: `/w/${workspaceId}/studies`, label: t('conversations.studies.title') }}
      />
      <StudyForm
        problem={create.error}
        isPending={create.isPending}
        onSave={async (body) => {
          const { studyId } = await create.mutateAsync({ path: { workspaceId }, body })
          toast({ text: t('conversations.planned') })
          go(`/w/${workspaceId}/studies/${studyId}`)
        }}
      />
    </>
  )
}
