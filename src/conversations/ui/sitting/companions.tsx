import {
  Badge,
  IconButton,
  ProblemNotice,
  Section,
  Select,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { companionParts, type CompanionPart } from '../../sittings/sitting.schema.ts'
import { useMembers } from '../conversations-data.ts'
import { useSetCompanions, type SittingShown } from './sitting-data.ts'

/** Colleagues who sit in: one writes, others listen. The participant is told. */
export function Companions({ sitting, mayPlan }: { sitting: SittingShown; mayPlan: boolean }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const members = useMembers().data?.members ?? []
  const save = useSetCompanions()
  const set = (companions: { memberId: string; part: CompanionPart }[]) =>
    void save
      .mutateAsync({ path: { workspaceId, sittingId: sitting.sittingId }, body: { companions } })
      .catch(() => undefined)
  const now = sitting.companions.map(({ memberId, part }) => ({ memberId, part }))
  const free = members.filter(
    ({ memberId }) =>
      memberId !== sitting.interviewer?.memberId && !now.some((one) => one.memberId === memberId),
  )
  return (
    <Section title={t('conversations.companions')} lead={t('conversations.companions.lead')}>
      {save.error && <ProblemNotice problem={save.error} />}
      <ul className="mb-3 flex flex-col gap-1">
        {sitting.companions.map(({ memberId, name, part }) => (
          <li key={memberId} className="flex items-center gap-3">
            <span>{name}</span>
            <Badge>{t(`conversations.companion.${part}`)}</Badge>
            {mayPlan && (
              <IconButton
                icon="close"
                label={t('conversations.companion.remove', { name })}
                onPress={() => set(now.filter((one) => one.memberId !== memberId))}
              />
            )}
          </li>
        ))}
      </ul>
      {mayPlan && (
        <div className="grid max-w-lg gap-3 md:grid-cols-2">
          {companionParts.map((part) => (
            <Select
              key={`${part} ${now.length}`}
              label={t(`conversations.companion.add.${part}`)}
              options={free.map(({ memberId, name }) => ({ id: memberId, label: name }))}
              onChange={(memberId) => set([...now, { memberId, part }])}
            />
          ))}
        </div>
      )}
    </Section>
  )
}
