import { randomUUID } from 'node:crypto'
import {
  type Basis,
  type ConsentState,
  type Purpose,
  addGrounds,
  bases,
  declareBases,
  purposes,
  recordConsent,
  studyScope,
} from '../src/consent/index.ts'
import { resolvePeople } from '../src/people/index.ts'
import type { App } from '../src/platform/index.ts'
import { createSource } from '../src/sources/index.ts'

/** A way to stand towards a purpose, with what must follow in the whole workspace and in the study. */
export type PermissionState = {
  name: string
  basis?: Basis
  /** Words about the whole workspace, one day apart. */
  said?: readonly ConsentState[]
  /** Words about the study, one day apart, after those above. */
  saidOfStudy?: readonly ConsentState[]
  studyBasis?: Basis
  may: boolean
  mayInStudy: boolean
}

/** Every state the issue names. What study-wide words mean for the workspace is written per purpose in {@link mayOf}. */
export const permissionStates: readonly PermissionState[] = [
  { name: 'never asked, nothing declared', may: false, mayInStudy: false },
  ...bases.map((basis): PermissionState => {
    const stands = basis === 'contract' || basis === 'legitimate interest'
    return { name: `basis ${basis}, never asked`, basis, may: stands, mayInStudy: false }
  }),
  ...bases.flatMap((basis): PermissionState[] => [
    { name: `basis ${basis}, given`, basis, said: ['given'], may: true, mayInStudy: true },
    { name: `basis ${basis}, withdrawn`, basis, said: ['withdrawn'], may: false, mayInStudy: false },
    { name: `basis ${basis}, objected`, basis, said: ['objected'], may: false, mayInStudy: false },
  ]),
  {
    name: 'given then withdrawn',
    basis: 'consent',
    said: ['given', 'withdrawn'],
    may: false,
    mayInStudy: false,
  },
  {
    name: 'withdrawn then given',
    basis: 'consent',
    said: ['withdrawn', 'given'],
    may: true,
    mayInStudy: true,
  },
  { name: 'objected then given', basis: 'consent', said: ['objected', 'given'], may: true, mayInStudy: true },
  { name: 'given in the study only', saidOfStudy: ['given'], may: false, mayInStudy: true },
  {
    name: 'withdrawn in the study only',
    basis: 'contract',
    saidOfStudy: ['withdrawn'],
    may: true,
    mayInStudy: false,
  },
  {
    name: 'given, then withdrawn in the study',
    said: ['given'],
    saidOfStudy: ['withdrawn'],
    may: true,
    mayInStudy: false,
  },
  {
    name: 'withdrawn, then given in the study',
    said: ['withdrawn'],
    saidOfStudy: ['given'],
    may: false,
    mayInStudy: true,
  },
  { name: 'the study asks, not answered', studyBasis: 'consent', may: false, mayInStudy: false },
  { name: 'the study has a contract', studyBasis: 'contract', may: false, mayInStudy: true },
]

/** What must hold for a purpose: analysing and showing what was said is agreed study by study, so one study is enough there. */
export function mayOf(state: PermissionState, purpose: Purpose): { workspace: boolean; study: boolean } {
  const spoken = purpose === 'conversation_analysis' || purpose === 'quoting'
  return { workspace: state.may || (spoken && state.mayInStudy), study: state.mayInStudy }
}

export type PersonInState = {
  personNo: number
  personId: string
  state: PermissionState
  purpose: Purpose
  scope: string
}

/**
 * Makes, through the doors everybody uses, one person for every purpose and state. Each has an address; each combination has a source
 * and a study of its own.
 */
export async function makePeopleInStates(
  app: App,
  { workspaceId, since }: { workspaceId: string; since: Date },
): Promise<PersonInState[]> {
  const made: PersonInState[] = []
  for (const purpose of purposes)
    for (const state of permissionStates)
      made.push(await makePerson(app, { workspaceId, since, state, purpose }))
  return made
}

type Wanted = { workspaceId: string; since: Date; state: PermissionState; purpose: Purpose }

async function makePerson(app: App, { workspaceId, since, state, purpose }: Wanted): Promise<PersonInState> {
  const name = `${purpose}: ${state.name}`
  const source = await createSource(app, {
    workspaceId,
    name,
    party: 'first',
    origin: 'told',
    kind: 'file',
    by: undefined,
    bases: state.basis === undefined ? {} : { [purpose]: { basis: state.basis } },
  })
  const [found] = await resolvePeople(app, {
    workspaceId,
    sourceId: source.id,
    trust: 'trusted',
    rows: [{ identifiers: [{ kind: 'email', value: `${randomUUID()}@example.org` }] }],
  })
  if (found === undefined || found.state === 'refused') throw new Error('nobody was made')
  const { personNo, personId } = found
  const studyId = randomUUID()
  const scope = studyScope(studyId)
  // Everybody takes part in their study, which says openly that it has nothing to rest on unless the state says otherwise.
  await declareBases(app, {
    workspaceId,
    declarer: { kind: 'study', id: studyId },
    bases: { [purpose]: { basis: state.studyBasis ?? 'none' } },
    by: undefined,
  })
  await app.pg
    .transaction()
    .execute((tx) => addGrounds(tx, { workspaceId, declarerId: studyId, personNos: [personNo] }))
  const words = [
    ...(state.said ?? []).map((said) => ({ said, scope: '' })),
    ...(state.saidOfStudy ?? []).map((said) => ({ said, scope })),
  ]
  await recordConsent(app, {
    workspaceId,
    entries: words.map((word, day) => ({
      personNo,
      purpose,
      scope: word.scope,
      state: word.said,
      happenedAt: new Date(since.getTime() + day * 86_400_000),
      channel: 'by hand',
      actor: { kind: 'member' },
    })),
  })
  return { personNo, personId, state, purpose, scope }
}
