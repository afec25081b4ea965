import { z } from 'zod'
import { type Room, route } from '../platform/index.ts'
import { WorkspaceId, memberOrKey, workspaceSettings } from '../workspace/index.ts'
import { listBases } from './bases.ts'
import { consentHoldings } from './holdings.ts'
import { countPurposes } from './history.ts'
import { bases, purposes, reasons } from './purposes.ts'

const inWorkspace = z.object({ workspaceId: WorkspaceId })
export const BasesBody = z.partialRecord(
  z.enum(purposes),
  z.object({ basis: z.enum(bases), evidence: z.string().max(2000).optional() }),
)

export const consentRoutes = [
  route('GET /api/w/{workspaceId}/consent/purposes', {
    summary: 'How many people may be used for each purpose, and why the others may not',
    access: memberOrKey('people.count'),
    params: inWorkspace,
    answer: z.object({
      asOf: z.string(),
      minimum: z.int(),
      people: z.int(),
      purposes: z.array(
        z.object({
          purpose: z.enum(purposes),
          may: z.int(),
          /** Reasons that at least the minimum share; `fewer` names those that fewer do. */
          leftOut: z.array(z.object({ reason: z.enum(reasons), people: z.int() })),
          fewer: z.array(z.object({ reason: z.enum(reasons) })),
          others: z.enum(['nobody', 'few', 'not told']),
        }),
      ),
    }),
    handle: async ({ app, params: { workspaceId } }) => {
      const { minimumGroup: minimum } = await workspaceSettings(app, workspaceId)
      const counted = await countPurposes(app, { workspaceId, minimum })
      return { ...counted, asOf: counted.asOf.toISOString(), minimum }
    },
  }),
  route('GET /api/w/{workspaceId}/consent/bases', {
    summary: 'What every source, key and study says its uses rest on',
    access: memberOrKey('consent.read'),
    params: inWorkspace,
    answer: z.object({
      bases: z.array(
        z.object({
          declarerKind: z.string(),
          declarerId: z.string(),
          purpose: z.enum(purposes),
          basis: z.enum(bases),
          evidence: z.string().nullable(),
          declaredAt: z.string(),
        }),
      ),
    }),
    handle: async ({ app, params }) => {
      const declared = await listBases(app.pg, params.workspaceId)
      return { bases: declared.map((row) => ({ ...row, declaredAt: row.declaredAt.toISOString() })) }
    },
  }),
] as const

export const consentRoom: Room = { name: 'consent', routes: consentRoutes, holdings: consentHoldings }
