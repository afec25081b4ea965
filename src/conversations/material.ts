import { randomUUID } from 'node:crypto'
import { guessLanguage } from '../language/index.ts'
import type { App, Asker, Postgres } from '../platform/index.ts'
import { decodeText } from '../platform/text/decode.ts'
import { MemberId } from '../workspace/index.ts'
import { findKnown, fingerprintMeanwhile } from './bring-interview.ts'
import type { AnswerColumns, Material, Preview } from './interview.schema.ts'
import { likelySame, meetRespondents, numberingOf } from './same-respondents.ts'
import { askLook } from './transcripts/ask-reader.ts'
import { guessDate, type DateGuess } from './transcripts/date-guess.ts'
import type { GivenMaterial } from './transcripts/read-material.ts'

/** Material as the reader takes it, and the bytes its fingerprint is taken of. */
export type OpenedMaterial = { name: string; bytes: Uint8Array; given: GivenMaterial }

/** Opens what somebody brings, once: a file of twenty megabytes takes its moment. */
export function openMaterial({ material, answers }: Given): OpenedMaterial {
  const { name } = material
  if (material.how === 'pasted') {
    const { how, text } = material
    return { name, bytes: Buffer.from(text), given: { material: { how, text }, answers } }
  }
  const bytes = Buffer.from(material.base64, 'base64')
  return { name, bytes, given: { material: { how: 'file', name, bytes }, answers } }
}

type Given = { material: Material; answers?: AnswerColumns | undefined }

/** The fingerprint of material, the chosen columns included: two columns of one table are two sources. */
export async function materialFingerprint(
  app: Pick<App, 'secret'>,
  { workspaceId, opened }: { workspaceId: string; opened: OpenedMaterial },
): Promise<string> {
  const { answers } = opened.given
  const columns = answers ? `\n${JSON.stringify([answers.text, answers.respondent])}` : ''
  return fingerprintMeanwhile(app, { workspaceId, content: [opened.bytes, Buffer.from(columns)] })
}

/** The same of a table, whichever of its columns is read. */
export function tableFingerprint(
  app: Pick<App, 'secret'>,
  { workspaceId, opened }: { workspaceId: string; opened: OpenedMaterial },
): Promise<string> {
  return fingerprintMeanwhile(app, { workspaceId, content: [opened.bytes] })
}

/** What a file is called without its folder. */
export const sourceNameOf = ({ name }: OpenedMaterial) => name.replace(/^.*[/\\]/u, '')

/** The day a transcript tells, for a person to confirm. What stands first in a table of answers tells nothing. */
export function dateOf(app: Pick<App, 'clock'>, { name, bytes, given }: OpenedMaterial): DateGuess | null {
  const isText = !/^(?:PK|%PDF)/u.test(String.fromCharCode(...bytes.subarray(0, 4)))
  const head = isText && given.answers === undefined ? decodeText(bytes.subarray(0, 8000)).text : ''
  return guessDate({ name, head, today: app.clock.now() })
}

/** What is in material, without keeping anything: speakers with guessed roles, language, what would be left out. */
export async function previewMaterial(
  app: App,
  given: Given & { workspaceId: string; studyId: string; signal?: AbortSignal },
): Promise<Preview> {
  const { workspaceId, studyId, signal } = given
  const members = await namesOfMembers(app.pg, given)
  const opened = openMaterial(given)
  const asker: Asker = { whose: workspaceId, signal }
  const looked = await askLook(asker, { ...opened.given, askers: members.map(({ name }) => name) })
  if (looked.state === 'refused') return looked
  if (looked.state === 'table') return { ...looked, name: opened.name }
  const { sample, asking, names: respondents, ...shown } = looked
  const guess = await guessLanguage(sample)
  const found = members.filter(({ name }) => asking.includes(name))
  return {
    ...shown,
    ...(await lookForRespondents(app, { workspaceId, studyId, opened, respondents })),
    title: titleOf(opened.name),
    language: { guess: guess.language, reliable: guess.reliable },
    date: dateOf(app, opened),
    interviewerId: found.length === 1 && found[0] ? MemberId.parse(found[0].id) : null,
    known: await findKnown(app.pg, {
      studyId,
      fingerprint: await materialFingerprint(app, { workspaceId, opened }),
    }),
  }
}

type Known = Pick<Extract<Preview, { state: 'read' }>, 'again' | 'met' | 'same'>

async function lookForRespondents(
  app: App,
  given: {
    workspaceId: string
    studyId: string
    opened: OpenedMaterial
    respondents: readonly (string | null)[]
  },
): Promise<Known> {
  const { workspaceId, studyId, opened, respondents: names } = given
  const { answers } = opened.given
  if (!answers || answers.respondent === null) return { again: 0, met: [], same: null }
  const table = await tableFingerprint(app, { workspaceId, opened })
  const file = { studyId, answers, names, table, sourceName: sourceNameOf(opened) }
  const meetings = await meetRespondents(app, file)
  const { same: again } = await numberingOf(app, {
    ...file,
    meetings,
    decided: undefined,
    fresh: randomUUID(),
  })
  const likely = likelySame(meetings, names)
  return {
    again,
    // Likely the people of a conversation that was taken out: there is none to choose, and nothing to ask.
    met:
      likely?.interviewId === null
        ? []
        : meetings.flatMap(({ interviewId, title, people }) =>
            interviewId === null ? [] : [{ interviewId, title, people }],
          ),
    same: likely?.interviewId ?? null,
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
