import {
  Button,
  DataNumber,
  EmptyState,
  Loaded,
  Notice,
  Section,
  Select,
  Table,
  useFormat,
  useMay,
  useSearchValue,
  useText,
} from '../../../../web/kit/index.ts'
import { fewestForShare } from '../../views/view.schema.ts'
import { CellQuotes, useOpenCell, type OpenCell } from './cell-quotes.tsx'
import { TableFiles } from './matrix-notes.tsx'
import { ReadingForm } from './reading-form.tsx'
import { useViewFilters } from './use-view-filters.ts'
import { ValueMap } from './value-map.tsx'
import type { InStudy } from './view-page.tsx'
import { useLadders, type LaddersShown } from './views-data.ts'

type Link = LaddersShown['links'][number]

/** From what a thing is to why it matters: map of values, implication matrix, and which code is what. */
export function LaddersTab({ studyId }: InStudy) {
  const mayTakeOut = useMay('coding.export')
  const [filters] = useViewFilters()
  const [text, choose] = useSearchValue('cutoff')
  const cutoff = Number(text) > 0 ? Number(text) : undefined
  const { cell, open, close } = useOpenCell()
  const query = useLadders(studyId, { ...filters, ...(cutoff === undefined ? {} : { cutoff }) })
  const asked = { ...filters, ...(cutoff === undefined ? {} : { cutoff: String(cutoff) }) }
  return (
    <>
      <Loaded query={query}>
        {(data) => (
          <Ladders
            data={data}
            onCutoff={choose}
            onOpen={(title, { from, to }) =>
              open({ title, asked: { ...filters, linkFrom: from, linkTo: to } })
            }
          />
        )}
      </Loaded>
      {mayTakeOut && query.data?.links.length !== 0 && (
        <TableFiles to={`studies/${studyId}/views/ladders/file`} query={asked} />
      )}
      <ReadingForm studyId={studyId} field="level" />
      <CellQuotes studyId={studyId} cell={cell} onClose={close} />
    </>
  )
}

type Shown = {
  data: LaddersShown
  onCutoff: (cutoff: string) => void
  onOpen: (title: OpenCell['title'], link: Link) => void
}

function Ladders({ data, onCutoff, onOpen }: Shown) {
  const t = useText()
  const format = useFormat()
  if (data.links.length === 0)
    return (
      <EmptyState title={t('coding.views.ladders.empty.title')}>
        {t('coding.views.ladders.empty.todo', { reach: data.reach })}
      </EmptyState>
    )
  return (
    <>
      <p className="mb-6 max-w-prose text-sm text-soft">
        {t('coding.views.ladders.rests', { ladders: data.ladders, people: data.people, n: data.n })}{' '}
        {t('coding.views.ladders.how', { reach: data.reach })}
      </p>
      {data.cutoffs.length > 0 && (
        <div className="mb-6 max-w-sm" data-screen-only>
          <Select
            label={t('coding.views.cutoff')}
            description={t('coding.views.cutoff.hint')}
            value={String(data.cutoff)}
            onChange={onCutoff}
            isRequired
            options={data.cutoffs.map(({ cutoff, links, steps, share }) => ({
              id: String(cutoff),
              label:
                data.people < fewestForShare
                  ? t('coding.views.cutoff.keeps.few', {
                      cutoff,
                      links,
                      steps,
                      all: data.cutoffs[0]?.steps ?? 0,
                    })
                  : t('coding.views.cutoff.keeps', { cutoff, links, share: format.percent(share) }),
            }))}
          />
        </div>
      )}
      {data.map.edges.length === 0 ? (
        <Notice title={t('coding.views.map.none')} />
      ) : (
        <ValueMap map={data.map} onOpen={onOpen} />
      )}
      <ImplicationMatrix data={data} onOpen={onOpen} />
    </>
  )
}

/** All links, direct | indirect, the rows leading to the columns. */
function ImplicationMatrix({ data, onOpen }: Omit<Shown, 'onCutoff'>) {
  const t = useText()
  const links = new Map(data.links.map((link) => [`${link.from} ${link.to}`, link]))
  const names = new Map<string, string>(data.codes.map(({ codeId, name }) => [codeId, name]))
  const leading = data.codes.filter(({ codeId }) => data.links.some(({ from }) => from === codeId))
  const reached = data.codes.filter(({ codeId }) => data.links.some(({ to }) => to === codeId))
  return (
    <Section title={t('coding.views.implications')} lead={t('coding.views.implications.lead')}>
      <Table
        label={t('coding.views.implications')}
        rows={leading}
        rowKey={({ codeId }) => codeId}
        empty={null}
        columns={[
          {
            key: 'code',
            title: t('coding.views.leads.from'),
            isRowHeader: true,
            cell: ({ name, level }) => (
              <span className="block min-w-32 wrap-anywhere">
                {name} <span className="font-normal text-soft">{t(`coding.level.${level}`)}</span>
              </span>
            ),
          },
          {
            key: 'people',
            title: t('coding.code.people'),
            align: 'end',
            cell: ({ people }) => <DataNumber value={people} />,
          },
          ...reached.map((column) => ({
            key: column.codeId,
            title: <span className="ml-auto block max-w-40 min-w-20 wrap-anywhere">{column.name}</span>,
            align: 'end' as const,
            cell: ({ codeId }: { codeId: string }) => {
              const link = links.get(`${codeId} ${column.codeId}`)
              return link === undefined ? (
                <span className="text-soft">–</span>
              ) : (
                <LinkButton link={link} names={names} onOpen={onOpen} />
              )
            },
          })),
        ]}
      />
    </Section>
  )
}

function LinkButton(props: { link: Link; names: ReadonlyMap<string, string>; onOpen: Shown['onOpen'] }) {
  const t = useText()
  const { link, names, onOpen } = props
  const title = `${names.get(link.from)} → ${names.get(link.to)}`
  const steps = `${link.direct} | ${link.indirect}`
  return (
    <Button
      look="quiet"
      aria-label={`${steps}. ${t('coding.views.link', { name: title, ...link })}`}
      onPress={() => onOpen(title, link)}
    >
      <span className="whitespace-nowrap tabular-nums">{steps}</span>
      {link.places > 0 && (
        <span className="text-soft">{t('coding.views.places.short', { n: link.places })}</span>
      )}
    </Button>
  )
}
