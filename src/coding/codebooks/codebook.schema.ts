import { z } from 'zod'
import { StudyId } from '../../workspace/ids.ts'
import { CodeName, CodebookId } from '../coding.schema.ts'

// Safe in the browser.

const CodebookName = z.string().trim().min(1).max(200)

export const Codebook = z.object({
  codebookId: CodebookId,
  name: z.string(),
  codes: z.int(),
  studies: z.array(z.object({ studyId: StudyId, title: z.string() })),
})
export type Codebook = z.output<typeof Codebook>

/** A codebook to begin: empty, or with the codes of another one (null: the workspace's). */
export const NewCodebook = z.object({
  name: CodebookName,
  copyOf: CodebookId.nullable().optional(),
  studyIds: z.array(StudyId).max(500).default([]),
})
export type NewCodebook = z.output<typeof NewCodebook>

export const CodebookChange = z.object({
  name: CodebookName.optional(),
  studyIds: z.array(StudyId).max(500).optional(),
})
export type CodebookChange = z.output<typeof CodebookChange>

export const codesOfRemoved = ['move', 'remove'] as const
/** What becomes of the codes of a codebook that is removed: they join the workspace's, or are removed too. */
export const CodesOfRemoved = z.enum(codesOfRemoved)
export type CodesOfRemoved = z.output<typeof CodesOfRemoved>

/** A statement of what was suspected before the first conversation. */
export const Statement = z.object({
  text: z.string(),
  of: z.enum(['hypothesis', 'contradiction']),
})
export type Statement = z.output<typeof Statement>

/** Codes expected from the hypothesis: a name for each statement that was picked. */
export const ExpectedCodes = z.object({
  codebookId: CodebookId.nullable(),
  codes: z
    .array(z.object({ name: CodeName, statement: z.string().trim().max(5000) }))
    .min(1)
    .max(200),
})
export type ExpectedCodes = z.output<typeof ExpectedCodes>
