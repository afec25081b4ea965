import { useState } from 'react'
import {
  Button,
  ConfirmByTyping,
  EmptyState,
  Icon,
  Link,
  Loaded,
  Notice,
  PageHeader,
  Section,
  useFormat,
  useMay,
  usePageParams,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { BringDocuments } from './bring-documents.tsx'
import { useDocuments, useRemoveDocument, type DocumentListed } from './documents-data.ts'

/** Photos and PDFs of a study: bring in, look at, take out. */
export function Page() {
  const t = useText()
  const { studyId } = usePageParams('studyId')
  const { id } = useWorkspace()
  const mayWrite = useMay('studies.write')
  const query = useDocuments(studyId)
  return (
    <>
      <PageHeader
        title={t('conversations.documents.title')}
        lead={t('conversations.documents.lead')}
        back={{ href: `/w/${id}/studies/${studyId}`, label: t('conversations.study.title') }}
      />
      {mayWrite && <BringDocuments studyId={studyId} />}
      <Loaded query={query}>
        {({ documents, withheld }) => (
          <Section title={t('conversations.documents.here', { n: documents.length })}>
            {withheld > 0 && (
              <div className="mb-6">
                <Notice title={t('conversations.documents.withheld', { n: withheld })}>
                  {t('conversations.documents.withheld.why')}
                </Notice>
              </div>
            )}
            {documents.length === 0 ? (
              <EmptyState title={t('conversations.documents.empty')}>
                {t('conversations.documents.empty.todo')}
              </EmptyState>
            ) : (
              <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
                {documents.map((document) => (
                  <li key={document.documentId} className="min-w-0">
                    <Card document={document} />
                  </li>
                ))}
              </ul>
            )}
          </Section>
        )}
      </Loaded>
    </>
  )
}

function Card({ document }: { document: DocumentListed }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const mayWrite = useMay('studies.write')
  const { documentId, kind, name, pages, who, happenedOn } = document
  const facts = [
    who,
    happenedOn === null ? null : format.date(happenedOn),
    kind === 'pdf' ? t('conversations.documents.pages', { n: pages }) : null,
  ].filter((fact) => fact !== null)
  return (
    <article className="flex flex-col gap-2">
      <div className="flex h-44 items-center justify-center overflow-hidden rounded-md border border-line bg-sunken text-soft">
        {kind === 'photo' ? (
          <img
            src={`/api/w/${id}/documents/${documentId}/file`}
            loading="lazy"
            alt=""
            className="size-full object-contain"
          />
        ) : (
          <Icon name="file" size={40} />
        )}
      </div>
      <h3 className="font-medium wrap-anywhere">
        <Link href={`/w/${id}/documents/${documentId}`}>{name}</Link>
      </h3>
      {facts.length > 0 && <p className="text-sm text-soft">{facts.join(' · ')}</p>}
      {mayWrite && <Remove document={document} />}
    </article>
  )
}

function Remove({ document }: { document: DocumentListed }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const [isOpen, open] = useState(false)
  const remove = useRemoveDocument()
  const { documentId, name } = document
  return (
    <div>
      <Button look="quiet" onPress={() => open(true)}>
        {t('kit.remove')}
        <span className="sr-only">{name}</span>
      </Button>
      <ConfirmByTyping
        title={t('conversations.documents.remove')}
        word={name}
        confirmLabel={t('kit.remove')}
        isOpen={isOpen}
        onClose={() => open(false)}
        isPending={remove.isPending}
        problem={remove.error}
        onConfirm={() =>
          remove.mutate({ path: { workspaceId, documentId } }, { onSuccess: () => open(false) })
        }
      >
        {t('conversations.documents.remove.what')}
      </ConfirmByTyping>
    </div>
  )
}
