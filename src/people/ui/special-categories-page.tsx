import { useState } from 'react'
import {
  Badge,
  Button,
  DataNumber,
  Dialog,
  EmptyState,
  Loaded,
  Notice,
  PageHeader,
  ProblemNotice,
  Radio,
  RadioGroup,
  Table,
  type Answer,
  useMay,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { type Art9Ground, art9Grounds } from '../trait.ts'
import { useHeldTraits, useReleaseHeld, useSourceNames } from './people-data.ts'

type Held = Answer<'GET /api/w/{workspaceId}/held-traits'>['traits'][number]

/** Traits of a special category: held back until somebody states why they may be kept. */
export function Page() {
  const t = useText()
  const held = useHeldTraits()
  const mayState = useMay('consent.write')
  const [open, setOpen] = useState<Held>()
  return (
    <>
      <PageHeader title={t('people.special.title')} lead={t('people.special.lead')} />
      <Loaded query={held}>
        {(found) => (
          <>
            {found.further > 0 && (
              <div className="mb-6">
                <Notice look="warning" title={t('people.special.further', { n: found.further })}>
                  {t('people.special.further.todo')}
                </Notice>
              </div>
            )}
            <HeldTable traits={found.traits} onState={mayState ? setOpen : undefined} />
          </>
        )}
      </Loaded>
      {open && <GroundDialog held={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function HeldTable(props: { traits: Held[]; onState: ((held: Held) => void) | undefined }) {
  const t = useText()
  const nameOf = useSourceNames()
  const { traits, onState } = props
  return (
    <Table
      label={t('people.special.title')}
      rows={traits}
      rowKey={(row) => row.trait}
      empty={<EmptyState title={t('people.special.empty')}>{t('people.special.empty.todo')}</EmptyState>}
      columns={[
        { key: 'trait', title: t('people.trait'), isRowHeader: true, cell: (row) => row.trait },
        { key: 'kind', title: t('people.special.kind'), cell: (row) => t(`people.special.${row.special}`) },
        {
          key: 'source',
          title: t('people.source'),
          isWideOnly: true,
          cell: (row) => row.sourceIds.map(nameOf).join(', '),
        },
        {
          key: 'people',
          title: t('people.special.waiting'),
          align: 'end',
          cell: (row) => <DataNumber value={row.people} />,
        },
        {
          key: 'left-out',
          title: t('people.special.left.out'),
          align: 'end',
          isWideOnly: true,
          cell: (row) => <DataNumber value={row.leftOut} />,
        },
        {
          key: 'ground',
          title: t('people.special.ground'),
          cell: (row) =>
            row.ground === null ? (
              <Badge look="warning">{t('people.special.held')}</Badge>
            ) : (
              t(`people.ground.${row.ground}`)
            ),
        },
        {
          key: 'state',
          title: <span className="sr-only">{t('people.special.state')}</span>,
          align: 'end',
          cell: (row) =>
            onState &&
            (row.ground === null || row.people > 0) && (
              <Button
                look="quiet"
                aria-label={t('people.special.state.which', { trait: row.trait })}
                onPress={() => onState(row)}
              >
                {t('people.special.state')}
              </Button>
            ),
        },
      ]}
    />
  )
}

function GroundDialog({ held, onClose }: { held: Held; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const release = useReleaseHeld()
  const [ground, setGround] = useState<Art9Ground>()
  const letIn = () => {
    if (ground === undefined) return
    release.mutate(
      { path: { workspaceId }, body: { trait: held.trait, ground } },
      {
        onSuccess: ({ released }) => {
          toast({ text: t('people.special.released', { n: released }) })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={t('people.special.state.which', { trait: held.trait })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            isDisabled={ground === undefined}
            isPending={release.isPending}
            onPress={letIn}
          >
            {t('people.special.let.in')}
          </Button>
          <Button onPress={onClose}>{t('kit.cancel')}</Button>
        </>
      }
    >
      {release.error && <ProblemNotice problem={release.error} />}
      <p className="text-sm text-soft">{t('people.special.question')}</p>
      <RadioGroup
        label={t('people.special.ground')}
        value={ground ?? ''}
        onChange={(value) => setGround(art9Grounds.find((known) => known === value))}
      >
        {art9Grounds.map((id) => (
          <Radio key={id} value={id}>
            {t(`people.ground.${id}`)}
          </Radio>
        ))}
      </RadioGroup>
    </Dialog>
  )
}
