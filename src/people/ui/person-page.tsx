import { Suspense, useEffect } from 'react'
import {
  Badge,
  EmptyState,
  Loaded,
  Notice,
  PageHeader,
  Section,
  Skeleton,
  Table,
  useFormat,
  useMay,
  usePageParams,
  usePageTitle,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { ConsentSection } from './consent-section.tsx'
import { EventProperties } from './event-properties.tsx'
import { FactTable } from './fact-table.tsx'
import { type Person, usePerson, useSourceNames, useTimeline } from './people-data.ts'
import { type PersonSection, fetchSections, personSections } from './person-sections.ts'

/** One person: what we know, from where, what they did and what they allow. */
export function Page() {
  const { personId } = usePageParams('personId')
  const person = usePerson(personId)
  usePageTitle(person.data?.pseudonym)
  useEffect(fetchSections, [])
  return <Loaded query={person}>{(found) => <PersonView person={found} />}</Loaded>
}

function PersonView({ person }: { person: Person }) {
  const t = useText()
  const { id } = useWorkspace()
  const mayConsent = useMay('consent.read')
  return (
    <>
      <PageHeader
        title={person.pseudonym}
        lead={t('people.person.lead')}
        back={{ href: `/w/${id}/people`, label: t('people.list.title') }}
      />
      <Section title={t('people.identifiers')}>
        <Identifiers person={person} />
      </Section>
      <Section title={t('people.facts')} lead={t('people.facts.lead')}>
        {person.held.length > 0 && (
          <div className="mb-4">
            <Notice look="warning" title={t('people.held.notice', { n: person.held.length })}>
              {t('people.held.notice.todo')}
            </Notice>
          </div>
        )}
        <FactTable person={person} />
      </Section>
      {mayConsent && <ConsentSection personId={person.personId} />}
      <Contributed person={person} where={(order) => order < 50} />
      <Timeline personId={person.personId} />
      <Contributed person={person} where={(order) => order >= 50} />
    </>
  )
}

/** Sections of other rooms; those of 50 and more stand below what the person did. */
function Contributed({ person, where }: { person: Person; where: (order: number) => boolean }) {
  return personSections()
    .filter(({ order }) => where(order))
    .map((section) => <ContributedSection key={section.id} section={section} person={person} />)
}

function Identifiers({ person }: { person: Person }) {
  const t = useText()
  const format = useFormat()
  const nameOf = useSourceNames()
  return (
    <Table
      label={t('people.identifiers')}
      rows={person.identifiers}
      rowKey={(row) => `${row.kind}\n${row.value}`}
      empty={
        <EmptyState title={t('people.identifiers.none')}>{t('people.identifiers.none.todo')}</EmptyState>
      }
      columns={[
        {
          key: 'kind',
          title: t('people.identifier.kind'),
          cell: (row) => t(`people.identifier.of.${row.kind}`),
        },
        {
          key: 'value',
          title: t('people.identifier.value'),
          isRowHeader: true,
          cell: (row) => (
            <span className="wrap-anywhere">
              {row.value} {!row.isTrusted && <Badge look="warning">{t('people.identifier.claimed')}</Badge>}
            </span>
          ),
        },
        { key: 'source', title: t('people.source'), cell: (row) => nameOf(row.sourceId) },
        {
          key: 'since',
          title: t('people.since'),
          isWideOnly: true,
          cell: (row) => format.date(row.firstSeen),
        },
      ]}
    />
  )
}

function ContributedSection(props: { section: PersonSection; person: Person }) {
  const t = useText()
  const { section, person } = props
  const may = useMay(section.permission ?? 'people.read')
  const { Part } = section
  if (!may) return null
  return (
    <Section title={t(section.title)} isScreenOnly={section.isScreenOnly ?? false}>
      <Suspense fallback={<Skeleton lines={3} />}>
        <Part personId={person.personId} pseudonym={person.pseudonym} />
      </Suspense>
    </Section>
  )
}

function Timeline({ personId }: { personId: string }) {
  const t = useText()
  const format = useFormat()
  const { query, pager } = useTimeline(personId)
  return (
    <Section title={t('people.timeline')} lead={t('people.timeline.lead')}>
      <Loaded query={query}>
        {(page) => (
          <Table
            label={t('people.timeline')}
            rows={page.items}
            rowKey={(row) => row.messageId}
            pager={pager}
            empty={
              <EmptyState title={t('people.timeline.empty')}>{t('people.timeline.empty.todo')}</EmptyState>
            }
            columns={[
              { key: 'at', title: t('people.when'), cell: (row) => format.dateTime(row.at) },
              { key: 'what', title: t('people.event'), isRowHeader: true, cell: (row) => row.name },
              {
                key: 'properties',
                title: t('people.properties'),
                isWideOnly: true,
                cell: (row) => <EventProperties json={row.properties} />,
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  )
}
