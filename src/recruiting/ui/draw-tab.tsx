import {
  Badge,
  Button,
  EmptyState,
  Form,
  Loaded,
  Notice,
  ProblemNotice,
  Section,
  Table,
  TextField,
  useFormat,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { LetterGaps } from './letter-gaps.tsx'
import { filters, type Filter } from '../recruiting.schema.ts'
import { gapsIn } from '../text-gaps.schema.ts'
import {
  useCandidates,
  useDraws,
  useMakeDraw,
  useRecruitment,
  useReleaseDraw,
  useRemoveDraw,
  type DrawShown,
  type StratumShown,
} from './recruiting-data.ts'

/** Whom the study may ask, filter by filter; the draw; and letting its letters go. */
export function DrawTab({ studyId }: { studyId: string }) {
  const t = useText()
  const candidates = useCandidates(studyId)
  return (
    <>
      <Section title={t('recruiting.candidates')} lead={t('recruiting.candidates.lead')}>
        <Loaded query={candidates}>
          {({ strata }) => (
            <div className="flex flex-col gap-8">
              {strata.map((stratum) => (
                <Funnel key={`${stratum.segmentId} ${stratum.language}`} stratum={stratum} />
              ))}
              <NewDraw studyId={studyId} strata={strata} />
            </div>
          )}
        </Loaded>
      </Section>
      <Draws studyId={studyId} />
    </>
  )
}

function useStratumName() {
  const t = useText()
  const format = useFormat()
  return ({ segmentId, segment, language }: Pick<StratumShown, 'segmentId' | 'segment' | 'language'>) => {
    const who = segmentId === null ? t('recruiting.everybody') : (segment ?? t('recruiting.segment.gone'))
    return language === null ? who : `${who} · ${format.language(language)}`
  }
}

type Step = { filter: Filter; left: number; out: number | null }

function Funnel({ stratum }: { stratum: StratumShown }) {
  const t = useText()
  const format = useFormat()
  const nameOf = useStratumName()
  const steps = filters.map((filter, at): Step => {
    const before = filters[at - 1]
    const left = stratum.left[filter]
    return { filter, left, out: before === undefined ? null : stratum.left[before] - left }
  })
  const { leftOut, fewer, people, isExact } = stratum
  const reasons = [
    ...leftOut.map(({ reason, people: n }) =>
      t('recruiting.reason.n', { reason: t(`consent.reason.${reason}`), n }),
    ),
    ...fewer.map(({ reason }) => t('recruiting.reason.few', { reason: t(`consent.reason.${reason}`) })),
  ]
  return (
    <div>
      <h3 className="font-medium wrap-anywhere">{nameOf(stratum)}</h3>
      <p className="mb-2 text-sm text-soft">
        {t('recruiting.open', { open: stratum.open, wanted: stratum.wanted })}
        {people !== null &&
          ` · ${t(isExact ? 'recruiting.size' : 'recruiting.size.least', { n: format.number(people) })}`}
      </p>
      <Table
        label={nameOf(stratum)}
        rows={steps}
        rowKey={({ filter }) => filter}
        empty={null}
        columns={[
          {
            key: 'filter',
            title: t('recruiting.filter'),
            isRowHeader: true,
            cell: ({ filter }) => t(`recruiting.filter.${filter}`),
          },
          {
            key: 'out',
            title: t('recruiting.out'),
            align: 'end',
            cell: ({ out }) => (out === null ? reasons.join(', ') : format.number(out)),
          },
          { key: 'left', title: t('recruiting.left'), align: 'end', cell: ({ left }) => format.number(left) },
        ]}
      />
    </div>
  )
}

function NewDraw({ studyId, strata }: { studyId: string; strata: readonly StratumShown[] }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const draw = useMakeDraw()
  const remove = useRemoveDraw()
  const path = { workspaceId, studyId }
  if (strata.every(({ open, left }) => open === 0 || left.rested === 0))
    return (
      <Notice look="info" title={t('recruiting.nobody')}>
        {t('recruiting.nobody.todo')}
      </Notice>
    )
  return (
    <Form
      problem={draw.error}
      onSubmit={async ({ each = '', seed = '' }) => {
        const body = { each: Math.max(1, Math.round(Number(each)) || 5), ...(seed === '' ? {} : { seed }) }
        const { drawn, drawId } = await draw.mutateAsync({ path, body })
        toast({
          text: t('recruiting.drawn', { n: drawn }),
          undo: () => remove.mutateAsync({ path: { ...path, drawId } }),
        })
      }}
    >
      <TextField
        name="each"
        type="number"
        defaultValue="5"
        isRequired
        label={t('recruiting.each')}
        description={t('recruiting.each.hint')}
      />
      <TextField name="seed" label={t('recruiting.seed')} description={t('recruiting.seed.hint')} />
      <Button type="submit" look="primary" isPending={draw.isPending}>
        {t('recruiting.draw')}
      </Button>
    </Form>
  )
}

function Draws({ studyId }: { studyId: string }) {
  const t = useText()
  const draws = useDraws(studyId)
  return (
    <Section title={t('recruiting.draws')} lead={t('recruiting.draws.lead')}>
      <Loaded query={draws}>
        {({ draws: list }) =>
          list.length === 0 ? (
            <EmptyState title={t('recruiting.draws.empty')} heading="h2">
              {t('recruiting.draws.empty.todo')}
            </EmptyState>
          ) : (
            <ul className="flex flex-col gap-4">
              {list.map((draw) => (
                <OneDraw key={draw.drawId} draw={draw} studyId={studyId} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}

function OneDraw({ draw, studyId }: { draw: DrawShown; studyId: string }) {
  const t = useText()
  const format = useFormat()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const nameOf = useStratumName()
  const release = useReleaseDraw()
  const remove = useRemoveDraw()
  const recruitment = useRecruitment(studyId)
  const path = { workspaceId, studyId, drawId: draw.drawId }
  const problem = release.error ?? remove.error
  const gaps = recruitment.data ? gapsIn(recruitment.data, draw.languages) : []
  return (
    <li className="rounded-lg border border-line bg-raised p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="font-medium">{format.dateTime(draw.drawnAt)}</h3>
        <span className="text-sm text-soft">{draw.drawnBy}</span>
      </div>
      <ul className="my-2 text-sm">
        {draw.strata.map((one) => (
          <li key={`${one.segmentId} ${one.language}`}>
            {t('recruiting.drawn.of', { name: nameOf(one), drawn: one.drawn, candidates: one.candidates })}
          </li>
        ))}
      </ul>
      <p className="text-sm wrap-anywhere text-soft">
        {t('recruiting.seed.kept', { seed: draw.seed, method: draw.method })}
      </p>
      {problem && <ProblemNotice problem={problem} />}
      {draw.waiting > 0 ? (
        <div className="mt-3 flex flex-col gap-3">
          {recruitment.data?.mailConfigured === false && (
            <Notice look="warning" title={t('recruiting.no-mail')}>
              {t('recruiting.no-mail.todo')}
            </Notice>
          )}
          <LetterGaps gaps={gaps} />
          <div className="flex flex-wrap gap-2">
            <Button
              look="primary"
              isPending={release.isPending}
              onPress={() =>
                release.mutate(
                  { path, query: gaps.length === 0 ? {} : { gaps: 'accepted' } },
                  { onSuccess: ({ letters }) => toast({ text: t('recruiting.released', { n: letters }) }) },
                )
              }
            >
              {t(gaps.length === 0 ? 'recruiting.release' : 'recruiting.release.gaps', { n: draw.waiting })}
            </Button>
            <Button look="quiet" isPending={remove.isPending} onPress={() => remove.mutate({ path })}>
              {t('recruiting.draw.remove')}
            </Button>
          </div>
        </div>
      ) : (
        <div className="mt-2">
          <Badge look="good">{t('recruiting.draw.sent')}</Badge>
        </div>
      )}
    </li>
  )
}
