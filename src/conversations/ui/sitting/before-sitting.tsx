import { useState } from 'react'
import {
  Badge,
  Button,
  Checkbox,
  Notice,
  PageHeader,
  Section,
  keepsPages,
  useMay,
  useFormat,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { gathers, sessionSize } from '../../study-kinds.ts'
import { AgreementsDialog } from '../agreements-dialog.tsx'
import { useParticipantChoices } from '../conversations-data.ts'
import { Standing } from '../participant-standing.tsx'
import { Companions } from './companions.tsx'
import { MoveSitting } from './move-sitting.tsx'
import { HandedOver, TakeOver } from './take-over.tsx'
import { SayOutcome } from './say-outcome.tsx'
import type { SittingProps } from './sitting-page.tsx'
import { useWhen, useWho } from './sitting-words.ts'

/** A planned conversation: who meets whom and when, who sits in, what was agreed to, and its beginning. */
export function BeforeSitting({ sitting, study, notes }: SittingProps) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const who = useWho()
  const when = useWhen()
  const mayWrite = useMay('studies.write')
  const mayPlan = mayWrite || sitting.mine === 'interviewer' || sitting.mine === 'lead'
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={who(sitting)}
        lead={`${when(sitting)} · ${format.language(sitting.language)}`}
        back={{ href: `/w/${id}/studies/${sitting.studyId}`, label: sitting.study }}
        actions={
          <>
            <TakeOver sitting={sitting} />
            {mayPlan && <Changes sitting={sitting} />}
          </>
        }
      />
      <div className="flex flex-col gap-8">
        <HandedOver sitting={sitting} />
        {sitting.due === 'outcome' && (
          <Notice look="warning" title={t('conversations.sitting.outcome')}>
            {t('conversations.sitting.outcome.todo')}
          </Notice>
        )}
        <p>
          {sitting.interviewer === null
            ? t('conversations.sitting.nobody.asks')
            : t('conversations.sitting.asks', { name: sitting.interviewer.name })}
        </p>
        {gathers(sitting.kind) && (
          <>
            <p>
              {t('conversations.sitting.seats', {
                taken: sitting.people.length,
                seats: sessionSize({ kind: study.kind, asked: study.sessionSize }),
              })}
            </p>
            <Notice title={t('conversations.group.caution')}>{t('conversations.group.caution.todo')}</Notice>
          </>
        )}
        {sitting.people.some(({ known }) => known?.tookAllBack) && (
          <Notice look="warning" title={t('conversations.problem.participant-took-back')}>
            {t('conversations.sitting.took.back.todo')}
          </Notice>
        )}
        {sitting.mine !== 'outside' && sitting.people.length > 0 && (
          <Agreements sitting={sitting} study={study} />
        )}
        <Companions sitting={sitting} mayPlan={mayPlan} />
        {sitting.mine === 'interviewer' && sitting.people.length > 0 && (
          <Begin sitting={sitting} notes={notes} />
        )}
        {(sitting.mine === 'note-taker' || sitting.mine === 'observer') && (
          <Notice title={t(`conversations.sitting.wait.${sitting.mine}`)} />
        )}
      </div>
    </div>
  )
}

function Begin({ sitting, notes }: Pick<SittingProps, 'sitting' | 'notes'>) {
  const t = useText()
  const [isTold, tell] = useState(false)
  const { companions } = sitting
  const isReady = companions.length === 0 || isTold
  return (
    <Section title={t('conversations.sitting.begin.title')} lead={t('conversations.sitting.begin.lead')}>
      {companions.length > 0 && (
        <Checkbox isSelected={isTold} onChange={tell}>
          {t('conversations.sitting.told', { names: companions.map(({ name }) => name).join(', ') })}
        </Checkbox>
      )}
      <div className="mt-3">
        <Button
          look="primary"
          isDisabled={!isReady}
          onPress={() => notes.write({ kind: 'begin', lines: companions.map(({ memberId }) => memberId) })}
        >
          {t('conversations.sitting.begin')}
        </Button>
      </div>
      {!keepsPages() && (
        <p className="mt-3 max-w-prose text-sm text-soft">{t('conversations.offline.never')}</p>
      )}
    </Section>
  )
}

/** What each agreed to; without a yes to analysing, nobody may read the notes a day later. */
function Agreements({ sitting, study }: Pick<SittingProps, 'sitting' | 'study'>) {
  const t = useText()
  const mayWrite = useMay('studies.write')
  const { data } = useParticipantChoices(sitting.studyId)
  const [changing, change] = useState<string>()
  const ids = new Set(sitting.people.map(({ known }) => known?.participantId))
  const people = data?.items.filter(({ participantId }) => ids.has(participantId)) ?? []
  const open = people.find(({ participantId }) => participantId === changing)
  return (
    <Section title={t('conversations.agreements')} lead={t('conversations.sitting.agreements.lead')}>
      <ul className="flex flex-col gap-2">
        {people.map((participant) => (
          <li key={participant.participantId} className="flex flex-wrap items-center gap-3">
            <span>{participant.pseudonym}</span>
            <Standing participant={participant} />
            {mayWrite && (
              <Button look="quiet" onPress={() => change(participant.participantId)}>
                {t('kit.edit')}
                <span className="sr-only"> {participant.pseudonym}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open && <AgreementsDialog participant={open} study={study} onClose={() => change(undefined)} />}
    </Section>
  )
}

function Changes({ sitting }: Pick<SittingProps, 'sitting'>) {
  const t = useText()
  const [isMoving, move] = useState(false)
  return (
    <>
      <Button onPress={() => move(true)}>{t('conversations.sitting.move')}</Button>
      <SayOutcome sitting={sitting} />
      {isMoving && <MoveSitting sitting={sitting} onClose={() => move(false)} />}
    </>
  )
}

/** The state of a sitting in a word. */
export function SittingState({ sitting }: Pick<SittingProps, 'sitting'>) {
  const t = useText()
  if (sitting.people.some(({ known }) => known?.tookAllBack))
    return <Badge look="danger">{t('conversations.standing.all.back')}</Badge>
  if (sitting.due !== 'nothing')
    return (
      <Badge look={sitting.due === 'notes' ? 'accent' : 'warning'}>
        {t(`conversations.sitting.due.${sitting.due.replace(' ', '-')}`)}
      </Badge>
    )
  const isRunning = sitting.state === 'held' && sitting.endedAt === null && sitting.beganAt !== null
  const look = sitting.state === 'missed' ? 'warning' : sitting.state === 'held' ? 'good' : 'neutral'
  return (
    <Badge look={isRunning ? 'accent' : look}>
      {t(`conversations.sitting.state.${isRunning ? 'running' : sitting.state}`)}
    </Badge>
  )
}
