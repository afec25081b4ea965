import { useState, type ReactNode } from 'react'
import {
  Button,
  ComboBox,
  Loaded,
  Select,
  useSearchValue,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { NamesWaiting } from '../../conversations/ui/index.ts'
import { useCodes } from './coding-data.ts'
import { useStudies } from './exchange-data.ts'
import { useSearchChoices } from './search-data.ts'

const everything = 'everything'

/** Choose a study (or everything), then a form to take it out in. */
export function TakeOut() {
  const t = useText()
  const studies = useStudies()
  const [study, choose] = useSearchValue('study')
  const [codeId, narrow] = useState(everything)
  const [segmentId, keepTo] = useState(everything)
  const codes = useCodes(study)
  const { segments } = useSearchChoices().data ?? { segments: [] }
  return (
    <Loaded query={studies}>
      {(data) => (
        <div className="flex flex-col gap-8">
          <div className="grid max-w-2xl gap-4 md:grid-cols-2">
            <Select
              label={t('coding.exchange.what')}
              isRequired
              value={study ?? everything}
              onChange={(id) => choose(id === everything ? undefined : id)}
              options={[
                { id: everything, label: t('coding.exchange.everything') },
                ...data.items.map(({ studyId, title }) => ({ id: studyId, label: title })),
              ]}
            />
            <ComboBox
              label={t('coding.exchange.code')}
              isRequired
              value={codeId}
              onChange={narrow}
              options={[
                { id: everything, label: t('coding.exchange.code.all') },
                ...(codes.data?.codes ?? []).map((code) => ({ id: code.codeId, label: code.label })),
              ]}
            />
            {segments.length > 0 && (
              <ComboBox
                label={t('coding.exchange.segment')}
                description={t('coding.exchange.segment.hint')}
                isRequired
                value={segmentId}
                onChange={keepTo}
                options={[
                  { id: everything, label: t('coding.search.all') },
                  ...segments.map(({ id, name }) => ({ id, label: name })),
                ]}
              />
            )}
          </div>
          {study !== undefined && <NamesWaiting studyId={study} />}
          <Forms studyId={study} tables={{ codeId: given(codeId), segmentId: given(segmentId) }} />
          <p className="max-w-prose text-sm text-soft">{t('coding.exchange.out.note')}</p>
        </div>
      )}
    </Loaded>
  )
}

const given = (id: string) => (id === everything ? undefined : id)

type Taken = {
  studyId: string | undefined
  /** What quotes and the table are kept to. */
  tables: { codeId: string | undefined; segmentId: string | undefined }
}

function Forms({ studyId, tables }: Taken) {
  const t = useText()
  const { id } = useWorkspace()
  const link = (what: string, query: Record<string, string | undefined>) => {
    const asked = Object.entries({ studyId, ...query }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]],
    )
    return `/api/w/${id}/coding/${what}?${new URLSearchParams(asked)}`
  }
  return (
    <ul className="flex max-w-3xl flex-col divide-y divide-line border-y border-line">
      <Form name="quotes">
        <Download href={link('quotes', { ...tables, format: 'csv' })} of="quotes" format="CSV" />
        <Download href={link('quotes', { ...tables, format: 'xlsx' })} of="quotes" format="XLSX" />
      </Form>
      <Form name="matrix">
        <Download href={link('matrix', { ...tables, format: 'csv' })} of="matrix" format="CSV" />
        <Download href={link('matrix', { ...tables, format: 'xlsx' })} of="matrix" format="XLSX" />
      </Form>
      <Form name="report">
        {studyId === undefined ? (
          <span className="text-sm text-soft">{t('coding.exchange.report.choose')}</span>
        ) : (
          <Button href={`/w/${id}/studies/${studyId}/report`}>{t('coding.exchange.report.open')}</Button>
        )}
      </Form>
      <Form name="project">
        <Download href={link('project', {})} of="project" format="QDPX" />
      </Form>
      <Form name="codebook">
        <Download href={link('codebook', {})} of="codebook" format="QDC" />
      </Form>
    </ul>
  )
}

type FormName = 'quotes' | 'matrix' | 'report' | 'project' | 'codebook'

function Form({ name, children }: { name: FormName; children: ReactNode }) {
  const t = useText()
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 py-4">
      <div className="min-w-0 basis-72 grow">
        <h2 className="font-medium">{t(`coding.exchange.form.${name}`)}</h2>
        <p className="max-w-prose text-sm text-soft">{t(`coding.exchange.form.${name}.hint`)}</p>
      </div>
      <div className="flex gap-4">{children}</div>
    </li>
  )
}

function Download({ href, of, format }: { href: string; of: FormName; format: string }) {
  const t = useText()
  return (
    <a className="py-2 text-accent underline underline-offset-3" href={href} download>
      {format}
      <span className="sr-only">: {t(`coding.exchange.form.${of}`)}</span>
    </a>
  )
}
