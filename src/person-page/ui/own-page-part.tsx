import { useState } from 'react'
import {
  Button,
  Loaded,
  ProblemNotice,
  useFormat,
  useText,
  useToast,
  useWorkspace,
} from '../../../web/kit/index.ts'
import { useGiveLink, useMailLink, useOwnPage, useRevokeLink, type OwnPageShown } from './person-page-data.ts'

/** The way to a participant's own page, to mail or to hand over, and what they did there. */
export function Part({ participantId }: { participantId: string }) {
  const t = useText()
  const query = useOwnPage(participantId)
  return (
    <>
      <p className="max-w-prose text-sm text-soft">{t('person-page.own.what')}</p>
      <Loaded query={query}>
        {(state) => (
          <>
            <Done state={state} />
            <Links participantId={participantId} state={state} />
          </>
        )}
      </Loaded>
    </>
  )
}

/** What happened there, the newest word of each kind. */
function Done({ state }: { state: OwnPageShown }) {
  const t = useText()
  const format = useFormat()
  const { link, approvals, corrections, refusedQuotes, withdrawnAt } = state
  const lines = [
    ...(link === null
      ? [t('person-page.own.no-link')]
      : [
          link.mailedAt !== null && t('person-page.own.mailed', { when: format.date(link.mailedAt) }),
          link.openedAt === null
            ? t('person-page.own.not-opened')
            : t('person-page.own.opened', { when: format.date(link.openedAt) }),
        ]),
    ...approvals.map(({ at, isChangedSince }) =>
      t(isChangedSince ? 'person-page.own.approved-before' : 'person-page.own.approved', {
        when: format.date(at),
      }),
    ),
    corrections > 0 && t('person-page.own.corrections', { n: corrections }),
    refusedQuotes > 0 && t('person-page.own.refused', { n: refusedQuotes }),
    withdrawnAt !== null && t('person-page.own.withdrew', { when: format.date(withdrawnAt) }),
  ]
  return (
    <ul className="my-3 flex list-disc flex-col gap-0.5 pl-5">
      {lines.map((line) => line && <li key={line}>{line}</li>)}
    </ul>
  )
}

function Links({ participantId, state }: { participantId: string; state: OwnPageShown }) {
  const t = useText()
  const format = useFormat()
  const toast = useToast()
  const { id: workspaceId } = useWorkspace()
  const give = useGiveLink()
  const mail = useMailLink()
  const revoke = useRevokeLink()
  const [given, show] = useState<{ url: string; expiresAt: string }>()
  const call = { path: { workspaceId, participantId } }
  const problem = give.error ?? mail.error ?? revoke.error
  const copy = () =>
    give.mutate(call, {
      onSuccess: (made) => {
        show(made)
        navigator.clipboard.writeText(made.url).then(
          () => toast({ text: t('kit.copied') }),
          () => undefined,
        )
      },
    })
  return (
    <div className="flex flex-col gap-3">
      {problem && <ProblemNotice problem={problem} />}
      <div className="flex flex-wrap gap-2">
        {state.hasAddress && (
          <Button
            isPending={mail.isPending}
            onPress={() => mail.mutate(call, { onSuccess: () => toast({ text: t('person-page.own.sent') }) })}
          >
            {t('person-page.own.mail')}
          </Button>
        )}
        <Button icon="copy" isPending={give.isPending} onPress={copy}>
          {t('person-page.own.copy')}
        </Button>
        {state.link !== null && (
          <Button
            look="quiet"
            isPending={revoke.isPending}
            onPress={() =>
              revoke.mutate(call, {
                onSuccess: () => {
                  show(undefined)
                  toast({ text: t('person-page.own.revoked') })
                },
              })
            }
          >
            {t('person-page.own.revoke')}
          </Button>
        )}
      </div>
      {!state.hasAddress && <p className="text-sm text-soft">{t('person-page.own.no-address')}</p>}
      {given && (
        <div>
          <code className="block rounded-md border border-line bg-sunken px-3 py-2 font-mono text-sm break-all select-all">
            {given.url}
          </code>
          <p className="mt-1 text-sm text-soft">
            {t('person-page.own.until', { when: format.date(given.expiresAt) })}
          </p>
        </div>
      )}
    </div>
  )
}
