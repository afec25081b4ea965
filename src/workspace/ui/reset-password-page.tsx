import { Button, Form, Notice, PageHeader, useText } from '../../../web/kit/index.ts'
import { useResetPassword } from './account-data.ts'
import { useLinkToken } from './link-token.ts'
import { NewPasswordField } from './password-field.tsx'

/** Where the mailed link leads: a new password. */
export function Page() {
  const t = useText()
  const token = useLinkToken()
  const reset = useResetPassword()
  if (reset.isSuccess)
    return (
      <>
        <PageHeader title={t('workspace.reset.done')} lead={t('workspace.reset.done.lead')} />
        <Button look="primary" href="/sign-in">
          {t('workspace.sign-in.title')}
        </Button>
      </>
    )
  return (
    <>
      <PageHeader title={t('workspace.reset.title')} lead={t('workspace.reset.lead')} />
      {token === '' ? (
        <Notice
          look="warning"
          title={t('workspace.problem.link-expired')}
          action={<Button href="/forgot-password">{t('workspace.forgot.title')}</Button>}
        />
      ) : (
        <Form
          problem={reset.error}
          onSubmit={({ password = '' }) => reset.mutateAsync({ body: { token, password } })}
        >
          <NewPasswordField name="password" label={t('workspace.choose.password')} />
          <Button type="submit" look="primary" isPending={reset.isPending}>
            {t('workspace.reset.do')}
          </Button>
        </Form>
      )}
    </>
  )
}
