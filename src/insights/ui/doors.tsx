import type { ReactNode } from 'react'
import {
  Button,
  Icon,
  PageHeader,
  ProblemNotice,
  useGo,
  useLocaleChoice,
  useMay,
  useRefreshSession,
  useText,
  useWorkspace,
  type IconName,
} from '../../../web/kit/index.ts'
import { useOpenSample } from './insights-data.ts'

/** Where a new workspace begins: a file, a website, or a look around first. */
export function Doors() {
  const t = useText()
  const { id, name } = useWorkspace()
  const mayCollect = useMay('collect.write')
  const mayKeys = useMay('keys.manage')
  return (
    <>
      <PageHeader title={t('insights.doors.title', { name })} lead={t('insights.doors.lead')} />
      <div className="grid gap-5 lg:grid-cols-3">
        <Door
          icon="file"
          title={t('insights.door.file')}
          action={
            mayCollect && (
              <Button look="primary" href={`/w/${id}/imports`}>
                {t('insights.door.file.do')}
              </Button>
            )
          }
        >
          <p>{t('insights.door.file.what')}</p>
          <p>{t('insights.door.file.get')}</p>
        </Door>
        <Door
          icon="collect"
          title={t('insights.door.events')}
          action={
            <>
              {mayCollect && <Button href={`/w/${id}/events`}>{t('insights.door.events.do')}</Button>}
              {mayKeys && (
                <Button look="quiet" href={`/w/${id}/settings/keys`}>
                  {t('insights.door.events.keys')}
                </Button>
              )}
            </>
          }
        >
          <p>{t('insights.door.events.what')}</p>
          <Snippet />
        </Door>
        <SampleDoor />
      </div>
      {!mayCollect && <p className="mt-6 max-w-prose text-soft">{t('insights.doors.ask')}</p>}
    </>
  )
}

function Door(props: { icon: IconName; title: string; action: ReactNode; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-raised p-6">
      <span className="text-accent">
        <Icon name={props.icon} size={28} />
      </span>
      <h2 className="text-lg font-semibold">{props.title}</h2>
      <div className="flex grow flex-col gap-3 text-soft">{props.children}</div>
      <div className="mt-3 flex flex-wrap gap-2">{props.action}</div>
    </section>
  )
}

/** The shortest way to a first event; the address is this installation's own. */
function Snippet() {
  const t = useText()
  const lines = [
    `curl ${window.location.origin}/v1/track \\`,
    `  -u ${t('insights.door.events.key')}: \\`,
    `  -H 'content-type: application/json' \\`,
    `  -d '{"userId":"42","event":"Order completed"}'`,
  ]
  return (
    <pre
      tabIndex={0}
      role="region"
      aria-label={t('insights.door.events.snippet')}
      className="overflow-x-auto rounded-md bg-sunken p-3 font-mono text-xs text-ink"
    >
      {lines.join('\n')}
    </pre>
  )
}

function SampleDoor() {
  const t = useText()
  const go = useGo()
  const refresh = useRefreshSession()
  const { locale } = useLocaleChoice()
  const open = useOpenSample()
  const look = async () => {
    const { workspaceId } = await open.mutateAsync({ body: { language: locale } })
    await refresh()
    go(`/w/${workspaceId}`)
  }
  return (
    <Door
      icon="search"
      title={t('insights.door.sample')}
      action={
        <Button isPending={open.isPending} onPress={() => void look().catch(() => undefined)}>
          {t('insights.door.sample.do')}
        </Button>
      }
    >
      <p>{t('insights.door.sample.what')}</p>
      <p>{t('insights.door.sample.get')}</p>
      {open.error && <ProblemNotice problem={open.error} />}
    </Door>
  )
}
