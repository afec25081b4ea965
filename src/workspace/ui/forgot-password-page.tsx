import { Button, Form, Link, Notice, PageHeader, TextField, useText } from '../../../web/kit/index.ts'
import { useForgotPassword } from './account-data.ts'

/** Asks for the mail that sets a new password. Says the same whether the address is known or not. */
export function Page() {
  const t = useText()
  const forgot = useForgotPassword()
  return (
    <>
      <PageHeader title={t('workspace.forgot.title')} lead={t('workspace.forgot.lead')} />
      {forgot.isSuccess ? (
        <Notice look="good" title={t('workspace.forgot.sent')}>
          {t('workspace.forgot.sent.todo')}
        </Notice>
      ) : (
        <Form problem={forgot.error} onSubmit={({ email = '' }) => forgot.mutateAsync({ body: { email } })}>
          <TextField
            name="email"
            label={t('workspace.your.email')}
            type="email"
            autoComplete="username"
            isRequired
            autoFocus
          />
          <Button type="submit" look="primary" isPending={forgot.isPending}>
            {t('workspace.forgot.do')}
          </Button>
        </Form>
      )}
      <p className="mt-6 text-sm">
        <Link href="/sign-in">{t('workspace.sign-in.back')}</Link>
      </p>
    </>
  )
}
