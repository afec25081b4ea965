import { z } from 'zod'
import {
  caseTarget,
  codeTarget,
  mediaTarget,
  turnsTarget,
  type OwnCase,
  type OwnCode,
  type OwnMedia,
  type OwnTurns,
} from './refi.ts'
import type { XmlElement } from './xml-read.ts'

// What Samtale wrote beside an element; undefined where somebody edited it: then the element is read like anybody's.

export const readOwnCode = (element: XmlElement) =>
  readOwn(element, { target: codeTarget, shape: OwnCodeShape })
export const readOwnTurns = (element: XmlElement) =>
  readOwn(element, { target: turnsTarget, shape: OwnTurnsShape })
export const readOwnCase = (element: XmlElement) =>
  readOwn(element, { target: caseTarget, shape: OwnCaseShape })
export const readOwnMedia = (element: XmlElement) =>
  readOwn(element, { target: mediaTarget, shape: OwnMediaShape })

const OwnCodeShape: z.ZodType<OwnCode> = z.object({
  description: z.string(),
  example: z.string(),
  origin: z.string(),
})

const OwnTurnsShape: z.ZodType<OwnTurns> = z.object({
  language: z.string(),
  happenedAt: z.iso.datetime(),
  // Files of before do not say.
  askedBy: z.string().nullable().default(null),
  speakers: z.array(
    z.object({
      role: z.enum(['participant', 'interviewer', 'other']),
      case: z.string().nullable(),
      name: z.string().nullable(),
    }),
  ),
  turns: z.array(
    z.tuple([z.int().min(0), z.int().min(0), z.int().min(0), z.int().nullable(), z.int().nullable()]),
  ),
})

const OwnCaseShape: z.ZodType<OwnCase> = z.object({ memos: z.array(z.string()) })

const part = z.number()
const OwnMediaShape: z.ZodType<OwnMedia> = z.object({
  case: z.string().nullable(),
  happenedOn: z.iso.date().nullable(),
  places: z.array(z.tuple([z.string(), z.int().min(1), part, part, part, part])),
})

function readOwn<T>(
  element: XmlElement,
  { target, shape }: { target: string; shape: z.ZodType<T> },
): T | undefined {
  const found = element.instructions.find((one) => one.target === target)
  if (found === undefined) return undefined
  try {
    return shape.parse(JSON.parse(found.data))
  } catch {
    return undefined
  }
}
