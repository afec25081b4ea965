import { useEffect, useRef, useState } from 'react'
import {
  Button,
  Form,
  Loaded,
  Notice,
  Select,
  TextArea,
  TextField,
  asProblem,
  useMay,
  useFormat,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { languages, type InviteeLanguage, type RecruitmentDraft, type Texts } from '../recruiting.schema.ts'
import { LetterVersions } from './letter-versions.tsx'
import {
  useChangeRecruitment,
  useRecruitment,
  useStudyTitle,
  type RecruitmentShown,
} from './recruiting-data.ts'
import { ScreenerFields } from './screener-fields.tsx'

/** What people read who are asked, and what they are asked before. When a colleague was faster both versions are shown, and nothing typed is lost. */
export function LetterTab({ studyId }: { studyId: string }) {
  const recruitment = useRecruitment(studyId)
  return (
    <Loaded query={recruitment}>
      {(found) => <Editing studyId={studyId} found={found} onReload={() => recruitment.refetch()} />}
    </Loaded>
  )
}

type Reading = {
  studyId: string
  found: RecruitmentShown
  onReload: () => Promise<{ data?: RecruitmentShown | undefined }>
}
type Apart = { mine: RecruitmentDraft; newest: RecruitmentShown }

function Editing({ studyId, found, onReload }: Reading) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const change = useChangeRecruitment()
  // What is written stays over what it was read with, also when a colleague's comes in behind it.
  const [read, know] = useState(found)
  const [apart, compare] = useState<Apart>()
  const [joined, join] = useState<{ n: number; draft: RecruitmentDraft }>({ n: 0, draft: draftOf(found) })
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (joined.n > 0) form.current?.focus()
  }, [joined])
  const save = async (mine: RecruitmentDraft) => {
    try {
      const body = { ...mine, version: read.version }
      const { version } = await change.mutateAsync({ path: { workspaceId, studyId }, body })
      know({ ...read, ...mine, version })
      compare(undefined)
    } catch (problem) {
      const { data } = asProblem(problem).id === 'recruiting-changed' ? await onReload() : {}
      if (data) compare({ mine, newest: data })
      throw problem
    }
    toast({ text: t('recruiting.letter.saved') })
  }
  return (
    <>
      {apart && (
        <LetterVersions
          key={apart.newest.version}
          versions={{ read: draftOf(read), mine: apart.mine, theirs: draftOf(apart.newest) }}
          onTake={(draft) => {
            know(apart.newest)
            join({ n: joined.n + 1, draft })
            compare(undefined)
            change.reset()
            toast({ text: t('kit.versions.taken') })
          }}
        />
      )}
      <div ref={form} tabIndex={-1} className="outline-none">
        <LetterForm
          key={joined.n}
          studyId={studyId}
          before={joined.draft}
          mailConfigured={found.mailConfigured}
          problem={apart ? null : change.error}
          isPending={change.isPending}
          onSave={save}
        />
      </div>
    </>
  )
}

function draftOf({ minutes, restMonths, about, gift, place, screener }: RecruitmentShown): RecruitmentDraft {
  return { minutes, restMonths, about, gift, place, screener }
}

type LetterFormProps = {
  studyId: string
  before: RecruitmentDraft
  mailConfigured: boolean
  problem: unknown
  isPending: boolean
  onSave: (draft: RecruitmentDraft) => Promise<void>
}

function LetterForm({ studyId, before, mailConfigured, problem, isPending, onSave }: LetterFormProps) {
  const t = useText()
  const format = useFormat()
  const mayWrite = useMay('studies.write')
  const study = useStudyTitle(studyId)
  const [draft, setDraft] = useState(before)
  const [chosen, choose] = useState<InviteeLanguage>()
  const language = chosen ?? languages.find((one) => one === study.data?.language) ?? 'en'
  const write = (texts: Texts, words: string): Texts => ({ ...texts, [language]: words })
  return (
    <Form
      problem={problem}
      onSubmit={({ minutes = '', restMonths = '' }) =>
        onSave({
          ...draft,
          minutes: Math.round(Number(minutes)),
          restMonths: Math.round(Number(restMonths)),
        })
      }
    >
      {!mailConfigured && (
        <Notice look="warning" title={t('recruiting.no-mail')}>
          {t('recruiting.no-mail.todo')}
        </Notice>
      )}
      <p className="max-w-prose text-soft">{t('recruiting.letter.lead')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="minutes"
          type="number"
          isRequired
          defaultValue={String(before.minutes)}
          label={t('recruiting.minutes')}
        />
        <TextField
          name="restMonths"
          type="number"
          isRequired
          defaultValue={String(before.restMonths)}
          label={t('recruiting.rest')}
          description={t('recruiting.rest.hint')}
        />
      </div>
      <Select
        label={t('recruiting.written-in')}
        options={languages.map((id) => ({ id, label: format.language(id) }))}
        value={language}
        onChange={(id) => choose(languages.find((one) => one === id))}
      />
      <TextArea
        label={t('recruiting.about')}
        description={t('recruiting.about.hint')}
        value={draft.about[language] ?? ''}
        onChange={(words) => setDraft({ ...draft, about: write(draft.about, words) })}
      />
      <TextField
        label={t('recruiting.gift')}
        description={t('recruiting.gift.hint')}
        value={draft.gift[language] ?? ''}
        onChange={(words) => setDraft({ ...draft, gift: write(draft.gift, words) })}
      />
      <TextField
        label={t('recruiting.place')}
        description={t('recruiting.place.hint')}
        value={draft.place[language] ?? ''}
        onChange={(words) => setDraft({ ...draft, place: write(draft.place, words) })}
      />
      <ScreenerFields
        screener={draft.screener}
        language={language}
        onChange={(screener) => setDraft({ ...draft, screener })}
      />
      {mayWrite && (
        <Button type="submit" look="primary" isPending={isPending}>
          {t('kit.save')}
        </Button>
      )}
    </Form>
  )
}
