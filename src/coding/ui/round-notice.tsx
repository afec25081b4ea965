import { Button, Notice, useText, useWorkspace, type Answer } from '../../../web/kit/index.ts'

type Round = Answer<'GET /api/w/{workspaceId}/interviews/{interviewId}/highlights'>['round']

/** Above a conversation that is being double coded: what that means for who reads it. */
export function RoundNotice({ round }: { round: Round }) {
  const t = useText()
  const { id } = useWorkspace()
  if (round === null) return null
  return (
    <div className="mb-6">
      <Notice
        title={t(`coding.reader.round.${round.part}`, { name: round.name })}
        action={
          <Button href={`/w/${id}/double-coding/${round.roundId}`}>{t('coding.reader.round.open')}</Button>
        }
      >
        {t(`coding.reader.round.${round.part}.why`)}
      </Notice>
    </div>
  )
}
