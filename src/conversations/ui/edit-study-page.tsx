import { useEffect, useRef, useState } from 'react'
import {
  Loaded,
  PageHeader,
  asProblem,
  useGo,
  usePageParams,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import type { StudyWritten, Versions } from './study-written.ts'
import { useChangeStudy, useStudy, type StudyShown } from './conversations-data.ts'
import { StudyForm } from './study-form.tsx'
import { StudyVersions } from './study-versions.tsx'

/** Changes a study. When a colleague was faster both versions are shown; nothing is overwritten, and nothing typed is lost. */
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

type Reading = { read: StudyShown; onReload: () => Promise<{ data?: StudyShown | undefined }> }
/** What both have written, and what the colleague's is now called by the server. */
type Apart = { versions: Versions; newest: StudyShown }

function Editing({ read, onReload }: Reading) {
  const t = useText()
  const go = useGo()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const change = useChangeStudy()
  // What is edited stays what was read, also when the list is refreshed behind it.
  const [study, take] = useState<{ read: StudyShown; joined?: StudyWritten }>({ read })
  const [apart, compare] = useState<Apart>()
  const form = useRef<HTMLDivElement>(null)
  const { studyId } = read
  const save = async (mine: StudyWritten) => {
    const { version } = study.read
    try {
      await change.mutateAsync({ path: { workspaceId, studyId }, body: { ...mine, version } })
    } catch (problem) {
      const { data } = asProblem(problem).id === 'study-changed' ? await onReload() : {}
      if (data) compare({ versions: { read: study.read, mine, theirs: data }, newest: data })
      throw problem
    }
    toast({ text: t('conversations.saved') })
    go(`/w/${workspaceId}/studies/${studyId}`)
  }
  useEffect(() => {
    if (study.joined) form.current?.focus()
  }, [study])
  return (
    <>
      {apart && (
        <StudyVersions
          key={apart.newest.version}
          versions={apart.versions}
          onTake={(joined) => {
            take({ read: apart.newest, joined })
            compare(undefined)
            change.reset()
            toast({ text: t('kit.versions.taken') })
          }}
        />
      )}
      <div ref={form} tabIndex={-1} className="outline-none">
        <StudyForm
          key={study.read.version}
          study={{ ...study.read, ...study.joined }}
          problem={apart ? null : change.error}
          isPending={change.isPending}
          onSave={save}
        />
      </div>
    </>
  )
}
