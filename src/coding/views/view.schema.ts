import { z } from 'zod'
import { CodeId, InterviewId, ParticipantId, SegmentId } from '../../workspace/ids.ts'
import { CodeForce, CodeLevel, Quote } from '../coding.schema.ts'
import { CodedRegion } from '../regions/region.schema.ts'
import { CodedStretch } from '../stretches/stretch.schema.ts'

// Safe in the browser.

/** Below twelve people no share is told (`docs/views.md`). */
export const fewestForShare = 12

/** How many of the people heard, or null where they are too few for a share. */
export function shareOf({ people, n }: { people: number; n: number }): number | null {
  return n < fewestForShare ? null : people / n
}

/** What counts as together: passages that overlap, or passages of the same turn. */
export const Together = z.enum(['overlap', 'turn'])
export type Together = z.output<typeof Together>

/** What is asked of a study's passages. Days are of the conversation, `from` and `to` both included. */
export const ViewAsked = z.object({
  /** A query of codes as JSON. */
  q: z.string().max(5000).optional(),
  together: Together.default('overlap'),
  segmentId: SegmentId.optional(),
  trait: z.string().max(500).optional(),
  /** Which value of the trait, as its row is called. */
  value: z.string().max(500).optional(),
  language: z.string().max(20).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  interviewId: InterviewId.optional(),
  participantId: ParticipantId.optional(),
})
export type ViewAsked = z.output<typeof ViewAsked>

/** What the rows of a table of counts are. `segment` takes a set of segments in `of`, `trait` a trait. */
export const rowKinds = [
  'participant',
  'interview',
  'segment',
  'trait',
  'language',
  'month',
  'part',
  'code',
] as const
export const RowKind = z.enum(rowKinds)
export type RowKind = z.output<typeof RowKind>

export const RowsAsked = z.object({
  rows: RowKind.default('participant'),
  of: z.string().max(500).optional(),
})

/** Ids in one parameter, with commas between them. */
export const CodeIds = z
  .string()
  .max(4000)
  .optional()
  .transform((text) => (text === undefined || text === '' ? undefined : text.split(',')))
  .pipe(z.array(CodeId).max(100).optional())

/**
 * A row: whom or what it is, and how many people were heard there. `other`: values that fewer than three people share, and what is not
 * known. A range stops before `below`; null is open.
 */
export const MatrixRow = z.object({
  key: z.string(),
  label: z.string().nullable(),
  from: z.number().nullable(),
  below: z.number().nullable(),
  n: z.int(),
  passages: z.int(),
  people: z.int(),
})
export type MatrixRow = z.output<typeof MatrixRow>

/** A code, counted with those below it. */
export const MatrixColumn = z.object({
  codeId: CodeId,
  name: z.string(),
  hasBelow: z.boolean(),
  passages: z.int(),
  people: z.int(),
  places: z.int(),
})
export type MatrixColumn = z.output<typeof MatrixColumn>

/** Counts of codes (columns) by rows, of what may be analysed now. */
export const Matrix = z.object({
  rows: z.array(MatrixRow),
  columns: z.array(MatrixColumn),
  /** Only those that are not empty: number of the row, number of the column, passages (or turns), people, and coded places and stretches. */
  cells: z.array(z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()])),
  /** Codes are counted together by turns in which they stand together. */
  counts: z.enum(['passages', 'turns']),
  /** Everybody heard within what is asked. */
  n: z.int(),
  passages: z.int(),
  people: z.int(),
  /** Passages that count no longer because permission does not cover them. */
  withheld: z.int(),
  /** Coded places on pages and photos and stretches of sound, which are counted beside passages and never among them; and those that count no longer. */
  places: z.int(),
  placesWithheld: z.int(),
  /** Codes that have passages or places here and no column. */
  codesLeft: z.int(),
  rowsInAll: z.int(),
  next: z.string().nullable(),
})
export type Matrix = z.output<typeof Matrix>

/** Which cell is opened: a row, a code, a force, or the step of a ladder from one code to another. */
export const CellAsked = z.object({
  row: z.string().max(500).optional(),
  codeId: CodeId.optional(),
  force: CodeForce.optional(),
  linkFrom: CodeId.optional(),
  linkTo: CodeId.optional(),
})

export const ViewQuote = Quote.extend({ interview: z.string() })
export type ViewQuote = z.output<typeof ViewQuote>

/** The quotes behind a figure, and what may not be shown of it. */
export const ViewQuotes = z.object({
  items: z.array(ViewQuote),
  next: z.string().nullable(),
  total: z.int(),
  speakers: z.int(),
  /** Passages that count and may not be quoted. */
  withheld: z.int(),
  /** Coded places and stretches behind the figure that may be shown, the newest hundred, on the first page alone; and how many may not. */
  regions: z.array(CodedRegion),
  stretches: z.array(CodedStretch),
  placesWithheld: z.int(),
})
export type ViewQuotes = z.output<typeof ViewQuotes>

/** What there is to choose from in a study. */
export const ViewChoices = z.object({
  title: z.string(),
  heard: z.int(),
  sets: z.array(
    z.object({
      setId: z.string(),
      name: z.string(),
      segments: z.array(z.object({ segmentId: SegmentId, name: z.string() })),
    }),
  ),
  traits: z.array(z.object({ trait: z.string() })),
  languages: z.array(z.string()),
  participants: z.array(z.object({ participantId: ParticipantId, who: z.string() })),
  interviews: z.array(z.object({ interviewId: InterviewId, title: z.string() })),
})
export type ViewChoices = z.output<typeof ViewChoices>

/** How often one code leads to another: as the next step of a ladder, or by a step between. */
export const Link = z.object({
  from: CodeId,
  to: CodeId,
  direct: z.int(),
  indirect: z.int(),
  people: z.int(),
  /** Places in pictures and sound that tell the same: beside the ladders and never among them. */
  places: z.int(),
})
export type Link = z.output<typeof Link>

export const MapNode = z.object({
  codeId: CodeId,
  name: z.string(),
  level: CodeLevel,
  people: z.int(),
  /** Row from below, and place in the row from the left. */
  layer: z.int(),
  place: z.number(),
})
export type MapNode = z.output<typeof MapNode>

export const Ladders = z.object({
  /** Codes with a level, from attributes to values. */
  codes: z.array(
    z.object({ codeId: CodeId, name: z.string(), level: CodeLevel, people: z.int(), places: z.int() }),
  ),
  ladders: z.int(),
  people: z.int(),
  /** Everybody heard. */
  n: z.int(),
  reach: z.int(),
  links: z.array(Link),
  /** What each cut-off keeps: links of at least so many ladders, and their share of all the steps there are. */
  cutoffs: z.array(z.object({ cutoff: z.int(), links: z.int(), steps: z.int(), share: z.number() })),
  cutoff: z.int(),
  map: z.object({ nodes: z.array(MapNode), edges: z.array(Link), layers: z.int() }),
})
export type Ladders = z.output<typeof Ladders>

export const Forces = z.object({
  n: z.int(),
  forces: z.array(
    z.object({
      force: CodeForce,
      passages: z.int(),
      people: z.int(),
      /** In pictures and sound, beside the passages and never among them. */
      places: z.int(),
      codes: z.array(
        z.object({
          codeId: CodeId,
          name: z.string(),
          passages: z.int(),
          people: z.int(),
          places: z.int(),
        }),
      ),
      quotes: z.array(ViewQuote),
    }),
  ),
})
export type Forces = z.output<typeof Forces>
