import { useState } from 'react'
import {
  Button,
  ComboBox,
  Dialog,
  IconButton,
  ProblemNotice,
  TextField,
  useGo,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { gathers, usualFor } from '../../study-kinds.ts'
import { useParticipantChoices, type StudyShown } from '../conversations-data.ts'
import { usePlanSitting } from './sitting-data.ts'
import { SittingFields, localMinute, sentWhen, type When } from './sitting-fields.tsx'

type Seated = { participantId: string; label: string; called: string }

/** Plans a conversation with somebody who takes part: with one person, or as many as the kind of study meets at once. */
export function PlanSitting({ study, onClose }: { study: StudyShown; onClose: () => void }) {
  const t = useText()
  const go = useGo()
  const { id: workspaceId } = useWorkspace()
  const plan = usePlanSitting()
  const [people, seat] = useState<Seated[]>([])
  const [value, change] = useState<When>(() => ({
    startsAt: localMinute(nextHour()),
    minutes: String(minutesOf(study)),
    language: study.language,
    interviewerId: '',
  }))
  const sent = sentWhen(value)
  const save = async () => {
    if (!sent) return
    const { sittingId } = await plan.mutateAsync({
      path: { workspaceId, studyId: study.studyId },
      body: { ...sent, people: people.map(({ participantId, called }) => ({ participantId, called })) },
    })
    go(`/w/${workspaceId}/sittings/${sittingId}`)
  }
  return (
    <Dialog
      title={t('conversations.sitting.plan')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            isDisabled={(people.length === 0 && !gathers(study.kind)) || !sent}
            isPending={plan.isPending}
            onPress={() => void save().catch(() => undefined)}
          >
            {t('conversations.sitting.plan')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t('kit.cancel')}
          </Button>
        </>
      }
    >
      {plan.error && <ProblemNotice problem={plan.error} />}
      <People study={study} people={people} onChange={seat} />
      <SittingFields value={value} languages={[study.language, ...study.languages]} onChange={change} />
    </Dialog>
  )
}

type PeopleProps = { study: StudyShown; people: readonly Seated[]; onChange: (people: Seated[]) => void }

function People({ study, people, onChange }: PeopleProps) {
  const t = useText()
  const choices = useParticipantChoices(study.studyId).data?.items ?? []
  const { most } = usualFor[study.kind].people
  const free = choices.filter(
    (one) => !one.tookAllBack && !people.some(({ participantId }) => participantId === one.participantId),
  )
  const closed = choices.filter(({ tookAllBack }) => tookAllBack)
  return (
    <div className="flex flex-col gap-3">
      {people.map((one) => (
        <div key={one.participantId} className="flex items-end gap-2">
          <div className="grow">
            <TextField
              label={t('conversations.sitting.called', { who: one.label })}
              description={t('conversations.sitting.called.hint')}
              value={one.called}
              onChange={(called) =>
                onChange(people.map((each) => (each === one ? { ...each, called } : each)))
              }
            />
          </div>
          <IconButton
            icon="close"
            label={t('conversations.sitting.person.remove', { who: one.label })}
            onPress={() => onChange(people.filter((each) => each !== one))}
          />
        </div>
      ))}
      {people.length < most && (
        <ComboBox
          label={t('conversations.participant')}
          description={t(`conversations.sitting.${invitationTo(study.kind)}`, { most })}
          isRequired={!gathers(study.kind)}
          clearsOnChoice
          options={free.map(({ participantId, pseudonym }) => ({ id: participantId, label: pseudonym }))}
          onChange={(id) => {
            const chosen = free.find(({ participantId }) => participantId === id)
            if (chosen)
              onChange([
                ...people,
                { participantId: chosen.participantId, label: chosen.pseudonym, called: '' },
              ])
          }}
        />
      )}
      {closed.length > 0 && (
        <p className="text-sm text-soft">
          {t('conversations.sitting.not.offered', {
            names: closed.map(({ pseudonym }) => pseudonym).join(', '),
          })}
        </p>
      )}
    </div>
  )
}

function invitationTo(kind: StudyShown['kind']): 'one' | 'several' | 'group' {
  if (gathers(kind)) return 'group'
  return usualFor[kind].people.most === 1 ? 'one' : 'several'
}

function nextHour(): Date {
  const hour = 3_600_000
  return new Date(Math.ceil((Date.now() + 1) / hour) * hour)
}

/** As long as the guide says, or an hour. */
function minutesOf(study: StudyShown): number {
  return study.guide.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) || 60
}
