import {
  Button,
  DataNumber,
  EmptyState,
  Fresh,
  Link,
  Loaded,
  PageHeader,
  Table,
  type Answer,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { LeftOut } from './left-out.tsx'
import { usePurposes } from './consent-data.ts'

type Purposes = Answer<'GET /api/w/{workspaceId}/consent/purposes'>

/** For each purpose: how many people may be used for it, and why the others may not. */
export function Page() {
  const t = useText()
  const { id } = useWorkspace()
  const purposes = usePurposes()
  return (
    <>
      <PageHeader
        title={t('consent.purposes.title')}
        lead={t('consent.purposes.lead')}
        actions={<Button href={`/w/${id}/legal-bases`}>{t('consent.bases.change')}</Button>}
      />
      <Loaded query={purposes}>{(found) => <PurposeTable counted={found} />}</Loaded>
    </>
  )
}

function PurposeTable({ counted }: { counted: Purposes }) {
  const t = useText()
  const { id } = useWorkspace()
  return (
    <>
      {counted.people === 0 && (
        <EmptyState title={t('consent.nobody')}>
          {t('consent.nobody.todo')} <Link href={`/w/${id}/legal-bases`}>{t('consent.bases.change')}</Link>
        </EmptyState>
      )}
      {counted.people > 0 && (
        <Table
          label={t('consent.purposes.title')}
          rows={counted.purposes}
          rowKey={(row) => row.purpose}
          empty={null}
          columns={[
            {
              key: 'purpose',
              title: t('consent.purpose'),
              isRowHeader: true,
              cell: (row) => (
                <>
                  {t(`consent.purpose.${row.purpose}`)}
                  <span className="block max-w-prose font-normal text-soft">
                    {t(`consent.meaning.${row.purpose}`)}
                  </span>
                </>
              ),
            },
            {
              key: 'may',
              title: t('consent.may'),
              align: 'end',
              cell: (row) => <DataNumber value={row.may} />,
            },
            {
              key: 'not',
              title: t('consent.may.not'),
              cell: (row) => <LeftOut told={row} minimum={counted.minimum} />,
            },
          ]}
        />
      )}
      {counted.people > 0 && <Fresh at={counted.asOf} />}
    </>
  )
}
