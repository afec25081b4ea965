import {
  FileDrop,
  Notice,
  ProblemNotice,
  Progress,
  useFormat,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { rememberedUpload } from './unfinished-upload.ts'
import { useFileUpload } from './use-file-upload.ts'

/** The place to drop a file, how far it is on its way, and what stopped it. */
export function FileUpload({
  label,
  isBusy,
  onUploaded,
}: {
  label: string
  /** `yes` while the server looks at what was sent. */
  isBusy: 'yes' | 'no'
  onUploaded: (uploadId: string) => void
}) {
  const t = useText()
  const format = useFormat()
  const { id: workspaceId } = useWorkspace()
  const { current, send } = useFileUpload()
  const unfinished = current.state === 'idle' ? rememberedUpload(workspaceId) : null
  if (isBusy === 'yes') return <Progress label={t('collect.upload.looking')} />
  if (current.state === 'sending')
    return (
      <Progress
        label={t('collect.upload.sending', { name: current.name })}
        share={current.total === 0 ? 0 : current.received / current.total}
        onCancel={current.stop}
      >
        {t('collect.upload.sent', {
          received: format.bytes(current.received),
          total: format.bytes(current.total),
        })}
      </Progress>
    )
  return (
    <div className="flex flex-col gap-4">
      {unfinished && (
        <Notice title={t('collect.upload.unfinished', { name: unfinished.name })}>
          {t('collect.upload.unfinished.todo')}
        </Notice>
      )}
      {current.state === 'failed' && <ProblemNotice problem={current.problem} />}
      <FileDrop
        label={label}
        description={t('collect.upload.kinds')}
        accept=".csv,.tsv,.txt,.xlsx,.json,.jsonl,.ndjson"
        onFiles={([file]) => {
          if (file)
            void send(file).then((uploadId) => {
              if (uploadId !== undefined) onUploaded(uploadId)
            })
        }}
      />
    </div>
  )
}
