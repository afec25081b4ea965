import {
  onCorrecting,
  onLabelWritten,
  onTeamWords,
  onUtteranceCorrected,
  onWordsBrought,
  onWordsMoved,
} from '../conversations/index.ts'
import type { Room } from '../platform/index.ts'
import { wireCatchUp } from './catch-up.ts'
import { followCorrection, followLabel, followMovedWords, holdToFollow } from './follow.ts'
import { confidentialityHoldings } from './holdings.ts'
import { replaceKnown } from './read-through.ts'
import { confidentialityRoutes } from './routes.ts'
import { hideNames } from './team-words.ts'

/** What tells who somebody is, and what stands in its place. */
export const confidentialityRoom: Room = {
  name: 'confidentiality',
  routes: confidentialityRoutes,
  wire: (app) => {
    onCorrecting(holdToFollow)
    onUtteranceCorrected(followCorrection)
    onLabelWritten(followLabel)
    onWordsBrought(replaceKnown)
    onWordsMoved(followMovedWords)
    onTeamWords(hideNames)
    wireCatchUp(app)
    app.outbox.subscribe('person.merged', async ({ workspaceId, payload: { fromNo, intoNo } }) => {
      await app.pg
        .updateTable('pseudonyms')
        .set({ person_no: intoNo })
        .where('workspace_id', '=', workspaceId)
        .where('person_no', '=', fromNo)
        .execute()
    })
  },
  holdings: confidentialityHoldings,
}
