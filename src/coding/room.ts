import type { LedgerPurpose } from '../consent/index.ts'
import { onUtteranceCorrected, onWordsMoved } from '../conversations/index.ts'
import { namesIn, type Room } from '../platform/index.ts'
import { tellReaders } from './coding-changes.ts'
import { followCorrection } from './corrections.ts'
import { mergeInExports } from './exchange/exported-people.ts'
import { codingHoldings } from './holdings.ts'
import { forgetInVivoNames } from './in-vivo-names.ts'
import { mergeInMemos } from './memos/person-memos.ts'
import { followMovedWords } from './moved-words.ts'
import { forgetAnswers } from './open-answers/kept-answers.ts'
import { codingRoutes } from './routes.ts'
import { forgetSaidInCodes } from './said-in-codes.ts'
import { wireSearch } from './search/read-in.ts'
import { mergeSummaries } from './views/person-summaries.ts'

/** Whoever may be written to, or not, changes nothing of what may be read. */
const ofReading: ReadonlySet<string> = new Set<LedgerPurpose>([
  'analysis',
  'conversation_analysis',
  'quoting',
  'recording',
])

export const codingRoom: Room = {
  name: 'coding',
  routes: codingRoutes,
  wire: (app) => {
    onUtteranceCorrected(followCorrection)
    onWordsMoved(followMovedWords)
    wireSearch(app)
    app.outbox.subscribe('permission.changed', async ({ workspaceId, payload: { purposes } }) => {
      if (purposes?.every((purpose) => !ofReading.has(purpose))) return
      await forgetInVivoNames(app, { workspaceId })
      await forgetSaidInCodes(app, { workspaceId })
      await forgetAnswers(app, workspaceId)
      await tellReaders(app.pg, workspaceId)
    })
    app.outbox.subscribe('person.merged', async ({ workspaceId, payload: { fromNo, intoNo } }) => {
      await app.pg.transaction().execute(async (tx) => {
        await mergeInExports(tx, { workspaceId, fromNo, intoNo })
        await mergeInMemos(tx, { workspaceId, fromNo, intoNo })
        await mergeSummaries(tx, { workspaceId, fromNo, intoNo })
      })
    })
  },
  holdings: codingHoldings,
  subjects: {
    code: { may: 'coding.read', names: namesIn({ table: 'codes', column: 'name', kept: 'until removed' }) },
    codebook: {
      may: 'coding.read',
      names: namesIn({ table: 'codebooks', column: 'name', kept: 'until removed' }),
    },
    round: { may: 'coding.read', names: namesIn({ table: 'coding_rounds', column: 'name' }) },
    'quote set': {
      may: 'coding.read',
      names: namesIn({ table: 'quote_sets', column: 'name', kept: 'until removed' }),
    },
  },
}
