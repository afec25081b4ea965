import { useState } from 'react'
import {
  Button,
  Form,
  Loaded,
  Notice,
  Select,
  TextArea,
  TextField,
  localeNames,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { languages, type InviteeLanguage, type Texts } from '../recruiting.schema.ts'
import {
  useChangeRecruitment,
  useRecruitment,
  useStudyTitle,
  type RecruitmentShown,
} from './recruiting-data.ts'
import { ScreenerFields } from './screener-fields.tsx'

/** What people read who are asked, and what they are asked before. */
export function LetterTab({ studyId }: { studyId: string }) {
  const recruitment = useRecruitment(studyId)
  return <Loaded query={recruitment}>{(found) => <LetterForm studyId={studyId} found={found} />}</Loaded>
}

function LetterForm({ studyId, found }: { studyId: string; found: RecruitmentShown }) {
  const t = useText()
  const toast = useToast()
  const mayWrite = useMay('studies.write')
  const { id: workspaceId } = useWorkspace()
  const study = useStudyTitle(studyId)
  const change = useChangeRecruitment()
  const { version: _, mailConfigured, ...before } = found
  const [draft, setDraft] = useState(before)
  // What is written stays over the version it was read with, also when a colleague's comes in behind it.
  const [version, know] = useState(found.version)
  const [chosen, choose] = useState<InviteeLanguage>()
  const language = chosen ?? languages.find((one) => one === study.data?.language) ?? 'en'
  const write = (texts: Texts, words: string): Texts => ({ ...texts, [language]: words })
  return (
    <Form
      problem={change.error}
      onSubmit={async ({ minutes = '', restMonths = '' }) => {
        const body = {
          ...draft,
          version,
          minutes: Math.round(Number(minutes)),
          restMonths: Math.round(Number(restMonths)),
        }
        const kept = await change.mutateAsync({ path: { workspaceId, studyId }, body })
        know(kept.version)
        toast({ text: t('recruiting.letter.saved') })
      }}
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
          defaultValue={String(found.minutes)}
          label={t('recruiting.minutes')}
        />
        <TextField
          name="restMonths"
          type="number"
          isRequired
          defaultValue={String(found.restMonths)}
          label={t('recruiting.rest')}
          description={t('recruiting.rest.hint')}
        />
      </div>
      <Select
        label={t('recruiting.written-in')}
        options={languages.map((id) => ({ id, label: localeNames[id] }))}
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
        <Button type="submit" look="primary" isPending={change.isPending}>
          {t('kit.save')}
        </Button>
      )}
    </Form>
  )
}
