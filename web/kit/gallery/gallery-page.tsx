import { Button } from '../button.tsx'
import { BarList } from '../bar-list.tsx'
import { DataNumber } from '../data-number.tsx'
import { EmptyState } from '../empty-state.tsx'
import { PageHeader, Section } from '../page-header.tsx'
import { Progress } from '../progress.tsx'
import { Quote } from '../quote.tsx'
import { Skeleton } from '../skeleton.tsx'
import { Table } from '../table.tsx'
import { Tabs } from '../tabs.tsx'
import { useText } from '../text.tsx'
import { GalleryEndings } from './gallery-endings.tsx'
import { GalleryControls } from './gallery-controls.tsx'
import { GalleryForm } from './gallery-form.tsx'
import { GalleryNotices } from './gallery-notices.tsx'
import { GalleryRefusal } from './gallery-refusal.tsx'
import { bars, rows, sentences } from './gallery-content.ts'

/** Every component in its states, on one page that nothing links to: for looking at, and for axe. Its sample words stay English. */
export function Page() {
  return (
    <main id="content" className="mx-auto max-w-5xl px-4 py-8 md:px-10">
      <title>Kit · Samtale</title>
      <PageHeader
        title={sentences.segment}
        lead={sentences.lead}
        back={{ href: '/kit', label: sentences.segments }}
        actions={
          <>
            <Button look="primary">{sentences.invite}</Button>
            <Button>{sentences.change}</Button>
          </>
        }
      />
      <GalleryFigures />
      <GalleryControls />
      <GalleryForm />
      <GalleryRefusal />
      <GalleryEndings />
      <GalleryNotices />
      <GalleryReading />
    </main>
  )
}

function GalleryFigures() {
  const t = useText()
  return (
    <>
      <div className="flex flex-wrap gap-x-16 gap-y-6">
        <DataNumber size="large" value={612} n={4119} freshAt="2026-11-20T09:00:00Z" />
        <DataNumber size="large" value={0.423} as="share" interval={[0.384, 0.462]} n={612} />
        <span className="self-end text-soft">{t('kit.people', { n: 1 })}</span>
      </div>
      <Section title={sentences.apart}>
        <BarList label={sentences.outcome} valueTitle={sentences.share} bars={bars} as="share" />
      </Section>
      <Section title={sentences.segments} lead={sentences.lead}>
        <Table
          label={sentences.segments}
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={() => '/kit'}
          pager={{ page: 1, previous: undefined, next: () => undefined }}
          columns={[
            { key: 'name', title: sentences.segment, cell: (row) => row.name, isRowHeader: true },
            { key: 'rule', title: sentences.rule, cell: (row) => row.rule, isWideOnly: true },
            {
              key: 'people',
              title: sentences.people,
              align: 'end',
              cell: (row) => <DataNumber value={row.people} />,
            },
            {
              key: 'share',
              title: sentences.share,
              align: 'end',
              cell: (row) => <DataNumber value={row.share} as="share" interval={row.interval} />,
            },
          ]}
          empty={<EmptyState title={sentences.nothing} />}
        />
      </Section>
    </>
  )
}

function GalleryReading() {
  return (
    <>
      <Section title={sentences.words}>
        <div className="flex flex-col gap-6">
          <Quote who="P-0417" when="2026-10-02T10:00:00Z" href="/kit" lang="da">
            {sentences.danish}
          </Quote>
          <Quote who="P-1093" when="2026-10-09T10:00:00Z" lang="en">
            {sentences.english}
          </Quote>
        </div>
      </Section>
      <Section title={sentences.waiting}>
        <div className="grid gap-8 md:grid-cols-2">
          <Progress label={sentences.reading} share={0.31} onCancel={() => undefined}>
            {sentences.rowsRead}
          </Progress>
          <Skeleton lines={4} />
        </div>
      </Section>
      <Section title={sentences.tabs}>
        <Tabs
          label={sentences.tabs}
          tabs={[
            { id: 'a', label: sentences.why, content: sentences.lead },
            { id: 'b', label: sentences.words, content: sentences.english },
            { id: 'c', label: sentences.people, content: sentences.lead },
          ]}
        />
      </Section>
      <Section title={sentences.nothing}>
        <EmptyState title={sentences.nothingTitle} action={<Button look="primary">{sentences.plan}</Button>}>
          {sentences.nothingTodo}
        </EmptyState>
      </Section>
    </>
  )
}
