import { useEffect, useRef } from 'react'
import {
  Button,
  Form,
  Loaded,
  Notice,
  PageHeader,
  TextField,
  useGo,
  useLocaleChoice,
  useRefreshSession,
  useSession,
  useText,
} from '../../../web/kit/index.ts'
import { useAcceptInvitation, useLookAtInvitation, useSignIn } from './account-data.ts'
import { useLinkToken } from './link-token.ts'
import { NewPasswordField } from './password-field.tsx'
import { useRoleName } from './role-select.tsx'

type Invitation = { workspace: string; email: string; hasAccount: boolean }

/** Where an invitation leads: somebody new chooses name and password, somebody known signs in and joins. */
export function Page() {
  const t = useText()
  const roleName = useRoleName()
  const token = useLinkToken()
  const look = useLookAtInvitation()
  const { mutate } = look
  // Development runs effects twice; the link is looked at once.
  const looked = useRef(false)
  useEffect(() => {
    if (looked.current || token === '') return
    looked.current = true
    mutate({ body: { token } })
  }, [mutate, token])
  if (token === '')
    return (
      <PageHeader
        title={t('workspace.problem.link-expired')}
        lead={t('workspace.problem.link-expired.todo')}
      />
    )
  const query = {
    data: look.data,
    error: look.error,
    errorUpdateCount: look.failureCount,
    isFetching: look.isPending,
    refetch: () => mutate({ body: { token } }),
  }
  return (
    <Loaded query={query}>
      {(found) => (
        <>
          <PageHeader
            title={t('workspace.invitation.to', { workspace: found.workspace })}
            lead={t('workspace.invitation.as', { email: found.email, role: roleName(found.role) })}
          />
          {found.hasAccount ? (
            <JoinKnown token={token} invitation={found} />
          ) : (
            <JoinNew token={token} email={found.email} />
          )}
        </>
      )}
    </Loaded>
  )
}

function JoinKnown({ token, invitation }: { token: string; invitation: Invitation }) {
  const t = useText()
  const enter = useEnter()
  const session = useSession()
  const accept = useAcceptInvitation()
  if (session.isPending) return null
  if (session.data?.member.email !== invitation.email) {
    const next = encodeURIComponent(`/invitation#token=${token}`)
    return (
      <Notice
        title={t('workspace.invitation.known', { email: invitation.email })}
        action={<Button href={`/sign-in?next=${next}`}>{t('workspace.sign-in.title')}</Button>}
      />
    )
  }
  return (
    <Form problem={accept.error} onSubmit={async () => enter(await accept.mutateAsync({ body: { token } }))}>
      <Button type="submit" look="primary" isPending={accept.isPending}>
        {t('workspace.invitation.join', { workspace: invitation.workspace })}
      </Button>
    </Form>
  )
}

function JoinNew({ token, email }: { token: string; email: string }) {
  const t = useText()
  const enter = useEnter()
  const { locale: language } = useLocaleChoice()
  const accept = useAcceptInvitation()
  const signIn = useSignIn()
  return (
    <Form
      problem={accept.error}
      onSubmit={async ({ name = '', password = '' }) => {
        const joined = await accept.mutateAsync({ body: { token, newUser: { name, password, language } } })
        await signIn.mutateAsync({ body: { email, password } })
        await enter(joined)
      }}
    >
      <TextField
        name="name"
        label={t('workspace.your.name')}
        autoComplete="name"
        maxLength={120}
        isRequired
      />
      <NewPasswordField name="password" label={t('workspace.choose.password')} />
      <Button type="submit" look="primary" isPending={accept.isPending}>
        {t('workspace.invitation.join.new')}
      </Button>
    </Form>
  )
}

function useEnter() {
  const go = useGo()
  const refreshSession = useRefreshSession()
  return async ({ workspaceId }: { workspaceId: string }) => {
    await refreshSession()
    go(`/w/${workspaceId}`, { replace: true })
  }
}
