import { useMemo } from 'react'
import { Button, Checkbox, EmptyState, useText } from '../../../../web/kit/index.ts'
import { questionIn, sectionIn, type Tongue } from '../../guide/edit-guide.ts'
import type { GuideSection } from '../../guide/guide.schema.ts'
import { guideCourse, type GuideCourse } from '../../sittings/guide-course.ts'
import type { SittingProps } from './sitting-page.tsx'
import { useNow } from './use-now.ts'
import type { Notes } from './use-notes.ts'

/** The guide in the language of the conversation, with ticks and the minutes used. One part is open; the others are a line each. */
export function GuideAtHand({ sitting, study, notes }: SittingProps) {
  const t = useText()
  const now = useNow(10_000)
  const course = useMemo(() => guideCourse(notes.notes, new Date(now)), [notes.notes, now])
  const tongue = { main: study.language, language: sitting.language }
  const open = course.part ?? study.guide[0]?.id
  if (study.guide.length === 0)
    return (
      <EmptyState title={t('conversations.guide.empty')}>{t('conversations.sitting.no.guide')}</EmptyState>
    )
  return (
    <section aria-label={t('conversations.guide')} className="flex min-w-0 flex-col gap-2">
      {study.guide.map((section) => (
        <Part key={section.id} {...{ section, tongue, course, notes }} isOpen={section.id === open} />
      ))}
    </section>
  )
}

type PartProps = {
  section: GuideSection
  tongue: Tongue
  course: GuideCourse
  notes: Notes
  isOpen: boolean
}

function Part({ section, tongue, course, notes, isOpen }: PartProps) {
  const t = useText()
  const { title, say } = sectionIn(section, tongue)
  const used = Math.round((course.spent.get(section.id) ?? 0) / 60_000)
  const over = section.minutes !== null && used > section.minutes
  return (
    <div className="rounded-lg border border-line">
      <h2>
        <Button
          look="quiet"
          isWide
          aria-expanded={isOpen}
          onPress={() => notes.write({ kind: 'part', about: section.id })}
        >
          <span className="grow text-left" lang={title ? tongue.language : tongue.main}>
            {title || section.title}
          </span>
          <span className={`font-normal tabular-nums ${over ? 'text-warning' : 'text-soft'}`}>
            {section.minutes === null
              ? t('conversations.guide.minutes.n', { n: used })
              : t('conversations.sitting.minutes.of', { used, planned: section.minutes })}
          </span>
        </Button>
      </h2>
      {isOpen && (
        <div className="px-3.5 pb-4">
          {(say || section.say) && (
            <blockquote
              lang={say ? tongue.language : tongue.main}
              className="mb-3 border-l-2 border-line-strong pl-4 font-quote whitespace-pre-line"
            >
              {say || section.say}
            </blockquote>
          )}
          {section.questions.map((question) => {
            const { text, probes } = questionIn(question, tongue)
            return (
              <div key={question.id} className="mb-2">
                <Checkbox
                  isSelected={course.asked.has(question.id)}
                  onChange={(asked) => tick(notes, { questionId: question.id, asked: asked ? 'yes' : 'no' })}
                >
                  <span lang={text ? tongue.language : tongue.main}>{text || question.text}</span>
                </Checkbox>
                <ul className="list-['–_'] pl-12 text-sm text-soft">
                  {question.probes.map((probe, at) => (
                    <li key={`${at} ${probe}`} lang={probes[at] ? tongue.language : tongue.main}>
                      {probes[at] || probe}
                    </li>
                  ))}
                </ul>
              </div>
            )
          })}
        </div>
      )}
    </div>
  )
}

function tick(notes: Notes, { questionId, asked }: { questionId: string; asked: 'yes' | 'no' }): void {
  if (asked === 'yes') notes.write({ kind: 'asked', about: questionId })
  else
    for (const note of notes.notes)
      if (note.isMine && note.kind === 'asked' && note.about === questionId)
        notes.remove(note.noteId, 'asked')
}
