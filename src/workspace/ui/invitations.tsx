import {
  Badge,
  Button,
  EmptyState,
  Form,
  Loaded,
  Section,
  Table,
  TextField,
  useFormat,
  useText,
  useToast,
  useWorkspace,
  type Answer,
} from '../../../web/kit/index.ts'
import { RoleName } from '../roles.ts'
import { RoleSelect, useRoleName } from './role-select.tsx'
import { useInvitations, useInvite, useRevokeInvitation } from './workspace-data.ts'

type Invitation = Answer<'GET /api/w/{workspaceId}/invitations'>['invitations'][number]

/** Invites a colleague by mail and shows who has not answered yet. */
export function Invitations() {
  const t = useText()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const invite = useInvite()
  return (
    <>
      <Section title={t('workspace.invite.title')} lead={t('workspace.invite.lead')}>
        <Form
          // Empty again after each colleague.
          key={invite.submittedAt}
          problem={invite.error}
          onSubmit={async ({ email = '', role }) => {
            await invite.mutateAsync({ path: { workspaceId }, body: { email, role: RoleName.parse(role) } })
            toast({ text: t('workspace.invite.sent', { email }) })
          }}
        >
          <TextField name="email" label={t('workspace.invite.email')} type="email" isRequired />
          <RoleSelect name="role" label={t('workspace.role')} />
          <Button type="submit" look="primary" isPending={invite.isPending}>
            {t('workspace.invite.do')}
          </Button>
        </Form>
      </Section>
      <Section title={t('workspace.invitations.title')}>
        <Waiting />
      </Section>
    </>
  )
}

function Waiting() {
  const t = useText()
  const format = useFormat()
  const roleName = useRoleName()
  const { id: workspaceId } = useWorkspace()
  const invitations = useInvitations()
  const toast = useToast()
  const revoke = useRevokeInvitation()
  const invite = useInvite()
  const takeBack = async ({ invitationId, email, role }: Invitation) => {
    await revoke.mutateAsync({ path: { workspaceId, invitationId } })
    toast({
      text: t('workspace.invitation.revoked', { email }),
      undo: () => invite.mutateAsync({ path: { workspaceId }, body: { email, role } }),
    })
  }
  return (
    <Loaded query={invitations}>
      {(data) => (
        <Table
          label={t('workspace.invitations.title')}
          rows={data.invitations}
          rowKey={(row) => row.invitationId}
          empty={
            <EmptyState title={t('workspace.invitations.none')}>
              {t('workspace.invitations.none.todo')}
            </EmptyState>
          }
          columns={[
            { key: 'email', title: t('workspace.your.email'), isRowHeader: true, cell: (row) => row.email },
            { key: 'role', title: t('workspace.role'), cell: (row) => roleName(row.role) },
            {
              key: 'until',
              title: t('workspace.invitation.until'),
              isWideOnly: true,
              cell: (row) =>
                row.isExpired ? (
                  <Badge look="warning">{t('workspace.invitation.expired')}</Badge>
                ) : (
                  format.date(row.expiresAt)
                ),
            },
            {
              key: 'revoke',
              title: <span className="sr-only">{t('workspace.invitation.revoke')}</span>,
              align: 'end',
              cell: (row) => (
                <Button
                  look="quiet"
                  aria-label={t('workspace.invitation.revoke.whose', { email: row.email })}
                  onPress={() => void takeBack(row).catch(() => undefined)}
                >
                  {t('workspace.invitation.revoke')}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Loaded>
  )
}
