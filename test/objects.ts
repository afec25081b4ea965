import { sql } from 'kysely'
import { recordConsent, studyScope } from '../src/consent/index.ts'
import type { App } from '../src/platform/index.ts'
import type { TestMember } from './members.ts'

/** Ids of real objects of one workspace, by the name routes give them in their path. */
export type Objects = Record<string, string>

/**
 * Makes one of each kind of object in a workspace, so that routes can be asked for what is somebody else's. Whoever adds a
 * kind of object to a path adds its row here. Rows are as bare as their tables allow: they are there to be refused.
 */
export async function makeObjects(app: App, { workspaceId, memberId, userId }: TestMember): Promise<Objects> {
  const made: Objects = { memberId, userId }
  for (const [name, table, columns] of rows) {
    const values = Object.entries(columns).map(([, value]) =>
      typeof value === 'function' ? sql`${value(made)}` : sql`${value}`,
    )
    const names = ['workspace_id', ...Object.keys(columns)].map((column) => sql.ref(column))
    const result = await sql<{ id: string; no?: string }>`
      insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join([sql`${workspaceId}`, ...values])})
      returning ${table === 'people' ? sql`id, no` : sql`id`}`.execute(app.pg)
    const row = result.rows[0]
    if (!row) throw new Error(`no row in ${table}`)
    made[name] = String(row.id)
    if (row.no !== undefined) made['personNo'] = String(row.no)
  }
  await letHear(app, { ...made, workspaceId })
  return made
}

/** A recording is there only for who may hear it: whoever is heard in it agreed, and its words are here. */
async function letHear(app: App, made: Objects): Promise<void> {
  const { workspaceId = '', studyId = '', participantId, recordingId, personNo } = made
  await sql`update participants set recording_agreed = true where id = ${participantId}`.execute(app.pg)
  await sql`insert into recording_heard (recording_id, position, participant_id) values (${recordingId}, 0, ${participantId})`.execute(
    app.pg,
  )
  await sql`
    insert into transcriptions (recording_id, workspace_id, run, state, host, model, asked_at)
    values (${recordingId}, ${workspaceId}, ${crypto.randomUUID()}, 'done', 'example.org', 'm', now())`.execute(
    app.pg,
  )
  const said = { personNo: Number(personNo), scope: studyScope(studyId), state: 'given' as const }
  const entry = { ...said, happenedAt: new Date(), channel: 'by hand', actor: { kind: 'member' } }
  await recordConsent(app, { workspaceId, entries: [{ ...entry, purpose: 'conversation_analysis' }] })
}

type Value = string | number | ((made: Objects) => string)
const of = (name: string) => (made: Objects) => made[name] ?? ''
const random = () => crypto.randomUUID()

const sometime = { created_at: '2026-01-02', changed_at: '2026-01-02' }
const theirCounts = '{"codes":1,"interviews":0,"participants":0,"passages":0,"codings":0,"notes":0}'

