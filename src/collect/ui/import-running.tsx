import {
  Button,
  Notice,
  ProblemError,
  ProblemNotice,
  Progress,
  useFormat,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useCancelImport, useResumeImport, type Import } from './collect-data.ts'

/** How far a running import is, and the way to stop it. */
export function ImportRunning({ found }: { found: Import }) {
  const t = useText()
  const format = useFormat()
  const { id: workspaceId } = useWorkspace()
  const cancel = useCancelImport()
  const resume = useResumeImport()
  const call = { path: { workspaceId, importId: found.id } }
  const share =
    found.total === null || found.total === 0 ? undefined : Math.min(1, found.processed / found.total)
  return (
    <div className="flex flex-col gap-6">
      {cancel.error && <ProblemNotice problem={cancel.error} />}
      {found.problem !== null && <ImportProblem id={found.problem} />}
      {found.stalled && (
        <Notice
          look="warning"
          title={t('collect.running.stalled')}
          action={<Button onPress={() => resume.mutate(call)}>{t('collect.resume')}</Button>}
        >
          {t('collect.running.stalled.todo')}
        </Notice>
      )}
      <Progress
        label={t(found.waits ? 'collect.running.waits' : 'collect.running')}
        share={share}
        onCancel={() => cancel.mutate(call)}
      >
        {t('collect.running.rows', {
          done: format.number(found.processed),
          people: format.number(found.people.new + found.people.known),
          rejected: format.number(found.rejected),
        })}
      </Progress>
      <p className="max-w-prose text-sm text-soft">{t('collect.running.leave')}</p>
    </div>
  )
}

/** What stopped an import, in the reader's language. */
export function ImportProblem({ id }: { id: string }) {
  return <ProblemNotice problem={new ProblemError({ id, status: 0, title: '', detail: '' })} />
}
