import {
  BarList,
  Button,
  EmptyState,
  Fresh,
  Link,
  Loaded,
  PageHeader,
  Section,
  Table,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { RuleSentence, useRuleWords } from './rule-words.tsx'
import { useRemoveSet, useRestoreSet, useSets, type SetShown } from './segments-data.ts'
import { ShareCell, Size } from './size-cell.tsx'

export function Page() {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const mayWrite = useMay('segments.write')
  const sets = useSets()
  const find = `/w/${workspaceId}/segments/find`
  const actions = mayWrite && (
    <>
      <Button href={find} look="primary">
        {t('segments.find')}
      </Button>
      <Button href={`/w/${workspaceId}/segments/new`}>{t('segments.build')}</Button>
    </>
  )
  return (
    <>
      <PageHeader title={t('segments.title')} lead={t('segments.lead')} actions={actions} />
      <Loaded query={sets}>
        {(data) =>
          data.sets.length === 0 ? (
            <EmptyState title={t('segments.none')} action={mayWrite && actions}>
              {t('segments.none.todo')}
            </EmptyState>
          ) : (
            data.sets.map((set) => <SetSection key={set.setId} set={set} />)
          )
        }
      </Loaded>
    </>
  )
}

type Row = SetShown['segments'][number] | (SetShown['rest'] & { segmentId: null })

function SetSection({ set }: { set: SetShown }) {
  const t = useText()
  const words = useRuleWords()
  const { id: workspaceId } = useWorkspace()
  const rows: Row[] = [...set.segments, { ...set.rest, segmentId: null }]
  const { outcome, minimum } = set
  return (
    <Section title={set.name} lead={<SetLead set={set} />} actions={<SetActions set={set} />}>
      <Table
        label={set.name}
        rows={rows}
        rowKey={(row) => row.segmentId ?? 'rest'}
        empty={null}
        columns={[
          {
            key: 'name',
            title: t('segments.segment'),
            isRowHeader: true,
            cell: (row) =>
              row.segmentId === null ? (
                <span className="font-normal text-soft">{t('segments.rest')}</span>
              ) : (
                <span className="flex flex-col">
                  <Link href={`/w/${workspaceId}/segments/${row.segmentId}`} look="plain">
                    {row.name}
                  </Link>
                  {words.rule(row.all) !== row.name && (
                    <span className="max-w-prose text-sm font-normal text-soft">{words.rule(row.all)}</span>
                  )}
                </span>
              ),
          },
          {
            key: 'size',
            title: t('segments.size'),
            align: 'end',
            cell: (row) => <Size people={row.people} minimum={minimum} isExact={row.isExact} />,
          },
          ...(outcome === null
            ? []
            : [
                {
                  key: 'outcome',
                  title: words.outcome(outcome),
                  align: 'end' as const,
                  cell: (row: Row) => <ShareCell share={row.outcome} />,
                },
              ]),
        ]}
      />
      {outcome !== null && <OutcomeBars set={set} title={words.outcome(outcome)} />}
      <Fresh at={set.asOf} />
    </Section>
  )
}

function OutcomeBars({ set, title }: { set: SetShown; title: string }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const bars = set.segments.flatMap(({ segmentId, name, outcome }) =>
    outcome === null
      ? []
      : [
          {
            id: segmentId,
            label: name,
            value: outcome.share,
            interval: [outcome.low, outcome.high] as const,
            n: outcome.of,
            href: `/w/${workspaceId}/segments/${segmentId}`,
          },
        ],
  )
  if (bars.length < 2) return null
  return (
    <div className="mt-6 max-w-2xl">
      <BarList label={title} valueTitle={t('segments.share')} as="share" bars={bars} />
    </div>
  )
}

function SetLead({ set }: { set: SetShown }) {
  const t = useText()
  const { people, isExact } = set.audienceCount
  return (
    <>
      <RuleSentence all={set.audience} />
      {': '}
      <Size people={people} minimum={set.minimum} isExact={isExact} />{' '}
      {people !== null && t('segments.people.of', { n: people })}
    </>
  )
}

function SetActions({ set }: { set: SetShown }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const mayWrite = useMay('segments.write')
  const remove = useRemoveSet()
  const restore = useRestoreSet()
  if (!mayWrite) return null
  const path = { workspaceId, setId: set.setId }
  const takeAway = () =>
    remove.mutate(
      { path },
      {
        onSuccess: () =>
          toast({
            text: t('segments.removed', { name: set.name }),
            undo: () => restore.mutateAsync({ path }),
          }),
      },
    )
  return (
    <>
      <Button href={`/w/${workspaceId}/segments/sets/${set.setId}`}>{t('segments.change')}</Button>
      <Button look="quiet" isPending={remove.isPending} onPress={takeAway}>
        {t('kit.delete')}
      </Button>
    </>
  )
}
