import { useState } from 'react'
import {
  Badge,
  Button,
  Dialog,
  Loaded,
  PageHeader,
  ProblemNotice,
  Section,
  Table,
  useFormat,
  useMay,
  useText,
  useToast,
  useWorkspace,
  type Answer,
} from '../../../web/kit/index.ts'
import type { RoleName } from '../roles.ts'
import { ConfirmedRemoval } from './confirmed-removal.tsx'
import { Invitations } from './invitations.tsx'
import { RoleSelect, useRoleName } from './role-select.tsx'
import { useChangeRole, useMembers, useRemoveMember } from './workspace-data.ts'

type Member = Answer<'GET /api/w/{workspaceId}/members'>['members'][number]

/** Who works here, as what; and the way to let colleagues in. */
export function Page() {
  const t = useText()
  const members = useMembers()
  const may = useMay('members.manage')
  const [open, setOpen] = useState<Member>()
  return (
    <>
      <PageHeader title={t('workspace.members.title')} lead={t('workspace.members.lead')} />
      <Loaded query={members}>
        {(data) => <MemberTable members={data.members} onChange={may ? setOpen : undefined} />}
      </Loaded>
      {may && <Invitations />}
      {open && <MemberDialog member={open} onClose={() => setOpen(undefined)} />}
      {!may && <Section title={t('workspace.members.ask')}>{t('workspace.members.ask.todo')}</Section>}
    </>
  )
}

function MemberTable(props: { members: Member[]; onChange: ((member: Member) => void) | undefined }) {
  const t = useText()
  const format = useFormat()
  const roleName = useRoleName()
  const { members, onChange } = props
  return (
    <Table
      label={t('workspace.members.title')}
      rows={members}
      rowKey={(row) => row.memberId}
      empty={null}
      columns={[
        {
          key: 'name',
          title: t('workspace.member'),
          isRowHeader: true,
          cell: (row) => (
            <>
              {row.name}
              <span className="block font-normal text-soft">{row.email}</span>
            </>
          ),
        },
        { key: 'role', title: t('workspace.role'), cell: (row) => roleName(row.role) },
        {
          key: 'two-factor',
          title: t('workspace.two-factor'),
          isWideOnly: true,
          cell: (row) =>
            row.twoFactor ? (
              <Badge look="good">{t('workspace.two-factor.on')}</Badge>
            ) : (
              <Badge>{t('workspace.two-factor.off')}</Badge>
            ),
        },
        {
          key: 'since',
          title: t('workspace.member.since'),
          isWideOnly: true,
          cell: (row) => format.date(row.since),
        },
        {
          key: 'change',
          title: <span className="sr-only">{t('workspace.member.change')}</span>,
          align: 'end',
          cell: (row) =>
            onChange && (
              <Button
                look="quiet"
                aria-label={t('workspace.member.change.whose', { name: row.name })}
                onPress={() => onChange(row)}
              >
                {t('workspace.member.change')}
              </Button>
            ),
        },
      ]}
    />
  )
}

function MemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const [role, setRole] = useState<RoleName>(member.role)
  const [isLeaving, leave] = useState(false)
  const change = useChangeRole()
  if (isLeaving) return <Removal member={member} onClose={onClose} />
  const save = () =>
    change.mutate(
      { path: { workspaceId, memberId: member.memberId }, body: { role } },
      {
        onSuccess: () => {
          toast({ text: t('workspace.saved') })
          onClose()
        },
      },
    )
  return (
    <Dialog
      title={member.name}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            isDisabled={role === member.role}
            isPending={change.isPending}
            onPress={save}
          >
            {t('kit.save')}
          </Button>
          <Button onPress={() => leave(true)}>{t('workspace.member.remove')}</Button>
        </>
      }
    >
      {change.error && <ProblemNotice problem={change.error} />}
      <RoleSelect label={t('workspace.role')} value={role} onChange={setRole} />
    </Dialog>
  )
}

function Removal({ member: { memberId, name }, onClose }: { member: Member; onClose: () => void }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  return (
    <ConfirmedRemoval
      title={t('workspace.member.remove')}
      word={name}
      label={t('workspace.member.remove')}
      done={t('workspace.member.removed', { name })}
      mutation={useRemoveMember()}
      call={{ path: { workspaceId, memberId } }}
      onClose={onClose}
    >
      {t('workspace.member.remove.hint')}
    </ConfirmedRemoval>
  )
}
