import { useMay, useWorkspace } from '../../../../web/kit/index.ts'
import { PlaySound, useAudible } from '../../../conversations/ui/index.ts'
import { soundOfHighlight } from './sound-data.ts'

/** Beside a quote: hear it, where its conversation has a recording that may be heard now; else nothing. */
export function PlayQuote({ quote }: { quote: { highlightId: string; interviewId: string; who: string } }) {
  const { id: workspaceId } = useWorkspace()
  const mayRead = useMay('transcripts.read')
  const audible = useAudible(mayRead ? 'yes' : 'no')
  if (!audible.data?.interviewIds.some((id) => id === quote.interviewId)) return null
  return (
    <PlaySound
      who={quote.who}
      find={() => soundOfHighlight({ workspaceId, highlightId: quote.highlightId })}
    />
  )
}
