import type { App, Postgres } from '../platform/index.ts'
import { guessLanguage } from '../language/index.ts'
import { decodeText } from '../platform/text/decode.ts'
import { MemberId } from '../workspace/index.ts'
import { findKnown, fingerprintOf } from './bring-interview.ts'
import type { AnswerColumns, Material, Preview } from './interview.schema.ts'
import { askLook } from './transcripts/ask-reader.ts'
import { guessDate, type DateGuess } from './transcripts/date-guess.ts'
import type { GivenMaterial } from './transcripts/read-material.ts'

type Given = { material: Material; answers?: AnswerColumns | undefined }

/** Material as bytes: what the fingerprint is taken of and a file is read from. */
export function bytesOf(material: Material): Uint8Array {
  return material.how === 'file' ? Buffer.from(material.base64, 'base64') : Buffer.from(material.text)
}

/** The fingerprint of material, the chosen columns included: two columns of one table are two sources. */
export function materialFingerprint(
  app: Pick<App, 'secret'>,
  given: { workspaceId: string; material: Material; answers?: AnswerColumns | undefined },
): string {
  const bytes = bytesOf(given.material)
  const columns = given.answers && `\n${JSON.stringify([given.answers.text, given.answers.respondent])}`
  const content = columns === undefined ? bytes : Buffer.concat([bytes, Buffer.from(columns)])
  return fingerprintOf(app, { workspaceId: given.workspaceId, content })
}

/** Material as the reader takes it. */
export function givenOf({ material, answers }: Given): GivenMaterial {
  return material.how === 'pasted'
    ? { material: { how: 'pasted', text: material.text }, answers }
    : { material: { how: 'file', name: material.name, bytes: bytesOf(material) }, answers }
}

/** The day a transcript tells, for a person to confirm. What stands first in a table of answers tells nothing. */
export function dateOf(app: Pick<App, 'clock'>, { material, answers }: Given): DateGuess | null {
  const bytes = bytesOf(material).subarray(0, 8000)
  const isText = !/^(?:PK|%PDF)/u.test(String.fromCharCode(...bytes.subarray(0, 4)))
  const head = isText && answers === undefined ? decodeText(bytes).text : ''
  return guessDate({ name: material.name, head, today: app.clock.now() })
}

/** What is in material, without keeping anything: speakers with guessed roles, language, what would be left out. */
export async function previewMaterial(
  app: App,
  given: Given & { workspaceId: string; studyId: string },
): Promise<Preview> {
  const { material } = given
  const members = await namesOfMembers(app.pg, given)
  const looked = await askLook(given.workspaceId, {
    ...givenOf(given),
    askers: members.map(({ name }) => name),
  })
  if (looked.state === 'refused') return looked
  if (looked.state === 'table') return { ...looked, name: material.name }
  const { sample, asking, ...shown } = looked
  const guess = await guessLanguage(sample)
  const found = members.filter(({ name }) => asking.includes(name))
  return {
    ...shown,
    title: titleOf(material.name),
    language: { guess: guess.language, reliable: guess.reliable },
    date: dateOf(app, given),
    interviewerId: found.length === 1 && found[0] ? MemberId.parse(found[0].id) : null,
    known: await findKnown(app.pg, {
      studyId: given.studyId,
      fingerprint: materialFingerprint(app, given),
    }),
  }
}

/** A file's name as a title: without folder and ending. */
export function titleOf(name: string): string {
  const plain = name
    .replace(/^.*[/\\]/u, '')
    .replace(/\.(?:txt|md|markdown|vtt|srt|sbv|docx|odt|pdf|rtf|html?|csv|tsv|xlsx|jsonl?)$/iu, '')
  return plain.trim().slice(0, 500)
}

async function namesOfMembers(
  pg: Postgres,
  { workspaceId }: { workspaceId: string },
): Promise<{ id: string; name: string }[]> {
  return pg
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .select(['members.id', 'users.name'])
    .where('workspace_id', '=', workspaceId)
    .execute()
}
