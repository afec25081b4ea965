import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { useGo } from './routing.ts'
import { useSession, useWorkspace } from './session.tsx'
import { useText } from './text.tsx'

/** In place of what brings real data in: in the sample workspace everything is invented. Leads to a workspace of one's own, or to where one is made. */
export function SampleNotice() {
  const t = useText()
  const go = useGo()
  const { id } = useWorkspace()
  const session = useSession()
  const own = session.data?.workspaces.find(({ isSample }) => !isSample)
  return (
    <Notice
      title={t('kit.problem.sample-workspace')}
      action={
        <Button look="primary" onPress={() => go(own ? `/w/${own.id}` : `/w/${id}/settings`)}>
          {own ? t('kit.sample.go', { name: own.name }) : t('kit.sample.make')}
        </Button>
      }
    >
      {t('kit.problem.sample-workspace.todo')}
    </Notice>
  )
}
