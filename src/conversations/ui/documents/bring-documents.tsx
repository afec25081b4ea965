import { useState } from 'react'
import {
  FileDrop,
  Loaded,
  ProblemNotice,
  Progress,
  Select,
  TextField,
  useText,
} from '../../../../web/kit/index.ts'
import { useParticipantChoices } from '../conversations-data.ts'
import { useBringDocuments, type Bringing } from './documents-data.ts'

/** Says whose they are, then takes photos and PDFs. */
export function BringDocuments({ studyId }: { studyId: string }) {
  const t = useText()
  const participants = useParticipantChoices(studyId)
  const { files, isBusy, bring } = useBringDocuments(studyId)
  const [whose, choose] = useState('')
  const [day, write] = useState('')
  const happenedOn = /^\d{4}-\d{2}-\d{2}$/u.test(day) ? day : null
  return (
    <Loaded query={participants}>
      {({ items }) => (
        <div className="mb-10 flex flex-col gap-4">
          <div className="grid gap-4 sm:grid-cols-2">
            <Select
              label={t('conversations.documents.whose')}
              description={t('conversations.documents.whose.why')}
              value={whose}
              onChange={choose}
              options={[
                { id: '', label: t('conversations.documents.nobody') },
                ...items.map(({ participantId, pseudonym, recording }) => ({
                  id: participantId,
                  label: pseudonym,
                  ...(recording === 'given' ? {} : { note: t('conversations.documents.not.agreed') }),
                })),
              ]}
            />
            <TextField label={t('conversations.documents.day')} type="date" value={day} onChange={write} />
          </div>
          <FileDrop
            label={t('conversations.documents.drop')}
            description={t('conversations.documents.drop.kinds')}
            accept=".jpg,.jpeg,.png,.webp,.heic,.pdf"
            many="many"
            onFiles={(chosen) => {
              if (!isBusy) void bring(chosen, { participantId: whose === '' ? null : whose, happenedOn })
            }}
          />
          <ul aria-live="polite" className="flex flex-col gap-2">
            {files.map((file) => (
              <li key={file.key}>
                <Outcome file={file} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Loaded>
  )
}

function Outcome({ file }: { file: Bringing }) {
  const t = useText()
  const { name } = file
  if (file.state === 'sending')
    return <Progress label={t('conversations.documents.sending', { name })} share={file.share} />
  if (file.state === 'failed')
    return (
      <div className="flex flex-col gap-1">
        <p className="text-sm font-medium wrap-anywhere">{name}</p>
        <ProblemNotice problem={file.problem} />
      </div>
    )
  const said = file.state === 'known' ? 'known' : file.placeRemoved ? 'kept.place' : 'kept'
  return <p className="text-sm">{t(`conversations.documents.${said}`, { name })}</p>
}
