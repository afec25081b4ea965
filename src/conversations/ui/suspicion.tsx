import { useState } from 'react'
import {
  Badge,
  Button,
  Dialog,
  Form,
  Notice,
  Select,
  TextArea,
  useFormat,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { suspicionFields, type SuspicionField } from '../study.schema.ts'
import { useAmendStudy, type StudyShown } from './conversations-data.ts'

/** What was suspected before the first conversation, when it was locked, and what was written beside it since. */
export function Suspicion({ study }: { study: StudyShown }) {
  const t = useText()
  const format = useFormat()
  const mayWrite = useMay('studies.write')
  const [isOpen, open] = useState(false)
  return (
    <div className="flex flex-col gap-6">
      {suspicionFields.map((field) => (
        <Suspected key={field} field={field} study={study} />
      ))}
      {study.lockedAt === null ? (
        <p className="text-sm text-soft">{t('conversations.open.hint')}</p>
      ) : (
        <Notice
          title={t('conversations.locked', { at: format.dateTime(study.lockedAt) })}
          action={mayWrite && <Button onPress={() => open(true)}>{t('conversations.amend')}</Button>}
        >
          {t('conversations.locked.hint')}
          {study.suspicionReplacedAt !== null &&
            ` ${t('conversations.locked.replaced', { at: format.dateTime(study.suspicionReplacedAt) })}`}
        </Notice>
      )}
      {isOpen && <Amending study={study} onClose={() => open(false)} />}
    </div>
  )
}

function Suspected({ field, study }: { field: SuspicionField; study: StudyShown }) {
  const t = useText()
  const format = useFormat()
  const text = study[field]
  return (
    <div>
      <h2 className="font-semibold">{t(`conversations.field.${field}`)}</h2>
      <p className={`mt-1 whitespace-pre-line ${text ? '' : 'text-soft'}`}>
        {text || t('conversations.not.written')}
      </p>
      {study.amendments
        .filter((amendment) => amendment.field === field)
        .map(({ text: amended, why, at, by }) => (
          <div key={at} className="mt-3 border-l-2 border-accent pl-4">
            <div className="flex flex-wrap items-baseline gap-2 text-sm text-soft">
              <Badge>{t('conversations.amended')}</Badge>
              {format.dateTime(at)}
              {by !== null && <span>{by}</span>}
            </div>
            <p className="mt-1 whitespace-pre-line">{amended}</p>
            <p className="mt-1 text-sm whitespace-pre-line text-soft">
              {t('conversations.amended.why', { why })}
            </p>
          </div>
        ))}
    </div>
  )
}

function Amending({ study, onClose }: { study: StudyShown; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const amend = useAmendStudy()
  const [field, choose] = useState<SuspicionField>('hypothesis')
  return (
    <Dialog title={t('conversations.amend')} isOpen onClose={onClose}>
      <p className="text-soft">{t('conversations.amend.hint')}</p>
      <Form
        problem={amend.error}
        onSubmit={async ({ text = '', why = '' }) => {
          await amend.mutateAsync({
            path: { workspaceId, studyId: study.studyId },
            body: { field, text, why },
          })
          toast({ text: t('conversations.amended.done') })
          onClose()
        }}
      >
        <Select
          label={t('conversations.amend.field')}
          isRequired
          value={field}
          onChange={(id) => choose(suspicionFields.find((known) => known === id) ?? 'hypothesis')}
          options={suspicionFields.map((id) => ({ id, label: t(`conversations.field.${id}`) }))}
        />
        <TextArea name="text" label={t('conversations.amend.text')} isRequired rows={3} maxLength={5000} />
        <TextArea name="why" label={t('conversations.amend.why')} isRequired rows={2} maxLength={2000} />
        <Button type="submit" look="primary" isPending={amend.isPending}>
          {t('kit.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