/** What each name is made from: table and columns. Later rows may name earlier ones. */
const rows: [name: string, table: string, columns: Record<string, Value>][] = [
  ['keyId', 'keys', { kind: 'write', name: 'Theirs', hint: '…', hash: random }],
  [
    'invitationId',
    'invitations',
    { email: 'theirs@example.org', role: 'viewer', token_hash: random, expires_at: '2100-01-01' },
  ],
  ['sourceId', 'sources', { name: 'Theirs', party: 'first', origin: 'told', kind: 'file' }],
  ['personId', 'people', {}],
  ['uploadId', 'uploads', { name: 'theirs.csv', size: 1 }],
  [
    'importId',
    'imports',
    {
      file_name: 'theirs.csv',
      file_size: 1,
      digest: 'digest',
      file: '{}',
      guesses: '{}',
      kind: 'people',
      mapping: '{}',
      grounds: '{}',
    },
  ],
  ['refusedId', 'refused_events', { reason: 'no-type', body: '{}' }],
  ['proposalId', 'segment_proposals', { seed: 1 }],
  ['setId', 'segment_sets', { name: 'Theirs' }],
  ['segmentId', 'segments', { set_id: of('setId'), place: 1, name: 'Theirs', rule: '[]' }],
  ['studyId', 'studies', { title: 'Theirs', mode: 'behaviour' }],
  ['participantId', 'participants', { study_id: of('studyId'), person_no: of('personNo') }],
  [
    'interviewId',
    'interviews',
    {
      study_id: of('studyId'),
      title: 'Theirs',
      kind: 'open-answers',
      happened_at: '2026-01-02',
      language: 'en',
      source_name: 'theirs.txt',
      fingerprint: 'theirs',
      interviewer_id: of('memberId'),
    },
  ],
  [
    'speakerId',
    'speakers',
    {
      interview_id: of('interviewId'),
      position: 0,
      role: 'participant',
      participant_id: of('participantId'),
    },
  ],
  [
    'utteranceId',
    'utterances',
    {
      interview_id: of('interviewId'),
      position: 0,
      speaker_id: of('speakerId'),
      text: 'Our secret.',
      start_ms: 0,
    },
  ],
  [
    'sittingId',
    'sittings',
    { study_id: of('studyId'), starts_at: '2026-01-02', minutes: 60, language: 'en' },
  ],
  [
    'recordingId',
    'recordings',
    {
      study_id: of('studyId'),
      interview_id: of('interviewId'),
      name: 'theirs.wav',
      size: 1,
      media: 'audio/wav',
      state: 'ready',
      language: 'en',
      happened_at: '2026-01-02',
    },
  ],
  [
    'pseudonymId',
    'pseudonyms',
    { study_id: of('studyId'), kind: 'name', key_hash: 'theirs', original: 'sealed', pseudonym: 'Emma' },
  ],
  ['codeId', 'codes', { study_id: of('studyId'), name: 'Theirs' }],
  [
    'documentId',
    'documents',
    {
      study_id: of('studyId'),
      kind: 'pdf',
      name: 'theirs.pdf',
      media: 'application/pdf',
      size: 1,
      fingerprint: 'theirs',
    },
  ],
  [
    'stretchId',
    'stretches',
    { study_id: of('studyId'), recording_id: of('recordingId'), start_ms: 0, end_ms: 1000 },
  ],
  [
    'regionId',
    'regions',
    {
      study_id: of('studyId'),
      document_id: of('documentId'),
      page: 1,
      left_at: 0,
      top_at: 0,
      width: 0.5,
      height: 0.5,
    },
  ],
  [
    'highlightId',
    'highlights',
    {
      study_id: of('studyId'),
      interview_id: of('interviewId'),
      utterance_id: of('utteranceId'),
      start_at: 0,
      end_at: 3,
      utterance_version: 1,
    },
  ],
  [
    'memoId',
    'memos',
    {
      kind: 'study',
      study_id: of('studyId'),
      text: 'Theirs',
      created_at: '2026-01-02',
      changed_at: '2026-01-02',
    },
  ],
  ['codebookId', 'codebooks', { name: 'Theirs' }],
  ['roundId', 'coding_rounds', { study_id: of('studyId'), name: 'Theirs', begun_at: '2026-01-02' }],
  [
    'codingImportId',
    'coding_imports',
    { file_name: 'theirs.qdc', fingerprint: 'theirs', counts: theirCounts, report: '[]' },
  ],
  ['quoteSetId', 'quote_sets', { study_id: of('studyId'), name: 'Theirs', ...sometime }],
  [
    'journalEntryId',
    'journal_entries',
    { study_id: of('studyId'), user_id: of('userId'), written_on: '2026-01-02', text: 'Ours', ...sometime },
  ],
  ['exportId', 'coding_exports', { kind: 'quotes', member_id: of('memberId') }],
  ['withdrawalId', 'withdrawals', { uses: '{quoting}', receipt: '{}', at: '2026-01-02' }],
  ['listId', 'contact_lists', { segment: 'Theirs', purpose: 2, at: '2026-01-02' }],
  [
    'noticeId',
    'withdrawal_notices',
    { withdrawal_id: of('withdrawalId'), export_id: of('exportId'), member_id: of('memberId') },
  ],
  [
    'drawId',
    'draws',
    {
      study_id: of('studyId'),
      seed: 'theirs',
      method: 'sha256-rank-1',
      strata: '[]',
      drawn_at: '2026-01-02',
    },
  ],
  [
    'inviteeId',
    'invitees',
    {
      study_id: of('studyId'),
      person_no: of('personNo'),
      participant_id: of('participantId'),
      language: 'en',
      state: 'failed',
      made_at: '2026-01-02',
      expires_at: '2100-01-01',
    },
  ],
  [
    'thanksId',
    'thanks',
    {
      study_id: of('studyId'),
      participant_id: of('participantId'),
      what: 'Theirs',
      given_at: '2026-01-02',
    },
  ],
  ['requestId', 'requests', { kind: 'erasure', state: 'done', receipt: '{}' }],
]
