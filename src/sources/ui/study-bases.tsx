import {
  EmptyState,
  Link,
  Loaded,
  Section,
  Table,
  useMay,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { Bases } from './declared-bases.tsx'
import { useStudyBases } from './sources-data.ts'

/** What the use of what was said in each study rests on; it is changed where the study is written. */
export function Studies() {
  const t = useText()
  const { id } = useWorkspace()
  const mayWrite = useMay('studies.write')
  const studies = useStudyBases()
  return (
    <Section title={t('sources.studies')} lead={t('sources.studies.lead')}>
      <Loaded query={studies}>
        {({ items }) => (
          <Table
            label={t('sources.studies')}
            rows={items}
            rowKey={(row) => row.studyId}
            empty={
              <EmptyState title={t('sources.studies.none')}>{t('sources.studies.none.todo')}</EmptyState>
            }
            columns={[
              { key: 'name', title: t('sources.study'), isRowHeader: true, cell: (row) => row.title },
              {
                key: 'bases',
                title: t('sources.bases'),
                cell: ({ bases }) => (
                  <Bases
                    bases={[
                      { purpose: 'conversation_analysis', basis: bases.conversation_analysis },
                      { purpose: 'quoting', basis: bases.quoting },
                    ]}
                  />
                ),
              },
              {
                key: 'change',
                title: <span className="sr-only">{t('sources.bases.change')}</span>,
                align: 'end',
                cell: (row) =>
                  mayWrite && (
                    <Link href={`/w/${id}/studies/${row.studyId}/edit`}>
                      {t('sources.bases.change')}
                      <span className="sr-only">: {row.title}</span>
                    </Link>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  )
}
