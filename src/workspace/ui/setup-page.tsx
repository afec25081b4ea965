import {
  Button,
  CopyOnce,
  Form,
  Link,
  Notice,
  PageHeader,
  TextField,
  useLocaleChoice,
  useText,
} from '../../../web/kit/index.ts'
import { useSetUp, useSetupState, useSignIn } from './account-data.ts'
import { useLinkToken } from './link-token.ts'
import { NewPasswordField } from './password-field.tsx'

/** The first page anybody sees of an installation: makes the first user, workspace and keys. */
export function Page() {
  const t = useText()
  const token = useLinkToken()
  const setUp = useSetUp()
  const signIn = useSignIn()
  const state = useSetupState()
  // Not before signing in is done, or the way into the workspace leads to the door.
  if (setUp.data && (signIn.isSuccess || signIn.isError)) return <Done made={setUp.data} />
  return (
    <>
      <PageHeader title={t('workspace.setup.title')} lead={t('workspace.setup.lead')} />
      {state.data?.isSetUp ? (
        <Notice
          title={t('workspace.setup.done.already')}
          action={<Button href="/sign-in">{t('workspace.sign-in.title')}</Button>}
        />
      ) : token === '' ? (
        <Notice look="warning" title={t('workspace.setup.no.link')}>
          {t('workspace.setup.no.link.todo')}
        </Notice>
      ) : (
        <SetupForm token={token} setUp={setUp} signIn={signIn} />
      )}
    </>
  )
}

type SetupFormProps = {
  token: string
  setUp: ReturnType<typeof useSetUp>
  signIn: ReturnType<typeof useSignIn>
}

function SetupForm({ token, setUp, signIn }: SetupFormProps) {
  const t = useText()
  const { locale: language } = useLocaleChoice()
  return (
    <Form
      problem={setUp.error}
      onSubmit={async ({ workspace = '', name = '', email = '', password = '' }) => {
        await setUp.mutateAsync({ body: { token, workspace, name, email, password, language } })
        await signIn.mutateAsync({ body: { email, password } })
      }}
    >
      <TextField
        name="workspace"
        label={t('workspace.setup.workspace')}
        description={t('workspace.setup.workspace.hint')}
        maxLength={120}
        isRequired
      />
      <TextField
        name="name"
        label={t('workspace.your.name')}
        autoComplete="name"
        maxLength={120}
        isRequired
      />
      <TextField
        name="email"
        label={t('workspace.your.email')}
        type="email"
        autoComplete="username"
        isRequired
      />
      <NewPasswordField name="password" label={t('workspace.choose.password')} />
      <Button type="submit" look="primary" isPending={setUp.isPending || signIn.isPending}>
        {t('workspace.setup.do')}
      </Button>
    </Form>
  )
}

function Done({ made }: { made: { workspaceId: string; writeKey: string; secretKey: string } }) {
  const t = useText()
  return (
    <>
      <PageHeader title={t('workspace.setup.ready')} lead={t('workspace.setup.ready.lead')} />
      <div className="flex flex-col gap-4">
        <CopyOnce label={t('workspace.setup.write.key')} secret={made.writeKey} />
        <CopyOnce label={t('workspace.setup.secret.key')} secret={made.secretKey} />
        <p className="text-sm text-soft">{t('workspace.setup.keys.later')}</p>
        <Link href={`/w/${made.workspaceId}`}>{t('workspace.setup.go')}</Link>
      </div>
    </>
  )
}
