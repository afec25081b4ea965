import { useState } from 'react'
import {
  Badge,
  Button,
  Dialog,
  EmptyState,
  Link,
  Loaded,
  ProblemNotice,
  Select,
  Table,
  useFormat,
  useMay,
  useSearchValue,
  useText,
  useToast,
  useWorkspace,
  type BadgeLook,
} from '../../../web/kit/index.ts'
import { inviteeStates, type InviteeState } from '../recruiting.schema.ts'
import {
  useInviteeCounts,
  useInvitees,
  useReadContact,
  useSendAgain,
  type InviteeShown,
} from './recruiting-data.ts'
import { ThankDialog } from './thank-dialog.tsx'

/** Everybody who is asked, by pseudonym, and where each stands. */
export function PeopleTab({ studyId }: { studyId: string }) {
  const t = useText()
  const [chosen, choose] = useSearchValue('state')
  const state = inviteeStates.find((known) => known === chosen)
  const counts = useInviteeCounts(studyId).data?.counts ?? []
  const mayWrite = useMay('studies.write')
  const path = `/w/${useWorkspace().id}/studies/${studyId}/recruiting`
  const { query, pager } = useInvitees(studyId, state)
  const options = [
    { id: 'all', label: t('recruiting.state.all') },
    ...counts.map((one) => ({
      id: one.state,
      label: t('recruiting.state.n', { state: t(`recruiting.state.${one.state}`), n: one.people }),
    })),
  ]
  return (
    <>
      {counts.length > 0 && (
        <div className="mb-4 max-w-xs">
          <Select
            label={t('recruiting.state')}
            isRequired
            options={options}
            value={state ?? 'all'}
            onChange={(id) => choose(id === 'all' ? undefined : id)}
          />
        </div>
      )}
      <Loaded query={query}>
        {({ items }) => (
          <Invitees
            items={items}
            pager={pager}
            empty={
              <EmptyState
                title={t('recruiting.people.empty')}
                action={
                  mayWrite && (
                    <Button href={`${path}?tab=letter`}>{t('recruiting.people.empty.write')}</Button>
                  )
                }
              >
                {t('recruiting.people.empty.todo')}
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </>
  )
}

type ListProps = {
  items: readonly InviteeShown[]
  pager: ReturnType<typeof useInvitees>['pager']
  empty: React.ReactNode
}

function Invitees({ items, pager, empty }: ListProps) {
  const t = useText()
  const format = useFormat()
  const { id } = useWorkspace()
  return (
    <Table
      label={t('recruiting.tab.people')}
      rows={items}
      rowKey={({ inviteeId }) => inviteeId}
      pager={pager}
      empty={empty}
      columns={[
        {
          key: 'who',
          title: t('recruiting.who'),
          isRowHeader: true,
          cell: (one) => (
            <>
              {one.pseudonym ?? t('recruiting.friend')}
              {one.isIntroduced && one.pseudonym !== null && <> · {t('recruiting.introduced')}</>}
            </>
          ),
        },
        {
          key: 'state',
          title: t('recruiting.state'),
          cell: (one) => (
            <>
              <Badge look={looks[shownState(one)] ?? 'neutral'}>
                {t(`recruiting.state.${shownState(one)}`)}
              </Badge>
              <div className="-ml-3.5 md:hidden">
                <Acts invitee={one} />
              </div>
            </>
          ),
        },
        {
          key: 'language',
          title: t('recruiting.language'),
          isWideOnly: true,
          cell: ({ language }) => format.language(language),
        },
        {
          key: 'asked',
          title: t('recruiting.asked'),
          isWideOnly: true,
          cell: ({ askedAt }) => (askedAt === null ? '' : format.date(askedAt)),
        },
        {
          key: 'interview',
          title: t('recruiting.interview'),
          cell: ({ sitting }) =>
            sitting && (
              <>
                <Link href={`/w/${id}/sittings/${sitting.sittingId}`}>
                  {format.dateTime(sitting.startsAt)}
                  {sitting.interviewer !== null && `, ${sitting.interviewer}`}
                </Link>
                {sitting.state === 'planned' && sitting.isReminded && (
                  <span className="block text-sm text-soft">{t('recruiting.reminded')}</span>
                )}
              </>
            ),
        },
        {
          key: 'acts',
          title: t('recruiting.acts'),
          isWideOnly: true,
          cell: (one) => <Acts invitee={one} />,
        },
      ]}
    />
  )
}

/** An interview that was held, missed or called off says more than that it was booked. */
function shownState({ state, sitting }: InviteeShown): InviteeState | 'held' | 'missed' | 'cancelled' {
  if (state !== 'booked' || sitting === null || sitting.state === 'planned') return state
  return sitting.state
}

const looks: Partial<Record<string, BadgeLook>> = {
  booked: 'good',
  held: 'good',
  agreed: 'accent',
  fits: 'accent',
  waiting: 'warning',
  missed: 'warning',
  failed: 'danger',
  unknown: 'warning',
}

function Acts({ invitee }: { invitee: InviteeShown }) {
  const t = useText()
  const toast = useToast()
  const mayWrite = useMay('studies.write')
  const { id: workspaceId } = useWorkspace()
  const again = useSendAgain()
  const [open, setOpen] = useState<'contact' | 'thank'>()
  const { inviteeId, state, participantId, mayKnow, pseudonym } = invitee
  const who = pseudonym ?? t('recruiting.friend')
  const canSend = mayWrite && (state === 'failed' || state === 'unknown' || state === 'withheld')
  return (
    <div className="flex gap-2 max-md:flex-col max-md:items-start">
      {mayKnow && (
        <Button look="quiet" onPress={() => setOpen('contact')}>
          {t('recruiting.contact')}
          <span className="sr-only"> {who}</span>
        </Button>
      )}
      {mayWrite && participantId !== null && (
        <Button look="quiet" onPress={() => setOpen('thank')}>
          {t('recruiting.thank')}
          <span className="sr-only"> {who}</span>
        </Button>
      )}
      {canSend && (
        <Button
          look="quiet"
          isPending={again.isPending}
          onPress={() =>
            again.mutate(
              { path: { workspaceId, inviteeId } },
              { onSuccess: () => toast({ text: t('recruiting.again.done') }) },
            )
          }
        >
          {t('recruiting.again')}
          <span className="sr-only"> {who}</span>
        </Button>
      )}
      {again.error && <ProblemNotice problem={again.error} />}
      {open === 'contact' && <Contact invitee={invitee} onClose={() => setOpen(undefined)} />}
      {open === 'thank' && participantId !== null && (
        <ThankDialog participantId={participantId} who={who} onClose={() => setOpen(undefined)} />
      )}
    </div>
  )
}

/** Reading a name and an address is an act of its own, and written down. */
function Contact({ invitee, onClose }: { invitee: InviteeShown; onClose: () => void }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  const read = useReadContact()
  const { inviteeId } = invitee
  return (
    <Dialog title={t('recruiting.contact')} isOpen onClose={onClose}>
      <p className="text-sm text-soft">{t('recruiting.contact.lead')}</p>
      {read.error && <ProblemNotice problem={read.error} />}
      {read.data ? (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <dt className="text-soft">{t('recruiting.called')}</dt>
          <dd className="wrap-anywhere">{read.data.called || t('recruiting.called.not')}</dd>
          <dt className="text-soft">{t('recruiting.address')}</dt>
          <dd className="wrap-anywhere select-all">{read.data.address ?? t('recruiting.address.none')}</dd>
        </dl>
      ) : (
        <Button
          look="primary"
          isPending={read.isPending}
          onPress={() => read.mutate({ path: { workspaceId, inviteeId } })}
        >
          {t('recruiting.contact.show')}
        </Button>
      )}
    </Dialog>
  )
}
