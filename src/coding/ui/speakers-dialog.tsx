import { useState } from 'react'
import { Button, Dialog, ProblemNotice, TextField, useText, useWorkspace } from '../../../web/kit/index.ts'
import { useRemoveSpeaker, useRenameSpeaker, type TranscriptShown } from './coding-data.ts'
import { speakerName } from './speaker-options.ts'

type SpeakersProps = { interview: TranscriptShown; isOpen: boolean; onClose: () => void }

/** Who speaks in an interview: rename who is no participant, take out who says nothing any more. */
export function SpeakersDialog({ interview, isOpen, onClose }: SpeakersProps) {
  const t = useText()
  return (
    <Dialog title={t('coding.speakers.title')} isOpen={isOpen} onClose={onClose}>
      <p className="text-sm text-soft">{t('coding.speakers.what')}</p>
      <ul className="flex flex-col gap-4">
        {interview.speakers.map((speaker) => (
          <li key={speaker.speakerId}>
            <Speaker interview={interview} speaker={speaker} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function Speaker({
  interview,
  speaker,
}: {
  interview: TranscriptShown
  speaker: TranscriptShown['speakers'][number]
}) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const rename = useRenameSpeaker()
  const remove = useRemoveSpeaker()
  const { speakerId, label, role, withheld } = speaker
  const shown = speakerName(t, speaker)
  const [typed, write] = useState<string>()
  const name = typed ?? label ?? ''
  const turns = interview.utterances.filter((one) => one.speakerId === speakerId).length
  const path = { workspaceId, speakerId }
  const problem = rename.error ?? remove.error
  return (
    <div className="flex flex-col gap-2">
      {problem && <ProblemNotice problem={problem} />}
      <div className="flex flex-wrap items-end gap-2">
        {role === 'participant' ? (
          <p className="grow font-medium">{shown}</p>
        ) : (
          <div className="min-w-0 grow">
            <TextField
              label={t('coding.speakers.rename', { name: shown })}
              value={name}
              onChange={write}
              maxLength={200}
            />
          </div>
        )}
        {role !== 'participant' && (
          <Button
            isDisabled={name.trim() === '' || name.trim() === label}
            isPending={rename.isPending}
            onPress={() =>
              rename.mutate(
                { path, body: { name: name.trim(), before: label } },
                { onSuccess: () => write(undefined) },
              )
            }
          >
            {t('kit.save')}
          </Button>
        )}
        {turns === 0 && withheld === null && (
          <Button look="quiet" isPending={remove.isPending} onPress={() => remove.mutate({ path })}>
            {t('coding.speakers.remove', { name: shown })}
          </Button>
        )}
      </div>
      {rename.data && rename.data.name !== rename.variables.body.name && (
        <p className="text-sm" role="status">
          {t('coding.speakers.replaced', { name: rename.data.name })}
        </p>
      )}
      <p className="text-xs text-soft">
        {t(`coding.role.${role}`)} · {t('coding.speakers.turns', { n: turns })}
      </p>
    </div>
  )
}
