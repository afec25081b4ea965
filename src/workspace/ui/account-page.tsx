import {
  Button,
  Form,
  Loaded,
  PageHeader,
  ProblemNotice,
  Section,
  Select,
  TextField,
  localeNames,
  locales,
  themes,
  useLocaleChoice,
  useRefreshSession,
  useText,
  useTheme,
  useToast,
  type Answer,
} from '../../../web/kit/index.ts'
import { useAccount, useChangeAccount, useChangePassword, useEndOtherSessions } from './account-data.ts'
import { NewPasswordField, PasswordField } from './password-field.tsx'
import { TwoFactor } from './two-factor.tsx'

type Account = Answer<'GET /api/account'>

/** What concerns whoever is signed in, in every workspace. */
export function Page() {
  const t = useText()
  const account = useAccount()
  return (
    <>
      <PageHeader title={t('workspace.account.title')} lead={t('workspace.account.lead')} />
      <Loaded query={account}>
        {(data) => (
          <>
            <Person account={data} />
            <Appearance />
            <Section title={t('workspace.two-factor')} lead={t('workspace.two-factor.lead')}>
              <TwoFactor isOn={data.twoFactor} codesLeft={data.recoveryCodesLeft} />
            </Section>
            <Password />
            <Sessions />
          </>
        )}
      </Loaded>
    </>
  )
}

function Person({ account }: { account: Account }) {
  const t = useText()
  const toast = useToast()
  const refreshSession = useRefreshSession()
  const change = useChangeAccount()
  return (
    <Form
      problem={change.error}
      onSubmit={async ({ name = '' }) => {
        await change.mutateAsync({ body: { name } })
        await refreshSession()
        toast({ text: t('workspace.saved') })
      }}
    >
      <TextField
        name="name"
        label={t('workspace.your.name')}
        defaultValue={account.name}
        autoComplete="name"
        maxLength={120}
        isRequired
      />
      <TextField label={t('workspace.your.email')} value={account.email} isReadOnly isRequired />
      <Button type="submit" look="primary" isPending={change.isPending}>
        {t('kit.save')}
      </Button>
    </Form>
  )
}

function Appearance() {
  const t = useText()
  const { locale, setLocale } = useLocaleChoice()
  const { theme, setTheme } = useTheme()
  const change = useChangeAccount()
  return (
    <Section title={t('workspace.account.appearance')}>
      <div className="flex max-w-lg flex-col gap-5">
        {change.error && <ProblemNotice problem={change.error} />}
        <Select
          label={t('workspace.account.language')}
          description={t('workspace.account.language.hint')}
          options={locales.map((id) => ({ id, label: localeNames[id] }))}
          value={locale}
          onChange={(id) => {
            const language = locales.find((known) => known === id) ?? locale
            void setLocale(language)
            change.mutate({ body: { language } })
          }}
          isRequired
        />
        <Select
          label={t('workspace.account.theme')}
          options={themes.map((id) => ({ id, label: t(`workspace.account.theme.${id}`) }))}
          value={theme}
          onChange={(id) => setTheme(themes.find((known) => known === id) ?? theme)}
          isRequired
        />
      </div>
    </Section>
  )
}

function Password() {
  const t = useText()
  const toast = useToast()
  const change = useChangePassword()
  return (
    <Section title={t('workspace.account.password')} lead={t('workspace.account.password.lead')}>
      <Form
        key={change.data === undefined && change.isSuccess ? change.submittedAt : 'open'}
        problem={change.error}
        onSubmit={async ({ current = '', next = '' }) => {
          await change.mutateAsync({ body: { current, next } })
          toast({ text: t('workspace.account.password.changed') })
        }}
      >
        <PasswordField name="current" label={t('workspace.password.current')} />
        <NewPasswordField name="next" label={t('workspace.choose.password')} />
        <Button type="submit" isPending={change.isPending}>
          {t('workspace.account.password.do')}
        </Button>
      </Form>
    </Section>
  )
}

function Sessions() {
  const t = useText()
  const toast = useToast()
  const end = useEndOtherSessions()
  return (
    <Section title={t('workspace.account.sessions')} lead={t('workspace.account.sessions.lead')}>
      {end.error && <ProblemNotice problem={end.error} />}
      <Button
        isPending={end.isPending}
        onPress={() =>
          end.mutate({}, { onSuccess: () => toast({ text: t('workspace.account.sessions.ended') }) })
        }
      >
        {t('workspace.account.sessions.do')}
      </Button>
    </Section>
  )
}
