import { useMay, useWorkspace } from '../../../../web/kit/index.ts'
import { PlaySound, useAudible } from '../../../conversations/ui/index.ts'
import { soundOfHighlight, soundOfTurn } from './sound-data.ts'

type Played = { interviewId: string; utteranceId: string; highlightId?: string | null; who: string }

/** Beside a quote: hear it, where its conversation has a recording that may be heard now; else nothing. Without a coded passage the whole turn is heard. */
export function PlayQuote({ quote }: { quote: Played }) {
  const { id: workspaceId } = useWorkspace()
  const mayRead = useMay('transcripts.read')
  const audible = useAudible(mayRead ? 'yes' : 'no')
  if (!audible.data?.interviewIds.some((id) => id === quote.interviewId)) return null
  const { highlightId, utteranceId } = quote
  const find = () =>
    typeof highlightId === 'string'
      ? soundOfHighlight({ workspaceId, highlightId })
      : soundOfTurn({ workspaceId, utteranceId })
  return <PlaySound who={quote.who} find={find} />
}
