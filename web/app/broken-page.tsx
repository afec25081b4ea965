import { useRouter } from '@tanstack/react-router'
import { use } from 'react'
import { Button } from '../kit/button.tsx'
import { EmptyState } from '../kit/empty-state.tsx'
import { asProblem } from '../kit/problem.ts'
import { WorkspaceContext } from '../kit/session.tsx'
import { useText } from '../kit/text.tsx'

type Kind = 'not-found' | 'offline' | 'crash'

/** What stands where a page cannot: nothing there, no connection, or a fault of ours. */
export function BrokenPage({ error }: { error: unknown }) {
  return <Broken kind={kindOf(error)} />
}

export function NotFoundPage() {
  return <Broken kind="not-found" />
}

/** Shown instead of a page that the member's role does not include. */
export function ForbiddenPage({ workspace }: { workspace: string }) {
  const t = useText()
  return (
    <EmptyState heading="h1" title={t('app.forbidden.title')}>
      {t('app.forbidden.todo', { workspace })}
    </EmptyState>
  )
}

function Broken({ kind }: { kind: Kind }) {
  const t = useText()
  const router = useRouter()
  const words = {
    'not-found': [t('app.not.found.title'), t('app.not.found.todo')],
    offline: [t('app.offline.title'), t('app.offline.todo')],
    crash: [t('app.crash.title'), t('app.crash.todo')],
  } satisfies Record<Kind, [string, string]>
  const [title, todo] = words[kind]
  // Inside the shell there is a <main> already.
  const Frame = use(WorkspaceContext) ? 'div' : 'main'
  return (
    <Frame className="mx-auto max-w-2xl p-4 pt-16">
      <title>{`${title} · Samtale`}</title>
      <EmptyState
        heading="h1"
        title={title}
        action={
          <>
            {kind !== 'not-found' && (
              <Button look="primary" onPress={() => void router.invalidate()}>
                {t('kit.retry')}
              </Button>
            )}
            <Button href="/">{t('app.go.home')}</Button>
          </>
        }
      >
        {todo}
      </EmptyState>
    </Frame>
  )
}

function kindOf(error: unknown): Kind {
  const problem = asProblem(error)
  if (problem.id === 'network') return 'offline'
  return problem.status === 404 ? 'not-found' : 'crash'
}
