import { useState } from 'react'
import { ProblemError, asProblem, useText, useWorkspace } from '../../../web/kit/index.ts'
import type { Agreed } from './agreement-switches.tsx'
import { changesOf, nothingAgreed } from './agreement-switches.tsx'
import {
  previewMaterial,
  useBringInterview,
  type InterviewBroughtIn,
  type InterviewSent,
  type PreviewShown,
  type StudyShown,
} from './conversations-data.ts'
import { largestFile, materialOf, type MaterialSent } from './material-reading.ts'

export type Ready = Extract<PreviewShown, { state: 'read' }>
export type TableFound = Extract<PreviewShown, { state: 'table' }>
type AnswerColumns = TableFound['guess']

/** What was decided about a file: its title, language, who speaks as what and who they are. */
export type Decisions = {
  title: string
  language: StudyShown['language']
  /** The day it took place, `2026-03-05`; empty where it is not known. */
  date: string
  /** Who asked: a member's id, `other` (then by name) or `nobody`. */
  asker: string
  askerName: string
  /** By the speaker's place in the preview. */
  roles: ('participant' | 'interviewer' | 'other' | 'text')[]
  /** A participant's id, or `new`. */
  who: string[]
  /** Of answers: the earlier conversation whose people these are, or `others`. */
  same: string
}

/** One file on its way in. */
export type Item = { id: string; name: string } & (
  | { state: 'reading' }
  | { state: 'refused'; problem: ProblemError }
  | { state: 'table'; material: MaterialSent; table: TableFound }
  | {
      state: 'ready' | 'bringing'
      material: MaterialSent
      answers?: AnswerColumns | undefined
      preview: Ready
      decisions: Decisions
      problem?: ProblemError | undefined
    }
  | { state: 'brought' | 'known'; interviewId: string; respondents?: Respondents }
)
type Respondents = NonNullable<InterviewBroughtIn['respondents']>
export type ReadyItem = Extract<Item, { state: 'ready' | 'bringing' }>

/** Files on their way into a study: read one after another, decided on, brought in. */
export function useMaterialQueue(study: StudyShown) {
  const { id: workspaceId } = useWorkspace()
  const t = useText()
  const bring = useBringInterview()
  const [items, set] = useState<Item[]>([])
  const { studyId } = study
  const put = (item: Item) =>
    set((before) =>
      before.some((known) => known.id === item.id)
        ? before.map((known) => (known.id === item.id ? item : known))
        : [...before, item],
    )

  async function look(given: { id: string; name: string; material: MaterialSent; answers?: AnswerColumns }) {
    const { id, name, material, answers } = given
    try {
      const body = { material, ...(answers ? { answers } : {}) }
      put(itemOf({ ...given, study, preview: await previewMaterial({ workspaceId, studyId, body }) }))
    } catch (error) {
      put({ id, name, state: 'refused', problem: asProblem(error) })
    }
  }

  async function addFiles(files: readonly File[]) {
    const found = files.map((file) => ({ id: crypto.randomUUID(), file }))
    for (const { id, file } of found) put({ id, name: file.name, state: 'reading' })
    for (const { id, file } of found) {
      if (file.size > largestFile) put({ id, name: file.name, state: 'refused', problem: tooLarge() })
      else await look({ id, name: file.name, material: await materialOf(file) })
    }
  }

  async function addText({ name, text }: { name: string; text: string }) {
    const id = crypto.randomUUID()
    put({ id, name, state: 'reading' })
    await look({ id, name, material: { how: 'pasted', name, text } })
  }

  async function bringOne(item: ReadyItem, agreed: Agreed) {
    const { problem: _, ...rest } = item
    put({ ...rest, state: 'bringing' })
    try {
      const body = sentOf({ item, agreed, called: t('conversations.interview') })
      const answer = await bring.mutateAsync({ path: { workspaceId, studyId }, body })
      const { state, interviewId, respondents } = answer
      put({ id: item.id, name: item.name, state, interviewId, ...(respondents && { respondents }) })
    } catch (error) {
      put({ ...rest, state: 'ready', problem: asProblem(error) })
    }
  }

  return {
    items,
    addFiles,
    addText,
    put,
    chooseColumns: (item: Extract<Item, { state: 'table' }>, answers: AnswerColumns) =>
      look({ id: item.id, name: item.name, material: item.material, answers }),
    remove: (id: string) => set((before) => before.filter((item) => item.id !== id)),
    bringAll: async (agreed: Agreed) => {
      for (const item of items) if (item.state === 'ready') await bringOne(item, agreed)
    },
  }
}

function itemOf(given: {
  id: string
  name: string
  material: MaterialSent
  answers?: AnswerColumns
  study: StudyShown
  preview: PreviewShown
}): Item {
  const { id, name, material, answers, study, preview } = given
  if (preview.state === 'refused') return { id, name, state: 'refused', problem: refusal(preview.problem) }
  if (preview.state === 'table') return { id, name, state: 'table', material, table: preview }
  if (preview.known !== null) return { id, name, state: 'known', interviewId: preview.known }
  const { guess, reliable } = preview.language
  return {
    id,
    name,
    state: 'ready',
    material,
    ...(answers ? { answers } : {}),
    preview,
    decisions: {
      // A file is often named after who speaks in it, and everybody sees the title.
      title: material.how === 'pasted' ? name : '',
      language: reliable && isLanguage(guess) ? guess : study.language,
      date: preview.date?.date ?? '',
      asker: preview.interviewerId ?? 'nobody',
      askerName: '',
      roles: preview.speakers.map((speaker) => speaker.role),
      who: preview.speakers.map(() => 'new'),
      same: preview.same ?? 'others',
    },
  }
}

function sentOf({
  item,
  agreed,
  called,
}: {
  item: ReadyItem
  agreed: Agreed
  called: string
}): InterviewSent {
  const { material, answers, preview, decisions } = item
  const agreements = changesOf({ before: nothingAgreed, after: agreed, language: decisions.language })
  return {
    material,
    language: decisions.language,
    // Noon, so that the day is the same day all over Europe.
    ...(decisions.date === '' ? {} : { happenedAt: `${decisions.date}T12:00:00Z` }),
    ...askerOf(decisions),
    agreements,
    ...(answers ? { answers } : {}),
    ...respondentsIn(item),
    called,
    ...(decisions.title.trim() ? { title: decisions.title } : {}),
    speakers: preview.speakers.map((speaker, at) => {
      const who = decisions.who[at] ?? 'new'
      return {
        name: speaker.name,
        role: decisions.roles[at] ?? speaker.role,
        who: who === 'new' ? ('somebody new' as const) : { participantId: who },
      }
    }),
  }
}

function respondentsIn({ preview, decisions }: ReadyItem): Pick<InterviewSent, 'respondents'> {
  if (preview.met.length === 0) return {}
  const met = preview.met.find(({ interviewId }) => interviewId === decisions.same)
  return { respondents: met ? { as: met.interviewId } : 'others' }
}

function askerOf({ asker, askerName }: Decisions): Pick<InterviewSent, 'interviewer'> {
  if (asker === 'nobody') return {}
  if (asker !== 'other') return { interviewer: { memberId: asker } }
  return askerName.trim() === '' ? {} : { interviewer: { name: askerName.trim() } }
}

function isLanguage(language: string | null): language is StudyShown['language'] {
  return ['en', 'da', 'sv', 'nl', 'de'].some((known) => known === language)
}

const refusal = ({ id, message }: { id: string; message: string }) =>
  new ProblemError({ id, status: 422, title: '', detail: message })
const tooLarge = () => refusal({ id: 'transcript-too-large', message: '' })
