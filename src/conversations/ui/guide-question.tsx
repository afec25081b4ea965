import type { ReactNode } from 'react'
import {
  Button,
  IconButton,
  TextArea,
  TextField,
  usePaused,
  useFormat,
  useText,
  useToast,
} from '../../../web/kit/index.ts'
import { questionIn, withProbe, withText, withoutProbe, type Tongue } from '../guide/edit-guide.ts'
import type { GuideQuestion, StudyLanguage } from '../guide/guide.schema.ts'
import type { Mode } from '../study.schema.ts'
import { markProbe, markQuestion } from './guide-check.ts'
import { Reword, describeMarks } from './guide-marks.tsx'

export type Moving = { up: (() => void) | undefined; down: (() => void) | undefined; remove: () => void }

type QuestionProps = {
  question: GuideQuestion
  /** From 1, over the whole guide. */
  number: number
  main: StudyLanguage
  /** The language shown beside the study's own; null: none. */
  beside: StudyLanguage | null
  /** What the study asks about; null in opening and close, which fit both. */
  mode: Mode | null
  onChange: (question: GuideQuestion) => void
  moving: Moving
}

/** One question with its probes, in one language or two side by side. Alt and an arrow moves it. */
export function QuestionEditor({ question, number, main, beside, mode, onChange, moving }: QuestionProps) {
  const t = useText()
  const name = t('conversations.guide.question', { n: number })
  const tongues = beside === null ? [main] : [main, beside]
  return (
    <li className="flex flex-col gap-3 border-t border-line pt-4 first:border-t-0 first:pt-0">
      <div className="flex items-start gap-2">
        <div className={`grid min-w-0 grow gap-4 ${beside === null ? '' : 'lg:grid-cols-2'}`}>
          {tongues.map((language) => (
            <AskedIn key={language} {...{ question, main, language, mode, onChange, moving, name }} />
          ))}
        </div>
        <MoveButtons name={name} moving={moving} />
      </div>
      {question.probes.map((_, at) => (
        // Probes have no ids and are not moved: their place is who they are.
        <Probe key={`${question.id} ${at}`} {...{ question, at, main, tongues, onChange, name }} />
      ))}
      <div className="pl-4">
        <Button
          look="quiet"
          icon="plus"
          aria-label={t('conversations.guide.probe.add.of', { name })}
          onPress={() => onChange({ ...question, probes: [...question.probes, ''] })}
        >
          {t('conversations.guide.probe.add')}
        </Button>
      </div>
    </li>
  )
}

type AskedProps = Pick<QuestionProps, 'question' | 'main' | 'mode' | 'onChange' | 'moving'> & {
  language: StudyLanguage
  name: string
}

function AskedIn({ question, main, language, mode, onChange, moving, name }: AskedProps) {
  const t = useText()
  const format = useFormat()
  const toast = useToast()
  const tongue: Tongue = { main, language }
  const { text } = questionIn(question, tongue)
  const paused = usePaused(text)
  const marks = markQuestion({ text: paused, language, mode })
  const missing = language !== main && text.trim() === '' && question.text.trim() !== ''
  const write = (next: string) => onChange(withText(question, { ...tongue, text: next }))
  const label = language === main ? name : `${name} · ${format.language(language)}`
  return (
    <div className="flex min-w-0 flex-col items-start gap-1 [&>*:first-child]:w-full">
      <TextArea
        label={label}
        isRequired
        rows={1}
        lang={language}
        maxLength={1000}
        value={text}
        onChange={write}
        onKeyDown={(event) => moveByKey(event, moving)}
        description={missing ? <Missing /> : describeMarks(marks, t)}
      />
      <Reword
        marks={marks}
        name={label}
        onReword={(instead) => {
          write(instead)
          toast({ text: t('conversations.mark.reworded'), undo: () => write(text) })
        }}
      />
    </div>
  )
}

type ProbeProps = Pick<QuestionProps, 'question' | 'main' | 'onChange'> & {
  at: number
  tongues: StudyLanguage[]
  name: string
}

function Probe({ question, at, main, tongues, onChange, name }: ProbeProps) {
  const t = useText()
  const probe = t('conversations.guide.probe', { n: at + 1, name })
  return (
    <div className="flex items-start gap-2 pl-4">
      <div className={`grid min-w-0 grow gap-4 ${tongues.length === 1 ? '' : 'lg:grid-cols-2'}`}>
        {tongues.map((language) => (
          <ProbeIn key={language} {...{ question, at, main, language, onChange, probe }} />
        ))}
      </div>
      <span className="mt-7">
        <IconButton
          icon="close"
          label={t('conversations.guide.remove', { name: probe })}
          onPress={() => onChange(withoutProbe(question, at))}
        />
      </span>
    </div>
  )
}

type ProbeInProps = Pick<QuestionProps, 'question' | 'main' | 'onChange'> & {
  at: number
  language: StudyLanguage
  probe: string
}

function ProbeIn({ question, at, main, language, onChange, probe }: ProbeInProps) {
  const t = useText()
  const format = useFormat()
  const text = questionIn(question, { main, language }).probes[at] ?? ''
  const paused = usePaused(text)
  const missing = language !== main && text.trim() === '' && (question.probes[at] ?? '').trim() !== ''
  return (
    <TextField
      label={language === main ? probe : `${probe} · ${format.language(language)}`}
      isRequired
      lang={language}
      maxLength={500}
      value={text}
      onChange={(next) => onChange(withProbe(question, { main, language, at, text: next }))}
      description={missing ? <Missing /> : describeMarks(markProbe({ text: paused, language }), t)}
    />
  )
}

/** Where a translation is still to be written. */
export function Missing(): ReactNode {
  const t = useText()
  return <span className="font-medium text-warning">{t('conversations.guide.missing.here')}</span>
}

/** Up, down and away. */
export function MoveButtons({ name, moving }: { name: string; moving: Moving }) {
  const t = useText()
  return (
    <div className="flex shrink-0 pt-7 max-md:flex-col max-md:pt-6">
      <IconButton
        icon="up"
        label={t('conversations.guide.up', { name })}
        isDisabled={!moving.up}
        onPress={() => moving.up?.()}
      />
      <IconButton
        icon="down"
        label={t('conversations.guide.down', { name })}
        isDisabled={!moving.down}
        onPress={() => moving.down?.()}
      />
      <IconButton
        icon="close"
        label={t('conversations.guide.remove', { name })}
        onPress={() => moving.remove()}
      />
    </div>
  )
}

type Key = Pick<KeyboardEvent, 'altKey' | 'key' | 'preventDefault'> & { continuePropagation: () => void }

function moveByKey(event: Key, { up, down }: Moving): void {
  const move = event.altKey && { ArrowUp: up, ArrowDown: down }[event.key]
  if (!move) return event.continuePropagation()
  event.preventDefault()
  move()
}
