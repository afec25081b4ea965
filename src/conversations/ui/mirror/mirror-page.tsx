import type { ReactNode } from 'react'
import {
  Badge,
  Link,
  Loaded,
  Notice,
  PageHeader,
  ProblemNotice,
  Section,
  Switch,
  useFormat,
  useMay,
  usePageParams,
  useText,
  useWorkspace,
} from '../../../../web/kit/index.ts'
import { useMirror, useShareMirror, type MirrorShown } from './mirror-data.ts'
import { Timing } from './mirror-timing.tsx'

/** How one asked in a conversation: figures to look into, private, never a grade. */
export function Page() {
  const { interviewId } = usePageParams('interviewId')
  const mirror = useMirror(interviewId)
  return <Loaded query={mirror}>{(data) => <Mirror mirror={data} />}</Loaded>
}

function Mirror({ mirror }: { mirror: MirrorShown }) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  const place = `/w/${id}/interviews/${mirror.interviewId}`
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t('conversations.mirror.title')}
        lead={`${mirror.title} · ${format.date(mirror.happenedAt)} · ${mirror.interviewer}`}
        back={
          mirror.isMine
            ? { href: `/w/${id}/mirror`, label: t('conversations.mirror.mine') }
            : { href: place, label: mirror.title }
        }
      />
      <div className="flex flex-col gap-8">
        {mirror.isMine ? (
          <Sharing mirror={mirror} />
        ) : (
          <Notice title={t('conversations.mirror.shared.by', { name: mirror.interviewer })} />
        )}
        {mirror.isPartial && <Notice title={t('conversations.mirror.partial')} />}
        <Figures mirror={mirror} place={place} />
        <Marked mirror={mirror} place={place} />
        <Timing timing={mirror.timing} place={place} />
      </div>
    </div>
  )
}

function Sharing({ mirror }: { mirror: MirrorShown }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const share = useShareMirror()
  const path = { workspaceId, interviewId: mirror.interviewId }
  return (
    <div>
      {share.error && <ProblemNotice problem={share.error} />}
      <Switch
        isSelected={mirror.isShared}
        onChange={(isShared) =>
          void share.mutateAsync({ path, body: { shared: isShared ? 'yes' : 'no' } }).catch(() => undefined)
        }
        description={t('conversations.mirror.share.hint')}
      >
        {t('conversations.mirror.share')}
      </Switch>
    </div>
  )
}

type FigureProps = { mirror: MirrorShown; place: string }

function Figures({ mirror, place }: FigureProps) {
  const t = useText()
  const format = useFormat()
  const mayRead = useMay('transcripts.read')
  const { talkShare, words, longestAnswer } = mirror
  return (
    <dl className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
      <Figure label={t('conversations.mirror.talk')} note={t('conversations.mirror.talk.hint', words)}>
        {talkShare === null ? '–' : format.percent(talkShare)}
      </Figure>
      <Figure
        label={t('conversations.mirror.questions')}
        note={t('conversations.mirror.questions.hint', { open: mirror.open, closed: mirror.closed })}
      >
        {format.number(mirror.questions)}
      </Figure>
      <Figure label={t('conversations.mirror.whys')} note={t('conversations.mirror.whys.hint')}>
        {format.number(mirror.whys)}
      </Figure>
      <Figure label={t('conversations.mirror.longest')} note={t('conversations.mirror.longest.hint')}>
        {longestAnswer === null ? (
          '–'
        ) : mayRead ? (
          <Link href={`${place}?u=${longestAnswer.utteranceId}`}>
            {t('conversations.mirror.words', { n: longestAnswer.words })}
          </Link>
        ) : (
          t('conversations.mirror.words', { n: longestAnswer.words })
        )}
      </Figure>
    </dl>
  )
}

function Figure({ label, note, children }: { label: string; note: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-soft">{label}</dt>
      <dd className="text-xl font-semibold tabular-nums">{children}</dd>
      <dd className="text-sm text-soft">{note}</dd>
    </div>
  )
}

/** Questions that lead, join two or imagine, each with its place and the reason. */
function Marked({ mirror, place }: FigureProps) {
  const t = useText()
  const mayRead = useMay('transcripts.read')
  return (
    <Section title={t('conversations.mirror.marked')} lead={t('conversations.mirror.marked.lead')}>
      {mirror.marked.length === 0 ? (
        <p className="text-soft">{t('conversations.mirror.marked.none')}</p>
      ) : (
        <ul className="flex flex-col gap-4">
          {mirror.marked.map(({ utteranceId, text, fault, why }) => (
            <li key={`${utteranceId} ${text} ${fault}`}>
              <span className="mr-2">
                <Badge>{t(`conversations.fault.${fault === 'double_barrelled' ? 'double' : fault}`)}</Badge>
              </span>
              {mayRead ? <Link href={`${place}?u=${utteranceId}`}>{text}</Link> : text}
              <span className="block text-sm text-soft">{t(`language.why.${why}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
