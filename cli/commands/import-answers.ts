import { basename } from 'node:path'
import { existsSync, readFileSync } from 'node:fs'
import { bringMaterial, lineOf, toldLanguage, workspaceOfStudy, type Said } from '../bring-material.ts'
import { Stop, exitCodes, requiredOption, type Command, type Given } from '../command.ts'

export const command: Command = {
  summary: 'Bring a table of open answers into a study',
  usage:
    'FILE --study ID --column NAME [--respondent NAME] [--identifier email|customer_id|user_id] [--same INTERVIEW|others] [--title TITLE] [--agreed NAMES] [--language en|da|sv|nl|de] [--json]',
  options: {
    study: { type: 'string' },
    column: { type: 'string' },
    respondent: { type: 'string' },
    identifier: { type: 'string' },
    same: { type: 'string' },
    title: { type: 'string' },
    agreed: { type: 'string' },
    language: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (given) => {
    const studyId = requiredOption(given, 'study')
    const [file, ...more] = given.positionals
    if (file === undefined || more.length > 0)
      throw new Stop(
        'Say which one file: samtale import answers answers.csv --study ID --column NAME',
        exitCodes.usage,
      )
    const language = toldLanguage(given)
    const everybodyAgreed = agreed(given)
    const workspaceId = await workspaceOfStudy(given, studyId)
    const text = given.options['column']
    if (typeof text !== 'string') throw await columnMissing(given, { file, workspaceId, studyId })
    const { respondent, title } = given.options
    const said = {
      answers: {
        text,
        respondent: typeof respondent === 'string' ? respondent : null,
        ...identifierOf(given),
      },
      ...sameAs(given),
      agreements: everybodyAgreed,
      ...(typeof title === 'string' ? { title } : {}),
      ...(language === undefined ? {} : { language }),
    }
    const outcome = await bringMaterial(given, { file, workspaceId, studyId, said })
    if (outcome.state === 'refused') throw new Stop(outcome.why)
    given.print(given.options['json'] === true ? JSON.stringify(outcome) : lineOf(outcome))
  },
}

const identifiers = ['email', 'customer_id', 'user_id'] as const

/** What the respondents' column says of somebody in the people data, where it does. */
function identifierOf({ options }: Given): { identifier?: (typeof identifiers)[number] } {
  const { identifier, respondent } = options
  if (identifier === undefined) return {}
  const known = identifiers.find((kind) => kind === identifier)
  if (known && typeof respondent === 'string') return { identifier: known }
  throw new Stop(`--identifier is ${identifiers.join(', ')}, and goes with --respondent.`, exitCodes.usage)
}

/** Whether respondents who go by the numbers of earlier ones are the same people. */
function sameAs({ options: { same } }: Given): Pick<Said, 'respondents'> {
  if (typeof same !== 'string') return {}
  return { respondents: same === 'others' ? same : { as: same } }
}

const agreements = ['recording', 'conversation_analysis', 'quoting'] as const

/** What everybody in the table agreed to, e.g. `conversation_analysis,quoting`; what is not named is not written down. */
function agreed({ options }: Given) {
  const { agreed: names } = options
  if (typeof names !== 'string') return []
  return names.split(',').map((name) => {
    const agreement = agreements.find((known) => known === name.trim())
    if (agreement) return { agreement, given: true, channel: 'file' }
    throw new Stop(`--agreed names ${agreements.join(', ')}, not "${name.trim()}".`, exitCodes.usage)
  })
}

async function columnMissing(
  given: Given,
  { file, workspaceId, studyId }: { file: string; workspaceId: string; studyId: string },
): Promise<Stop> {
  if (!existsSync(file)) return new Stop(`There is no file ${file}.`)
  const material = { how: 'file' as const, name: basename(file), base64: readFileSync(file, 'base64') }
  const seen = await given.client.call('POST /api/w/{workspaceId}/studies/{studyId}/interviews/preview', {
    path: { workspaceId, studyId },
    body: { material },
  })
  if (seen.state === 'refused') return new Stop(seen.problem.message)
  if (seen.state === 'read')
    return new Stop('This is no table. Bring it with: samtale import transcripts', exitCodes.usage)
  const names = seen.columns.map(({ name }) => `  ${name}`).join('\n')
  return new Stop(
    `--column is missing: which column holds the answers? It looks like "${seen.guess.text}". There are:\n${names}`,
    exitCodes.usage,
  )
}
