import type { PortraitShown } from './insights-data.ts'

type UnknownName = PortraitShown['unknown'][number]
type Shown = { setId: string; segmentId: string; heard: { last: readonly { interviewId: string }[] } }

/** Where in the workspace one learns what is not known, and what one must be allowed there; whoever is not is offered nothing. Pure. */
export function stepFor(
  name: UnknownName,
  { portrait, may }: { portrait: Shown; may: (permission: string) => boolean },
): string | undefined {
  const { needed, place } = stepsOf(portrait)[name]
  return needed.every(may) ? place : undefined
}

function stepsOf({
  setId,
  segmentId,
  heard,
}: Shown): Record<UnknownName, { needed: string[]; place: string }> {
  const [last] = heard.last
  const rule = { needed: ['segments.write'], place: `/segments/sets/${setId}` }
  const talk = { needed: ['studies.write'], place: '/studies' }
  const bring = { needed: ['collect.write'], place: '/imports' }
  return {
    'too small': rule,
    'nobody heard': { needed: ['studies.write'], place: '/studies/new' },
    'few heard': talk,
    'nothing coded': {
      needed: ['transcripts.read', 'coding.write'],
      place: last ? `/interviews/${last.interviewId}` : '/studies',
    },
    'all withheld': { needed: ['consent.read'], place: '/consent' },
    'few speakers': talk,
    'no outcome': rule,
    'no events': { needed: ['collect.write'], place: '/events' },
    'nothing apart': bring,
    'nobody to invite': { needed: ['segments.read'], place: `/segments/${segmentId}` },
    'old facts': bring,
  }
}
