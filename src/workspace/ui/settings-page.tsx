import {
  Button,
  Form,
  Loaded,
  PageHeader,
  Section,
  TextField,
  useGo,
  useMay,
  useRefreshSession,
  useSession,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useChangeSettings, useNewWorkspace, useSettings } from './workspace-data.ts'

/** Name and minimum of the workspace; for owners also the way to another workspace. */
export function Page() {
  const t = useText()
  const settings = useSettings()
  const session = useSession()
  const isOwner = session.data?.workspaces.some(({ role }) => role === 'owner') ?? false
  return (
    <>
      <PageHeader title={t('workspace.settings.title')} lead={t('workspace.settings.lead')} />
      <Loaded query={settings}>{(data) => <SettingsForm settings={data} />}</Loaded>
      {isOwner && <NewWorkspace />}
    </>
  )
}

function SettingsForm({ settings }: { settings: { name: string; minimumGroup: number } }) {
  const t = useText()
  const toast = useToast()
  const refreshSession = useRefreshSession()
  const { id: workspaceId } = useWorkspace()
  const may = useMay('workspace.manage')
  const change = useChangeSettings()
  return (
    <Form
      problem={change.error}
      onSubmit={async ({ name = '', minimumGroup = '' }) => {
        const body = { name, minimumGroup: Number(minimumGroup) }
        await change.mutateAsync({ path: { workspaceId }, body })
        if (name !== settings.name) await refreshSession()
        toast({ text: t('workspace.saved') })
      }}
    >
      <TextField
        name="name"
        label={t('workspace.settings.name')}
        defaultValue={settings.name}
        maxLength={120}
        isReadOnly={!may}
        isRequired
      />
      <TextField
        name="minimumGroup"
        label={t('workspace.settings.minimum')}
        description={t('workspace.settings.minimum.hint')}
        defaultValue={String(settings.minimumGroup)}
        inputMode="numeric"
        pattern="[0-9]{1,5}"
        isReadOnly={!may}
        isRequired
      />
      {may && (
        <Button type="submit" look="primary" isPending={change.isPending}>
          {t('kit.save')}
        </Button>
      )}
    </Form>
  )
}

function NewWorkspace() {
  const t = useText()
  const go = useGo()
  const refreshSession = useRefreshSession()
  const create = useNewWorkspace()
  return (
    <Section title={t('workspace.new.title')} lead={t('workspace.new.lead')}>
      <Form
        problem={create.error}
        onSubmit={async ({ name = '' }) => {
          const { workspaceId } = await create.mutateAsync({ body: { name } })
          await refreshSession()
          go(`/w/${workspaceId}`)
        }}
      >
        <TextField name="name" label={t('workspace.settings.name')} maxLength={120} isRequired />
        <Button type="submit" isPending={create.isPending}>
          {t('workspace.new.do')}
        </Button>
      </Form>
    </Section>
  )
}
