import { useState } from 'react'
import {
  Badge,
  Button,
  EmptyState,
  Loaded,
  PageHeader,
  Section,
  Table,
  useFormat,
  useMay,
  useText,
  useWorkspace,
  type Answer,
} from '../../../web/kit/index.ts'
import { ConfirmedRemoval } from './confirmed-removal.tsx'
import { NewKey } from './new-key.tsx'
import { useKeys, useRevokeKey } from './workspace-data.ts'

type Key = Answer<'GET /api/w/{workspaceId}/keys'>['keys'][number]

/** What programs come in with: write keys send events, secret keys ask. */
export function Page() {
  const t = useText()
  const keys = useKeys()
  const may = useMay('keys.manage')
  const [revoking, revoke] = useState<Key>()
  return (
    <>
      <PageHeader title={t('workspace.keys.title')} lead={t('workspace.keys.lead')} />
      <Loaded query={keys}>
        {(data) => <KeyTable keys={data.keys} onRevoke={may ? revoke : undefined} />}
      </Loaded>
      {may && (
        <Section title={t('workspace.key.new')} lead={t('workspace.key.new.lead')}>
          <NewKey />
        </Section>
      )}
      {revoking && <Revoke apiKey={revoking} onClose={() => revoke(undefined)} />}
    </>
  )
}

function KeyTable({ keys, onRevoke }: { keys: Key[]; onRevoke: ((key: Key) => void) | undefined }) {
  const t = useText()
  const format = useFormat()
  return (
    <Table
      label={t('workspace.keys.title')}
      rows={keys}
      rowKey={(row) => row.keyId}
      empty={<EmptyState title={t('workspace.keys.none')}>{t('workspace.keys.none.todo')}</EmptyState>}
      columns={[
        {
          key: 'name',
          title: t('workspace.key.name'),
          isRowHeader: true,
          cell: (row) => (
            <>
              {row.name}
              <code className="block text-xs font-normal text-soft">{row.hint}</code>
            </>
          ),
        },
        {
          key: 'kind',
          title: t('workspace.key.kind'),
          cell: (row) =>
            row.kind === 'write' ? (
              t('workspace.key.write')
            ) : (
              <>
                {t('workspace.key.secret')}
                <span className="block text-soft">
                  {t('workspace.key.scopes.n', { n: row.scopes.length })}
                </span>
              </>
            ),
        },
        {
          key: 'used',
          title: t('workspace.key.used'),
          isWideOnly: true,
          cell: (row) =>
            row.lastUsedAt === null ? t('workspace.key.used.never') : format.ago(row.lastUsedAt),
        },
        {
          key: 'state',
          title: t('workspace.key.state'),
          align: 'end',
          cell: (row) => <KeyState apiKey={row} onRevoke={onRevoke} />,
        },
      ]}
    />
  )
}

function KeyState({ apiKey, onRevoke }: { apiKey: Key; onRevoke: ((key: Key) => void) | undefined }) {
  const t = useText()
  if (apiKey.revokedAt !== null) return <Badge look="danger">{t('workspace.key.revoked')}</Badge>
  if (!onRevoke) return <Badge look="good">{t('workspace.key.works')}</Badge>
  return (
    <Button
      look="quiet"
      aria-label={t('workspace.key.revoke.which', { name: apiKey.name })}
      onPress={() => onRevoke(apiKey)}
    >
      {t('workspace.key.revoke')}
    </Button>
  )
}

function Revoke({ apiKey: { keyId, name }, onClose }: { apiKey: Key; onClose: () => void }) {
  const t = useText()
  const { id: workspaceId } = useWorkspace()
  return (
    <ConfirmedRemoval
      title={t('workspace.key.revoke.which', { name })}
      word={name}
      label={t('workspace.key.revoke')}
      done={t('workspace.key.revoked.done', { name })}
      mutation={useRevokeKey()}
      call={{ path: { workspaceId, keyId } }}
      onClose={onClose}
    >
      {t('workspace.key.revoke.hint')}
    </ConfirmedRemoval>
  )
}
