import { useState } from 'react'
import {
  Button,
  Checkbox,
  Form,
  Select,
  TextField,
  useGo,
  useSearchValue,
  useFormat,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useCodebooks } from './codebooks-data.ts'
import { useBringIn, useStudies, type ImportSent, type Looked } from './exchange-data.ts'
import { ReportLines } from './report-lines.tsx'

const newStudy = 'new'
const workspaceBook = 'workspace'
const languages = ['en', 'da', 'sv', 'nl', 'de'] as const
const bases = ['consent', 'legitimate interest', 'contract'] as const

type Given = { uploadId: string; name: string; looked: Looked; onForget: () => void }

/** What is in the file, and where it belongs. */
export function BringForm({ uploadId, name, looked, onForget }: Given) {
  const t = useText()
  const go = useGo()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const [asked] = useSearchValue('study')
  const isProject = looked.kind === 'project'
  const [study, choose] = useState(asked ?? (isProject ? '' : workspaceBook))
  const [plan, write] = useState<Plan>({ language: 'en', basis: 'consent' })
  const [titles, keep] = useState<'numbered' | 'kept'>('numbered')
  const [agreed, agree] = useState<readonly Agreed[]>([])
  const bring = useBringIn()
  return (
    <div className="flex flex-col gap-8">
      <Contents name={name} looked={looked} />
      <Form
        problem={bring.error}
        onSubmit={async ({ title = '' }) => {
          const body: ImportSent = {
            uploadId,
            study: studyOf({ study, plan, title }),
            codebook: bookOf(study),
            titles,
            agreements: agreed.map((agreement) => ({ agreement, given: true })),
          }
          const { codingImportId, state } = await bring.mutateAsync({ path: { workspaceId }, body })
          if (state === 'known') toast({ text: t('coding.exchange.known') })
          go(`/w/${workspaceId}/exchange/${codingImportId}`)
        }}
      >
        <StudyChoice value={study} onChange={choose} isProject={isProject} />
        {study === newStudy && <NewStudy plan={plan} onChange={write} />}
        {isProject && (
          <>
            <Checkbox
              isSelected={titles === 'kept'}
              onChange={(isKept) => keep(isKept ? 'kept' : 'numbered')}
              description={t('coding.exchange.titles.hint')}
            >
              {t('coding.exchange.titles')}
            </Checkbox>
            <Agreements value={agreed} onChange={agree} />
          </>
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" isPending={bring.isPending} isDisabled={study === ''}>
            {t('coding.exchange.bring')}
          </Button>
          <Button look="quiet" onPress={onForget}>
            {t('kit.cancel')}
          </Button>
        </div>
      </Form>
    </div>
  )
}

/** Before the id of a codebook by name. */
const namedBook = 'book '

function bookOf(study: string): ImportSent['codebook'] {
  if (study === workspaceBook) return 'workspace'
  return study.startsWith(namedBook) ? { codebookId: study.slice(namedBook.length) } : 'study'
}

type Plan = { language: (typeof languages)[number]; basis: (typeof bases)[number] }

function studyOf({ study, plan, title }: { study: string; plan: Plan; title: string }): ImportSent['study'] {
  if (study === workspaceBook || study.startsWith(namedBook)) return { studyId: null }
  if (study !== newStudy) return { studyId: study }
  const { language, basis } = plan
  return {
    plan: {
      title,
      language,
      mode: 'behaviour',
      bases: { conversation_analysis: basis, quoting: basis },
    },
  }
}

function Contents({ name, looked }: { name: string; looked: Looked }) {
  const t = useText()
  const { codes, sources, passages, cases, origin, report } = looked
  return (
    <div className="max-w-prose">
      <h2 className="text-lg font-semibold wrap-anywhere">{name}</h2>
      <p className="mt-1">
        {t(`coding.exchange.in.${looked.kind}`, { codes, sources, passages, cases })}
        {origin !== '' && <span className="text-soft"> {t('coding.exchange.from', { origin })}</span>}
      </p>
      {report.length > 0 && (
        <div className="mt-4">
          <ReportLines lines={report} />
        </div>
      )}
    </div>
  )
}

function StudyChoice(props: { value: string; onChange: (study: string) => void; isProject: boolean }) {
  const t = useText()
  const studies = useStudies()
  const books = useCodebooks()
  const { value, onChange, isProject } = props
  const named = (books.data?.codebooks ?? []).map(({ codebookId, name }) => ({
    id: `${namedBook}${codebookId}`,
    label: name,
  }))
  return (
    <Select
      label={t(isProject ? 'coding.exchange.into' : 'coding.exchange.into.book')}
      description={isProject ? t('coding.exchange.into.hint') : undefined}
      isRequired
      value={value === '' ? null : value}
      onChange={onChange}
      options={[
        ...(isProject ? [{ id: newStudy, label: t('coding.exchange.new') }] : []),
        ...(isProject ? [] : [{ id: workspaceBook, label: t('coding.exchange.book') }, ...named]),
        ...(studies.data?.items ?? []).map(({ studyId, title }) => ({ id: studyId, label: title })),
      ]}
    />
  )
}

function NewStudy({ plan, onChange }: { plan: Plan; onChange: (plan: Plan) => void }) {
  const t = useText()
  const format = useFormat()
  return (
    <>
      <TextField name="title" label={t('coding.exchange.new.title')} isRequired maxLength={500} />
      <Select
        label={t('coding.exchange.new.language')}
        isRequired
        value={plan.language}
        options={languages.map((id) => ({ id, label: format.language(id) }))}
        onChange={(id) => onChange({ ...plan, language: languages.find((one) => one === id) ?? 'en' })}
      />
      <Select
        label={t('coding.exchange.new.basis')}
        isRequired
        description={t('coding.exchange.new.basis.hint')}
        value={plan.basis}
        options={bases.map((id) => ({
          id,
          label: t(`coding.exchange.basis.${id === 'legitimate interest' ? 'interest' : id}`),
        }))}
        onChange={(id) => onChange({ ...plan, basis: bases.find((one) => one === id) ?? 'consent' })}
      />
    </>
  )
}

const agreements = ['conversation_analysis', 'quoting'] as const
type Agreed = (typeof agreements)[number]

function Agreements({
  value,
  onChange,
}: {
  value: readonly Agreed[]
  onChange: (agreed: readonly Agreed[]) => void
}) {
  const t = useText()
  return (
    <fieldset className="flex flex-col">
      <legend className="font-medium">{t('coding.exchange.agreed')}</legend>
      <p className="mb-2 text-sm text-soft">{t('coding.exchange.agreed.hint')}</p>
      {agreements.map((id) => (
        <Checkbox
          key={id}
          isSelected={value.includes(id)}
          onChange={(isGiven) => onChange(isGiven ? [...value, id] : value.filter((one) => one !== id))}
        >
          {t(`coding.exchange.agreed.${id}`)}
        </Checkbox>
      ))}
    </fieldset>
  )
}
