import { Badge, useText, type BadgeLook } from '../../../web/kit/index.ts'
import type { ParticipantShown } from './conversations-data.ts'

/** What a participant agreed to, in three words. */
export function Standing({ participant }: { participant: ParticipantShown }) {
  const t = useText()
  if (participant.tookAllBack) return <Badge look="danger">{t('conversations.standing.all.back')}</Badge>
  return (
    <span className="flex flex-wrap gap-1">
      <Badge look={recordingLooks[participant.recording]}>
        {t(
          `conversations.recording.${participant.recording === 'not asked' ? 'open' : participant.recording}`,
        )}
      </Badge>
      <Badge look={lookOf(participant.conversation_analysis)}>
        {t(`conversations.standing.analysis.${keyOf(participant.conversation_analysis)}`)}
      </Badge>
      <Badge look={lookOf(participant.quoting)}>
        {t(`conversations.standing.quoting.${keyOf(participant.quoting)}`)}
      </Badge>
    </span>
  )
}

const recordingLooks: Record<ParticipantShown['recording'], BadgeLook> = {
  given: 'good',
  refused: 'danger',
  'not asked': 'neutral',
}

/** Three words are enough here: may, took it back, or was not asked yet. */
function keyOf(reason: string): 'may' | 'no' | 'open' {
  if (reason === 'may') return 'may'
  return reason === 'withdrawn' || reason === 'objected' ? 'no' : 'open'
}

function lookOf(reason: string): BadgeLook {
  return ({ may: 'good', no: 'danger', open: 'neutral' } as const)[keyOf(reason)]
}
