/** The portrait of a segment: who they are, why they act as they do, in whose words, and how many may be contacted for what. */
import { z } from 'zod'
import { codesAmong, participantsAmong, quotesOf } from '../coding/index.ts'
import { eventFigures } from '../collect/index.ts'
import { ch, type App, type Sql } from '../platform/index.ts'
import {
  countSet,
  definitionOf,
  findSegment,
  notShown,
  permittedSegmentBitmap,
  savedSegmentBitmap,
  segmentPurposes,
  showCount,
  tellPurposes,
  wilson,
  type SavedSet,
  type ShownPart,
} from '../segments/index.ts'
import { compareWords } from '../words/index.ts'
import { workspaceSettings, type SegmentId } from '../workspace/index.ts'
import { setsApart, type Apart } from './apart.ts'
import { whoWasHeard } from './heard.ts'
import type { Evidence, OwnWords, Portrait, Why } from './portrait.schema.ts'
import { notKnown } from './unknown.ts'

type Asked = { workspaceId: string; segmentId: SegmentId }
/** `people` is ClickHouse SQL of one bitmap; `spoken` are those of them who take part in a study. */
type Place = Asked & { people: Sql; spoken: readonly number[]; minimum: number }

/** Everything known of a segment as of this read; what is withdrawn is gone from it. Throws 404. */
export async function portraitOf(app: App, { workspaceId, segmentId }: Asked): Promise<Portrait> {
  const { set, segment, part } = await findSegment(app.pg, { workspaceId, segmentId })
  const { minimumGroup: minimum } = await workspaceSettings(app, workspaceId)
  const members = await savedSegmentBitmap(app, { workspaceId, segmentId })
  const people = await permittedSegmentBitmap(app, { workspaceId, segmentId, purpose: 'analysis' })
  const count = await countSet(app, { workspaceId, set: definitionOf(set), outcome: set.outcome })
  const shown = showCount(count, minimum)
  const here = shown.parts[part] ?? notShown
  const spoken = await participantsAmong(app, { workspaceId, people })
  const place = { workspaceId, segmentId, people, spoken, minimum }
  const [apart, why, words, purposes, heard, newest] = await Promise.all([
    here.people === null ? undefined : apartOf(app, { set, segment, place, members, here }),
    whyOf(app, place),
    wordsOf(app, place),
    segmentPurposes(app, { workspaceId, segmentId }),
    whoWasHeard(app, { workspaceId, people: spoken }),
    newestOf(app, workspaceId),
  ])
  const told = tellPurposes(purposes, { part: here, minimum })
  const known = {
    segmentId,
    setId: set.setId,
    name: segment.name,
    setName: set.name,
    rule: segment.all,
    place: part,
    asOf: count.asOf.toISOString(),
    apartAsOf: apart?.asOf.toISOString() ?? null,
    isRenewing: count.isRenewing || (apart?.isRenewing ?? false),
    ...newest,
    minimum,
    size: sizeOf(here, shown.audience),
    outcome:
      here.outcome === null || shown.audience.outcome === null
        ? null
        : { here: here.outcome, everybody: shown.audience.outcome },
    outcomeRule: set.outcome,
    apart: apart?.marks ?? [],
    tested: apart?.tested ?? 0,
    why,
    words,
    described: told.all,
    mayBe: told.purposes,
    mayBeAsOf: purposes.asOf.toISOString(),
    heard,
    evidence: evidenceOf(members, apart),
  }
  return { ...known, unknown: notKnown(known) }
}

function sizeOf(here: ShownPart, audience: ShownPart): Portrait['size'] {
  if (here.people === null || audience.people === null) return null
  return { ...wilson(here.people, audience.people), isExact: here.isExact }
}

type Described = {
  set: SavedSet
  segment: SavedSet['segments'][number]
  place: Place
  members: Sql
  here: ShownPart
}

async function apartOf(app: App, { set, segment, place, members, here }: Described): Promise<Apart> {
  const inRule = segment.all.flatMap((condition) => (condition.kind === 'trait' ? [condition.trait] : []))
  const { workspaceId, minimum } = place
  const leaveOut = set.outcome === null ? inRule : [...inRule, set.outcome.column]
  const { isExact } = here
  return setsApart(app, {
    workspaceId,
    members,
    people: place.people,
    isExact,
    minimum,
    leaveOut,
    now: app.clock.now(),
  })
}

const mostCodes = 8
const quotesACode = 2

async function whyOf(app: App, { workspaceId, spoken: people }: Place): Promise<Why[]> {
  const codes = (await codesAmong(app, { workspaceId, people })).slice(0, mostCodes)
  return Promise.all(
    codes.map(async ({ codeId, name, passages, people: speakers }): Promise<Why> => {
      const found = await quotesOf(app, { workspaceId, codeId, people, limit: quotesACode })
      return {
        codeId,
        name,
        people: speakers,
        passages,
        quotable: found.total,
        withheld: found.withheld,
        sources: found.sources,
        withdrawn: found.withdrawn,
        quotes: found.quotes.map(({ codeIds: _codes, ...quote }) => quote),
      }
    }),
  )
}

const wordsShown = 10

/** The languages they have spoken in, the one of most speakers first. */
async function wordsOf(app: App, { workspaceId, spoken: people }: Place): Promise<OwnWords[]> {
  const focus = { kind: 'people', people } as const
  const first = await compareWords(app, { workspaceId, focus, limit: 60 })
  const others = first.languages.filter(({ language }) => language !== first.language)
  const all = [first]
  for (const { language } of others)
    all.push(await compareWords(app, { workspaceId, focus, language, limit: 60 }))
  return all
    .filter(({ speakers, withheld }) => speakers > 0 || withheld > 0)
    .map(({ terms, ...found }) => ({
      language: found.language,
      state: found.state,
      speakers: found.speakers,
      others: found.others,
      withheld: found.withheld,
      words: terms
        .filter((term) => !term.isFunctionWord)
        .slice(0, wordsShown)
        .map(({ stem, word, speakers, others: elsewhere, verdict }) => ({
          stem,
          word,
          speakers,
          others: elsewhere,
          verdict,
        })),
    }))
}

async function newestOf(
  app: App,
  workspaceId: string,
): Promise<{ newestFact: string | null; newestEvent: string | null }> {
  const At = z.object({ at: z.number() })
  const [facts, events] = await Promise.all([
    app.ch.query(
      ch.sql`SELECT toUnixTimestamp64Milli(max(at)) AS at FROM facts WHERE workspace_id = ${ch.uuid(workspaceId)}`,
      At,
    ),
    eventFigures(app, workspaceId),
  ])
  return { newestFact: momentOf(facts[0]?.at), newestEvent: events.newest?.toISOString() ?? null }
}

function momentOf(at: number | undefined): string | null {
  return at === undefined || at <= 0 ? null : new Date(at).toISOString()
}

function evidenceOf(members: Sql, apart: Apart | undefined): Record<string, Evidence> {
  const all: [string, Sql][] = [['members', members]]
  if (apart !== undefined)
    all.push(['value', apart.sql.traits], ['at least', apart.sql.numbers], ['event', apart.sql.events])
  return Object.fromEntries(all.map(([name, query]) => [name, runnable(query)]))
}

function runnable({ text, params }: Sql): Evidence {
  const bound = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return { sql: text, params: Object.fromEntries(bound) as Record<string, string> }
}
