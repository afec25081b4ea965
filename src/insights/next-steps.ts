import type { Permission } from '../workspace/index.ts'
import type { Home, NextStep } from './home.schema.ts'

type Standing = Pick<Home, 'people' | 'sets' | 'studies' | 'interviews' | 'imports'> & {
  /** Conversations that wait for notes or for a word on what became of them, the oldest first. */
  due: readonly { sittingId: string; study: string }[]
  /** The study in which most names wait for pseudonyms. */
  named: { studyId: string; title: string } | undefined
}
type May = (permission: Permission) => boolean

/** What somebody must be allowed to take a step; whoever is not is not told of it. Where nothing stands everybody may look. */
const needed: Partial<Record<NextStep['step'], Permission>> = {
  'bring people': 'collect.write',
  'finish an import': 'collect.write',
  'find segments': 'segments.write',
  'plan a study': 'studies.write',
  'write notes': 'studies.write',
  talk: 'studies.write',
  code: 'coding.write',
  'hide names': 'studies.write',
  'read a portrait': 'portraits.read',
}

const most = 3
const waiting = new Set(['mapped', 'paused', 'failed'])

/** What to do next on the way from data to understanding: what is begun and waits, what is missing, what is known least. Pure. */
export function nextSteps(standing: Standing, may: May): NextStep[] {
  const isTheirs = ({ step }: NextStep) => needed[step] === undefined || may(needed[step])
  return stepsOf(standing).filter(isTheirs).slice(0, most)
}

function stepsOf({ people, sets, studies, interviews, imports, due, named }: Standing): NextStep[] {
  if (people === 0 && studies.length === 0 && (imports ?? []).length === 0) return [plain('bring people')]
  const steps: NextStep[] = []
  // What nobody wrote down is forgotten within a day; everything else can wait.
  const [first] = due
  if (first) steps.push({ step: 'write notes', id: first.sittingId, name: first.study })
  const begun = imports?.find(({ state }) => waiting.has(state))
  if (begun) steps.push({ step: 'finish an import', id: begun.importId, name: begun.fileName })
  else if (people === 0) steps.push(plain('bring people'))
  if (sets.length === 0 && people > 0) steps.push(plain('find segments'))
  if (studies.length === 0) steps.push(plain('plan a study'))
  const uncoded = interviews.find(({ passages }) => passages === 0)
  if (uncoded) steps.push({ step: 'code', id: uncoded.interviewId, name: uncoded.who.join(', ') })
  if (named) steps.push({ step: 'hide names', id: named.studyId, name: named.title })
  const open = studies.find(({ heard, target }) => heard < target)
  if (open) steps.push({ step: 'talk', id: open.studyId, name: open.title })
  const least = leastKnown(sets)
  if (least) steps.push({ step: 'read a portrait', id: least.segmentId, name: least.name })
  return steps
}

/** The segment that the fewest have talked with, the larger one first. */
function leastKnown(sets: Standing['sets']): Standing['sets'][number]['segments'][number] | undefined {
  const [newest] = sets
  return newest?.segments.toSorted((a, b) => a.heard - b.heard || (b.people ?? 0) - (a.people ?? 0))[0]
}

function plain(step: NextStep['step']): NextStep {
  return { step, id: null, name: null }
}
