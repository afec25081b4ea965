import { z } from 'zod'
import { CodeId, HighlightId, RegionId, SpeakerId, StretchId, UtteranceId } from '../workspace/index.ts'
import { CodeColour, CodeOrigin, CodeReading, CodebookId } from './coding.schema.ts'
import { RoundId } from './rounds/round.schema.ts'

/** Fields of a code; a step names those it changes. */
export const CodeState = z
  .object({
    name: z.string(),
    description: z.string(),
    example: z.string(),
    colour: CodeColour,
    origin: CodeOrigin,
    parentId: CodeId.nullable(),
    place: z.int().min(0).max(100_000),
    ...CodeReading.shape,
  })
  .partial()
export type CodeState = z.output<typeof CodeState>

// `otherId`: the code it was split from, or has gone into.
const wholeCode = { codeId: CodeId, with: z.enum(['nothing', 'passages']), otherId: CodeId.optional() }

const wholeBook = {
  codebookId: CodebookId,
  moved: z.array(z.object({ codeId: CodeId, from: z.string(), to: z.string() })),
}

// Whether a mark of a round is kept, and who says so; null: nobody has.
const Settled = z.object({ kept: z.boolean().nullable(), by: z.uuid().nullable() })

const markNote = { highlightId: HighlightId, markId: HighlightId }

const manyAnswers = { codeId: CodeId, by: z.uuid().nullable(), highlightIds: z.array(HighlightId) }

const stretchCode = { stretchId: StretchId, codeId: CodeId, by: z.uuid().nullable() }

const regionCode = { regionId: RegionId, codeId: CodeId, by: z.uuid().nullable() }

// The second of two turns keeps its id; between them is white space and nothing else.
const twoTurns = { utteranceId: UtteranceId, otherId: UtteranceId, gap: z.string().regex(/^\s*$/u) }

/**
 * One reversible change of coding. Steps hold ids and no words of anybody, so that taking one back can only bring back what still
 * is there. `by`: who gave the code, so that it is theirs again afterwards.
 */
export const Step = z.discriminatedUnion('do', [
  z.object({ do: z.literal('put highlight'), highlightId: HighlightId }),
  z.object({ do: z.literal('remove highlight'), highlightId: HighlightId }),
  z.object({ do: z.literal('give code'), highlightId: HighlightId, codeId: CodeId, by: z.uuid().nullable() }),
  z.object({ do: z.literal('take code'), highlightId: HighlightId, codeId: CodeId, by: z.uuid().nullable() }),
  z.object({ do: z.literal('put code'), ...wholeCode }),
  z.object({ do: z.literal('remove code'), ...wholeCode }),
  z.object({ do: z.literal('change code'), codeId: CodeId, from: CodeState, to: CodeState }),
  // In a round of blind double coding.
  z.object({ do: z.literal('give mark'), highlightId: HighlightId, codeId: CodeId }),
  z.object({ do: z.literal('take mark'), highlightId: HighlightId, codeId: CodeId }),
  z.object({
    do: z.literal('settle mark'),
    highlightId: HighlightId,
    codeId: CodeId,
    from: Settled,
    to: Settled,
  }),
  // What a coder noted on their mark, under the note of the passage it has become.
  z.object({ do: z.literal('add note'), ...markNote }),
  z.object({ do: z.literal('part note'), ...markNote }),
  // Thousands of open answers in one.
  z.object({ do: z.literal('code answers'), ...manyAnswers }),
  z.object({ do: z.literal('uncode answers'), ...manyAnswers }),
  // `moved`: codes that go to the workspace's codebook, with the name they had and the one they get there.
  z.object({ do: z.literal('put codebook'), ...wholeBook }),
  z.object({ do: z.literal('remove codebook'), ...wholeBook }),
  // A place on a page or photo.
  z.object({ do: z.literal('put region'), regionId: RegionId }),
  z.object({ do: z.literal('remove region'), regionId: RegionId }),
  z.object({ do: z.literal('give region code'), ...regionCode }),
  z.object({ do: z.literal('take region code'), ...regionCode }),
  // A stretch of sound or video.
  z.object({ do: z.literal('put stretch'), stretchId: StretchId }),
  z.object({ do: z.literal('remove stretch'), stretchId: StretchId }),
  z.object({ do: z.literal('give stretch code'), ...stretchCode }),
  z.object({ do: z.literal('take stretch code'), ...stretchCode }),
  z.object({ do: z.literal('split turn'), ...twoTurns }),
  z.object({ do: z.literal('join turns'), ...twoTurns }),
  z.object({
    do: z.literal('assign turns'),
    utteranceIds: z.array(UtteranceId),
    from: SpeakerId,
    to: SpeakerId,
  }),
  // What stood before is kept beside the history; taken again, it changes places with what stands.
  z.object({ do: z.literal('correct turn'), correctionId: z.uuid() }),
  z.object({ do: z.literal('adopt round'), roundId: RoundId }),
  z.object({ do: z.literal('reopen round'), roundId: RoundId }),
])
export type Step = z.output<typeof Step>

/** The step that takes this one back. */
export function inverse(step: Step): Step {
  switch (step.do) {
    case 'put highlight':
      return { ...step, do: 'remove highlight' }
    case 'remove highlight':
      return { ...step, do: 'put highlight' }
    case 'give code':
      return { ...step, do: 'take code' }
    case 'take code':
      return { ...step, do: 'give code' }
    case 'put code':
      return { ...step, do: 'remove code' }
    case 'remove code':
      return { ...step, do: 'put code' }
    case 'put codebook':
      return { ...step, do: 'remove codebook' }
    case 'remove codebook':
      return { ...step, do: 'put codebook' }
    case 'code answers':
      return { ...step, do: 'uncode answers' }
    case 'uncode answers':
      return { ...step, do: 'code answers' }
    case 'give mark':
      return { ...step, do: 'take mark' }
    case 'take mark':
      return { ...step, do: 'give mark' }
    case 'add note':
      return { ...step, do: 'part note' }
    case 'part note':
      return { ...step, do: 'add note' }
    case 'adopt round':
      return { ...step, do: 'reopen round' }
    case 'reopen round':
      return { ...step, do: 'adopt round' }
    case 'put region':
      return { ...step, do: 'remove region' }
    case 'remove region':
      return { ...step, do: 'put region' }
    case 'give region code':
      return { ...step, do: 'take region code' }
    case 'take region code':
      return { ...step, do: 'give region code' }
    case 'put stretch':
      return { ...step, do: 'remove stretch' }
    case 'remove stretch':
      return { ...step, do: 'put stretch' }
    case 'give stretch code':
      return { ...step, do: 'take stretch code' }
    case 'take stretch code':
      return { ...step, do: 'give stretch code' }
    case 'split turn':
      return { ...step, do: 'join turns' }
    case 'join turns':
      return { ...step, do: 'split turn' }
    case 'assign turns':
      return { ...step, from: step.to, to: step.from }
    case 'change code':
      return { ...step, from: step.to, to: step.from }
    case 'settle mark':
      return { ...step, from: step.to, to: step.from }
    case 'correct turn':
      return step
  }
}
