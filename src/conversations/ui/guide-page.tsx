import { useLayoutEffect, useRef, useState } from 'react'
import {
  Badge,
  Button,
  Loaded,
  Notice,
  PageHeader,
  Select,
  useMay,
  usePageParams,
  useFormat,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { missingIn, moved, openBrackets } from '../guide/edit-guide.ts'
import type { GuideSection, StudyLanguage } from '../guide/guide.schema.ts'
import { useStudyWatched, type StudyShown } from './conversations-data.ts'
import { GuideBeginning } from './guide-beginning.tsx'
import { countMarked } from './guide-check.ts'
import { SectionEditor, newQuestion } from './guide-section.tsx'
import { GuideText } from './guide-text.tsx'
import { ProgrammeSteps } from './programme-steps.tsx'
import { useGuideSaving, type Saving } from './use-guide-saving.ts'

/** The guide of a study: written, checked while it is written, translated side by side, saved by itself. */
export function Page() {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const { studyId } = usePageParams('studyId')
  const study = useStudyWatched(studyId)
  const mayWrite = useMay('studies.write')
  return (
    <>
      <PageHeader
        title={t('conversations.guide')}
        lead={t('conversations.guide.hint')}
        back={{
          href: `/w/${workspaceId}/studies/${studyId}`,
          label: study.data?.title ?? t('conversations.study.title'),
        }}
        actions={
          <Button icon="file" href={`/w/${workspaceId}/studies/${studyId}/guide/print`}>
            {t('conversations.guide.print')}
          </Button>
        }
      />
      <Loaded query={study}>
        {(data) =>
          mayWrite ? (
            <Editing study={data} onReload={() => study.refetch()} />
          ) : (
            <GuideText guide={data.guide} main={data.language} language={data.language} />
          )
        }
      </Loaded>
    </>
  )
}

type EditingProps = {
  study: StudyShown
  onReload: () => Promise<{ data?: StudyShown | undefined }>
}

function Editing({ study, onReload }: EditingProps) {
  const { guide, change, state, readTheirs, putMineOver } = useGuideSaving({ study, onReload })
  const [beside, compare] = useState<StudyLanguage | null>(study.languages[0] ?? null)
  const marked = countMarked(guide, { main: study.language, languages: study.languages, mode: study.mode })
  return (
    <div className="flex flex-col gap-6">
      <ProgrammeSteps study={{ ...study, guide }} marked={marked} here="guide" />
      {state === 'changed elsewhere' && (
        <ChangedElsewhere onReadTheirs={readTheirs} onPutMineOver={putMineOver} />
      )}
      <div className="flex flex-wrap items-end justify-between gap-4">
        <GuideFigures study={study} guide={guide} marked={marked} state={state} />
        {study.languages.length > 0 && (
          <Beside study={study} value={beside} onChange={compare} guide={guide} />
        )}
      </div>
      {guide.length === 0 ? (
        <GuideBeginning study={study} onBegin={change} />
      ) : (
        <Sections study={study} guide={guide} beside={beside} onChange={change} />
      )}
    </div>
  )
}

function ChangedElsewhere(props: { onReadTheirs: () => Promise<void>; onPutMineOver: () => Promise<void> }) {
  const t = useText()
  return (
    <Notice
      look="warning"
      title={t('conversations.problem.guide-changed')}
      action={
        <>
          <Button onPress={() => void props.onReadTheirs()}>{t('conversations.reload')}</Button>
          <Button look="quiet" onPress={() => void props.onPutMineOver()}>
            {t('conversations.guide.mine.over')}
          </Button>
        </>
      }
    >
      {t('conversations.problem.guide-changed.todo')}
    </Notice>
  )
}

type FiguresProps = {
  study: StudyShown
  guide: GuideSection[]
  marked: { faults: number; mixed: number }
  state: Saving
}

/** How much there is, how long it takes, what is marked, and whether it is saved. */
function GuideFigures({ study, guide, marked, state }: FiguresProps) {
  const t = useText()
  const minutes = guide.reduce((sum, section) => sum + (section.minutes ?? 0), 0)
  const questions = guide.reduce((sum, section) => sum + section.questions.length, 0)
  const brackets = openBrackets(guide, { main: study.language, language: study.language })
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-soft">
      <span>{t('conversations.guide.length', { questions, minutes })}</span>
      {marked.faults > 0 && (
        <Badge look="warning">{t('conversations.guide.marked', { n: marked.faults })}</Badge>
      )}
      {marked.mixed > 0 && (
        <Badge look="warning">{t('conversations.guide.mixed', { n: marked.mixed })}</Badge>
      )}
      {brackets > 0 && <Badge>{t('conversations.guide.brackets', { n: brackets })}</Badge>}
      <span role="status">{t(`conversations.guide.state.${state.replaceAll(' ', '-')}`)}</span>
    </div>
  )
}

