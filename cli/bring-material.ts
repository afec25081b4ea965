import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Call } from './client.ts'
import { Stop, exitCodes, type Given } from './command.ts'

/** What became of one file. */
export type Outcome =
  | {
      file: string
      state: 'brought' | 'known'
      interviewId: string
      respondents?: { same: number; others: number } | undefined
    }
  | { file: string; state: 'refused'; why: string }
type Body = Call<'POST /api/w/{workspaceId}/studies/{studyId}/interviews'>['body']
export type Language = NonNullable<Body['language']>
/** What is said of a file beside its bytes. */
export type Said = Omit<Body, 'material'>
type Bringing = { file: string; workspaceId: string; studyId: string; said: Said }

/** Sends a file into a study. One that is refused does not keep the others out; a server that is away throws. */
export async function bringMaterial(given: Pick<Given, 'client'>, one: Bringing): Promise<Outcome> {
  const { file, workspaceId, studyId, said } = one
  if (!existsSync(file)) return { file, state: 'refused', why: 'There is no such file.' }
  try {
    const material = { how: 'file' as const, name: basename(file), base64: readFileSync(file, 'base64') }
    const answer = await given.client.call('POST /api/w/{workspaceId}/studies/{studyId}/interviews', {
      path: { workspaceId, studyId },
      body: { ...said, material },
    })
    return { file, ...answer }
  } catch (error) {
    if (isSystemError(error)) return { file, state: 'refused', why: `It cannot be read (${error.code}).` }
    if (error instanceof Stop && error.exitCode === exitCodes.refused)
      return { file, state: 'refused', why: `${error.message}${hintFor(error)}` }
    throw error
  }
}

/** A short talk may be in any language; the server cannot know how this command lets one say it. */
const hintFor = ({ message }: Stop): string =>
  message.endsWith('(language-unclear)') ? ' Add --language en, da, sv, nl or de.' : ''

/** The study's workspace. Throws a `Stop` where the key does not reach the study. */
export async function workspaceOfStudy(given: Pick<Given, 'client'>, studyId: string): Promise<string> {
  const { workspaceId } = await given.client.call('GET /api/studies/{studyId}', { path: { studyId } })
  return workspaceId
}

/** The language told by `--language`; undefined leaves it to the text. */
export function toldLanguage({ options }: Pick<Given, 'options'>): Language | undefined {
  const told = options['language']
  if (told === undefined) return undefined
  const known = (['en', 'da', 'sv', 'nl', 'de'] as const).find((language) => language === told)
  if (known) return known
  throw new Stop('--language is en, da, sv, nl or de.', exitCodes.usage)
}

/** One line for people to read. */
export function lineOf(outcome: Outcome): string {
  if (outcome.state === 'refused') return `refused  ${outcome.file}: ${outcome.why}`
  const { same = 0, others = 0 } = outcome.respondents ?? {}
  const people = [
    ...(same > 0 ? [`${same} answered before`] : []),
    ...(others > 0
      ? [`${others} have the number of somebody who did and are taken for others; --same says otherwise`]
      : []),
  ].join('; ')
  return `${outcome.state.padEnd(8)} ${outcome.file} ${outcome.interviewId}${people && ` (${people})`}`
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}
