import {
  Button,
  DataNumber,
  Loaded,
  Notice,
  PageHeader,
  useFormat,
  usePageParams,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useImport, type ImportShown } from './exchange-data.ts'
import { ReportLines } from './report-lines.tsx'

/** What became of a codebook or project that was brought in. */
export function Page() {
  const { codingImportId } = usePageParams('codingImportId')
  const found = useImport(codingImportId)
  return <Loaded query={found}>{(data) => <Report found={data} />}</Loaded>
}

const counted = [
  'codes',
  'interviews',
  'documents',
  'participants',
  'passages',
  'places',
  'codings',
  'notes',
] as const

function Report({ found }: { found: ImportShown }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const { fileName, origin, at, who, studyId, study, counts, report, codingImportId } = found
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{fileName}</span>}
        lead={[origin, who, format.dateTime(at)].filter(Boolean).join(' · ')}
        back={{ href: `/w/${id}/exchange?tab=in`, label: t('coding.exchange.title') }}
        actions={
          <>
            {studyId !== null && (
              <Button look="primary" href={`/w/${id}/studies/${studyId}`}>
                {t('coding.exchange.study.open')}
              </Button>
            )}
            <Button href={`/w/${id}/codes`}>{t('coding.codes.title')}</Button>
          </>
        }
      />
      <dl className="mb-8 flex flex-wrap gap-x-10 gap-y-4">
        {counted.map((what) => (
          <div key={what}>
            <dt className="text-sm text-soft">{t(`coding.exchange.counted.${what}`)}</dt>
            <dd className="text-xl font-semibold">
              <DataNumber value={counts[what]} />
            </dd>
          </div>
        ))}
      </dl>
      {study !== null && (
        <p className="mb-6 text-soft wrap-anywhere">{t('coding.exchange.into.study', { study })}</p>
      )}
      {report.length === 0 ? (
        <Notice look="good" title={t('coding.exchange.whole')} />
      ) : (
        <>
          <ReportLines lines={report} />
          <a
            className="mt-6 inline-block py-2 text-accent underline underline-offset-3"
            href={`/api/w/${id}/coding/imports/${codingImportId}/report`}
            download
          >
            {t('coding.exchange.report.csv')}
          </a>
        </>
      )}
    </>
  )
}
