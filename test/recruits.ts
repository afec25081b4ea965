import { sql } from 'kysely'
import { recordConsent } from '../src/consent/index.ts'
import { createStudy, type StudyDraft } from '../src/conversations/index.ts'
import { defineTraits, resolvePeople, writeFacts } from '../src/people/index.ts'
import type { App } from '../src/platform/index.ts'
import { linkToken } from '../src/platform/index.ts'
import { createSet, listSets } from '../src/segments/index.ts'
import { createSource } from '../src/sources/index.ts'
import type { SegmentId } from '../src/workspace/index.ts'
import type { TestMember } from './members.ts'

export type Recruit = {
  email: string | null
  /** Their traits, e.g. `{ job: 'nurse', language: 'da' }`. */
  traits: Record<string, string>
  /** What they said to being invited; left out: nothing. */
  said?: 'given' | 'withdrawn' | 'objected'
}

/** Brings people in as a customer file would, who may be analysed, and invited where they said so. Returns their numbers in order. */
export async function bringRecruits(
  app: App,
  { workspaceId }: Pick<TestMember, 'workspaceId'>,
  recruits: readonly Recruit[],
): Promise<number[]> {
  const source = await createSource(app, {
    workspaceId,
    name: 'Customers',
    party: 'first',
    origin: 'told',
    kind: 'file',
    bases: { analysis: { basis: 'legitimate interest' }, invitation: { basis: 'consent' } },
    by: undefined,
  })
  const resolved = await resolvePeople(app, {
    workspaceId,
    sourceId: source.id,
    trust: 'trusted',
    rows: recruits.map(({ email }, at) => ({
      identifiers:
        email === null
          ? [{ kind: 'customer_id', value: `c-${workspaceId}-${at}` }]
          : [{ kind: 'email', value: email }],
    })),
  })
  const nos = resolved.map((one) => {
    if (one.state === 'refused') throw new Error(one.why)
    return one.personNo
  })
  const traits = [...new Set(recruits.flatMap((one) => Object.keys(one.traits)))]
  await defineTraits(app, {
    workspaceId,
    traits: traits.map((trait) => ({ trait, class: 'demographic', type: 'category' })),
  })
  const at = new Date('2026-01-01T00:00:00Z')
  await writeFacts(app, {
    workspaceId,
    sourceId: source.id,
    facts: traits.flatMap((trait) =>
      recruits.flatMap((one, index) => {
        const text = one.traits[trait]
        if (text === undefined) return []
        return [
          {
            personNo: nos[index] ?? 0,
            trait,
            text,
            num: null,
            origin: 'told' as const,
            class: 'demographic' as const,
            at,
          },
        ]
      }),
    ),
  })
  await recordConsent(app, {
    workspaceId,
    entries: recruits.flatMap(({ said }, index) =>
      said === undefined
        ? []
        : [
            {
              personNo: nos[index] ?? 0,
              purpose: 'invitation' as const,
              state: said,
              happenedAt: at,
              channel: 'by hand',
              actor: { kind: 'member' },
            },
          ],
    ),
  })
  return nos
}

/** A segment of those with a job; returns its id. */
export async function segmentOfJob(app: App, by: TestMember, job: string): Promise<SegmentId> {
  const { workspaceId, actor } = by
  const setId = await createSet(app, {
    workspaceId,
    by: actor,
    name: `All ${job}s`,
    audience: [],
    outcome: null,
    rules: [{ name: `${job}s`, all: [{ kind: 'trait', trait: 'job', op: 'is', value: job }] }],
  })
  const set = (await listSets(app.pg, workspaceId)).find((one) => one.setId === setId)
  const segment = set?.segments[0]
  if (!segment) throw new Error('no segment')
  return segment.segmentId
}

/** A study that asks people, held by `by`. */
export async function openRecruiting(
  app: App,
  { workspaceId, actor }: TestMember,
  draft: Partial<StudyDraft> = {},
): Promise<{ studyId: string }> {
  const studyId = await createStudy(app, {
    workspaceId,
    actor,
    draft: {
      title: 'Why people switch bank',
      hypothesis: 'They leave after bad service',
      mode: 'behaviour',
      language: 'en',
      target: 4,
      bases: { conversation_analysis: 'consent', quoting: 'consent' },
      ...draft,
    },
  })
  return { studyId }
}

/** The path of somebody's own page, as their letter has it. */
export async function pathOfInvitee(
  app: App,
  { studyId, personNo }: { studyId: string; personNo: number },
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from invitees where study_id = ${studyId}::uuid and person_no = ${personNo}`.execute(app.pg)
  const [row] = rows
  if (!row) throw new Error('nobody is asked')
  return `/i/${linkToken(app.secret, { what: 'invitation', id: row.id })}`
}
