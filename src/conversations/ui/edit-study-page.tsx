import { useState } from 'react'
import {
  Button,
  Loaded,
  PageHeader,
  asProblem,
  useGo,
  usePageParams,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useChangeStudy, useStudy, type StudyShown } from './conversations-data.ts'
import { StudyForm } from './study-form.tsx'

/** Changes a study. When a colleague was faster it says so and offers theirs; nothing is overwritten. */
export function Page() {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const { studyId } = usePageParams('studyId')
  const study = useStudy(studyId)
  return (
    <>
      <PageHeader
        title={t('conversations.edit.title')}
        back={{
          href: `/w/${workspaceId}/studies/${studyId}`,
          label: study.data?.title ?? t('conversations.study.title'),
        }}
      />
      <Loaded query={study}>{(data) => <Editing read={data} onReload={() => study.refetch()} />}</Loaded>
    </>
  )
}

function Editing({
  read,
  onReload,
}: {
  read: StudyShown
  onReload: () => Promise<{ data?: StudyShown | undefined }>
}) {
  const t = useText()
  const go = useGo()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const change = useChangeStudy()
  // What is edited stays what was read, also when the list is refreshed behind it.
  const [study, take] = useState(read)
  const isOutdated = change.error !== null && asProblem(change.error).id === 'study-changed'
  return (
    <>
      <StudyForm
        key={study.version}
        study={study}
        problem={change.error}
        isPending={change.isPending}
        onSave={async (draft) => {
          const { studyId, version } = study
          await change.mutateAsync({ path: { workspaceId, studyId }, body: { ...draft, version } })
          toast({ text: t('conversations.saved') })
          go(`/w/${workspaceId}/studies/${studyId}`)
        }}
      />
      {isOutdated && (
        <div className="mt-4">
          <Button
            onPress={async () => {
              const { data } = await onReload()
              change.reset()
              if (data) take(data)
            }}
          >
            {t('conversations.reload')}
          </Button>
        </div>
      )}
    </>
  )
}
