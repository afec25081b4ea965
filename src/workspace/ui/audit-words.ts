import { useText, type Answer } from '../../../web/kit/index.ts'
import { auditActions } from '../audit-action.ts'
import { auditSentence } from './audit-sentence.ts'
import { useRoleName } from './role-select.tsx'

export type AuditRow = Answer<'GET /api/w/{workspaceId}/audit'>['items'][number]

/** Who did what, as a sentence in the reader's language. What an older version wrote and this one does not know stays as it was. */
export function useAuditSentence(): (row: AuditRow) => string {
  const t = useText()
  const who = useDoer()
  const roleName = useRoleName()
  return (row) => {
    if (!known.has(row.action)) return `${who(row)}: ${row.action}`
    const { people, found, role, to, from, trait } = row.detail
    return t(auditSentence(row.action), {
      who: who(row),
      n: Number(people ?? found ?? 0),
      role: roleName(textOf(to ?? role)),
      from: roleName(textOf(from)),
      trait: textOf(trait),
    })
  }
}

function useDoer(): (row: AuditRow) => string {
  const t = useText()
  return ({ actor }) => {
    const name = actor.name ?? actor.id ?? ''
    if (actor.kind === 'key') return t('workspace.audit.by.key', { name })
    if (actor.kind === 'system') return t('workspace.audit.by.system')
    if (actor.kind === 'person') return t('workspace.audit.by.person')
    return name
  }
}

/** What personal data were read or used for. A program may have given words of its own. */
export function usePurposeWords(): (purpose: string) => string {
  const t = useText()
  return (purpose) => {
    const id = purposeTexts.get(purpose)
    return id === undefined ? purpose : t(id)
  }
}

/** Where the thing concerned is looked at; undefined for what has no page of its own. */
export function subjectPath({ kind, id }: { kind: string; id: string }): string | undefined {
  const folder = subjectFolders[kind]
  return folder === undefined ? undefined : `${folder}/${id}`
}

const subjectFolders: Record<string, string> = {
  person: 'people',
  study: 'studies',
  interview: 'interviews',
  code: 'codes',
  segment: 'segments',
  'segment set': 'segments/sets',
  'segment proposal': 'segments/proposals',
  import: 'imports',
}

const purposeTexts = new Map([
  ...['analysis', 'conversation_analysis', 'invitation', 'quoting', 'email_marketing', 'advertising'].map(
    (purpose) => [purpose, `consent.purpose.${purpose}`] as const,
  ),
  ['access', 'workspace.audit.purpose.access'] as const,
  ['look at a person', 'workspace.audit.purpose.look-at-a-person'] as const,
])

const known = new Set<string>(Object.values(auditActions).flat())
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
