import { useState, type ReactNode } from 'react'
import {
  Badge,
  BarList,
  Button,
  DataNumber,
  Form,
  Loaded,
  Notice,
  PageHeader,
  Section,
  Table,
  TextArea,
  useFormat,
  useMay,
  useText,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { ChosenStudy } from './chosen-study.tsx'
import { useSaturation, useSayEnough, type SaturationShown } from './saturation-data.ts'
import { RuleForm, Runs, useRule } from './saturation-rule.tsx'

/** Whether new things are still heard in a study, conversation by conversation and by segment. */
export function Page() {
  const t = useText()
  return (
    <>
      <PageHeader title={t('coding.saturation.title')} lead={t('coding.saturation.lead')} />
      <ChosenStudy todo={t('coding.saturation.none.todo')}>
        {(studyId) => <OneStudy studyId={studyId} />}
      </ChosenStudy>
    </>
  )
}

function OneStudy({ studyId }: { studyId: string }) {
  const query = useSaturation(studyId, useRule())
  return <Loaded query={query}>{(data) => <Saturation data={data} />}</Loaded>
}

function Saturation({ data }: { data: SaturationShown }) {
  const t = useText()
  const { id } = useWorkspace()
  const { all, held, target, withdrawn } = data
  return (
    <>
      <Verdict data={data} />
      <dl className="mt-6 grid gap-x-10 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
        <Figure title={t('coding.saturation.promise')}>
          {t('coding.saturation.promise.of', { held, target })}
        </Figure>
        <Figure title={t('coding.saturation.order')}>{useReached(all.reached, data.run)}</Figure>
        <Figure title={t('coding.saturation.median', { n: data.orders })}>
          {useReached(all.median, data.run)}
        </Figure>
        <Figure title={t('coding.saturation.base', { n: data.base })}>
          {all.baseCodes === null ? '–' : t('coding.saturation.codes', { n: all.baseCodes })}
        </Figure>
      </dl>
      <p className="mt-4 max-w-prose text-sm text-soft">
        {t('coding.saturation.how', {
          base: data.base,
          run: data.run,
          most: data.threshold === 0 ? 'none' : 'some',
        })}
      </p>
      <div className="mt-2">
        <RuleForm />
      </div>
      {withdrawn > 0 && (
        <div className="mt-4">
          <Notice title={t('coding.saturation.withdrawn', { n: withdrawn, of: held })}>
            {t('coding.quotes.withheld.why')}
          </Notice>
        </div>
      )}
      {all.heard.length > 0 && (
        <Section title={t('coding.saturation.talks')}>
          <BarList
            label={t('coding.saturation.news')}
            valueTitle={t('coding.saturation.news.title')}
            bars={all.heard.map(({ interviewId, title, news }) => ({
              id: interviewId,
              label: title,
              value: news,
              href: `/w/${id}/interviews/${interviewId}`,
            }))}
          />
        </Section>
      )}
      <Runs data={data} />
      <Segments data={data} />
      <Enough data={data} />
    </>
  )
}

function Figure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-soft">{title}</dt>
      <dd className="text-xl font-semibold tabular-nums">{children}</dd>
    </div>
  )
}

function useReached(reached: number | null, run: number): string {
  const t = useText()
  return reached === null ? t('coding.saturation.not.reached') : `${reached}+${run}`
}

function Verdict({ data }: { data: SaturationShown }) {
  const t = useText()
  const { all, base, run } = data
  const values = { n: all.conversations, wanted: base + run }
  if (all.state === 'agree')
    return <Notice title={t('coding.saturation.agree')}>{t('coding.saturation.agree.why')}</Notice>
  return (
    <Notice
      title={t(all.state === 'too few' ? 'coding.saturation.few' : 'coding.saturation.hearing', values)}
    >
      {t(all.state === 'too few' ? 'coding.saturation.few.why' : 'coding.saturation.hearing.why', values)}
    </Notice>
  )
}

function Segments({ data }: { data: SaturationShown }) {
  const t = useText()
  const { id } = useWorkspace()
  if (data.segments.length === 0) return null
  return (
    <Section title={t('coding.saturation.segments')}>
      <Table
        label={t('coding.saturation.segments')}
        rows={data.segments}
        rowKey={({ segmentId }) => segmentId}
        rowHref={({ segmentId }) => `/w/${id}/segments/${segmentId}`}
        columns={[
          { key: 'name', title: t('coding.search.segment'), isRowHeader: true, cell: ({ name }) => name },
          {
            key: 'talks',
            title: t('coding.saturation.coded'),
            align: 'end',
            cell: ({ hearing }) => <DataNumber value={hearing.conversations} />,
          },
          {
            key: 'reached',
            title: t('coding.saturation.order'),
            align: 'end',
            cell: ({ hearing }) => <Reached reached={hearing.reached} run={data.run} />,
          },
          {
            key: 'median',
            title: t('coding.saturation.median', { n: data.orders }),
            align: 'end',
            cell: ({ hearing }) => <Reached reached={hearing.median} run={data.run} />,
          },
          {
            key: 'state',
            title: t('coding.saturation.state'),
            cell: ({ hearing }) => (
              <Badge look={hearing.state === 'agree' ? 'good' : 'neutral'}>
                {t(`coding.saturation.state.${hearing.state.replace(' ', '.')}`)}
              </Badge>
            ),
          },
        ]}
        empty={null}
      />
    </Section>
  )
}

function Reached({ reached, run }: { reached: number | null; run: number }) {
  return <>{useReached(reached, run)}</>
}

/** A member may say why enough was heard; what is measured stays beside it. */
function Enough({ data }: { data: SaturationShown }) {
  const t = useText()
  const format = useFormat()
  const { id: workspaceId } = useWorkspace()
  const mayCode = useMay('coding.write')
  const say = useSayEnough()
  const [words, write] = useState('')
  return (
    <Section title={t('coding.saturation.enough')} lead={t('coding.saturation.enough.lead')}>
      <ul className="mb-6 flex flex-col gap-4">
        {data.words.map(({ why, by, at, conversations }) => (
          <li key={at} className="max-w-prose">
            <p className="whitespace-pre-line wrap-anywhere">{why}</p>
            <p className="text-sm text-soft">
              {[by, format.date(at), t('coding.saturation.after', { n: conversations })]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {mayCode && (
        <Form
          problem={say.error}
          onSubmit={async () => {
            await say.mutateAsync({ path: { workspaceId, studyId: data.studyId }, body: { why: words } })
            write('')
          }}
        >
          <TextArea
            name="why"
            label={t('coding.saturation.why')}
            value={words}
            onChange={write}
            isRequired
            maxLength={5000}
          />
          <Button type="submit" isPending={say.isPending}>
            {t('kit.save')}
          </Button>
        </Form>
      )}
    </Section>
  )
}