type BesideProps = {
  study: StudyShown
  guide: GuideSection[]
  value: StudyLanguage | null
  onChange: (language: StudyLanguage | null) => void
}

function Beside({ study, guide, value, onChange }: BesideProps) {
  const t = useText()
  const format = useFormat()
  const missing = (language: StudyLanguage) => missingIn(guide, { main: study.language, language })
  const labelled = (language: StudyLanguage) => {
    const n = missing(language)
    const name = format.language(language)
    return n === 0 ? name : t('conversations.guide.missing', { name, n })
  }
  return (
    <div className="w-full sm:w-72">
      <Select
        label={t('conversations.guide.beside')}
        isRequired
        value={value ?? 'none'}
        onChange={(id) => onChange(study.languages.find((language) => language === id) ?? null)}
        options={[
          ...study.languages.map((language) => ({ id: language, label: labelled(language) })),
          { id: 'none', label: t('conversations.guide.beside.none') },
        ]}
      />
    </div>
  )
}

type SectionsProps = {
  study: StudyShown
  guide: GuideSection[]
  beside: StudyLanguage | null
  onChange: (guide: GuideSection[]) => void
}

function Sections({ study, guide, beside, onChange }: SectionsProps) {
  const t = useText()
  const toast = useToast()
  const { said, onMoved } = useMoving()
  const replace = (section: GuideSection) =>
    onChange(guide.map((known) => (known.id === section.id ? section : known)))
  const remove = (section: GuideSection) => {
    onChange(guide.filter((known) => known.id !== section.id))
    toast({ text: t('conversations.guide.removed'), undo: () => onChange(guide) })
  }
  const move = (at: number, by: -1 | 1) => {
    const section = guide[at]
    const to = at + by
    if (!section || to < 0 || to >= guide.length) return undefined
    return () => {
      onChange(moved(guide, { id: section.id, by }))
      onMoved({ name: t('conversations.guide.section', { n: at + 1 }), to: to + 1, of: guide.length })
    }
  }
  const starts = guide.map((_, at) =>
    guide.slice(0, at).reduce((sum, { questions }) => sum + questions.length, 0),
  )
  return (
    <div className="flex flex-col gap-5">
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      {guide.map((section, at) => (
        <SectionEditor
          key={section.id}
          section={section}
          number={at + 1}
          before={starts[at] ?? 0}
          main={study.language}
          beside={beside}
          mode={study.mode}
          onChange={replace}
          moving={{ up: move(at, -1), down: move(at, 1), remove: () => remove(section) }}
          onMoved={onMoved}
        />
      ))}
      <div>
        <Button icon="plus" onPress={() => onChange([...guide, newSection()])}>
          {t('conversations.guide.section.add')}
        </Button>
      </div>
    </div>
  )
}

const newSection = (): GuideSection => ({
  id: crypto.randomUUID(),
  part: 'questions',
  title: '',
  say: '',
  minutes: null,
  questions: [newQuestion()],
  translations: {},
})

/** What moves keeps the focus, and where it moved to is said aloud. */
function useMoving() {
  const t = useText()
  const [said, say] = useState('')
  const focused = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (focused.current instanceof HTMLElement && focused.current !== document.activeElement)
      focused.current.focus()
    focused.current = null
  })
  const onMoved = (place: { name: string; to: number; of: number }) => {
    focused.current = document.activeElement
    say(t('conversations.guide.moved', place))
  }
  return { said, onMoved }
}
