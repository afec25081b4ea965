/**
 * What the audit trail can say, by the kind of thing it concerns. A new action has a line here and a sentence in five languages:
 * `workspace.audit.did.<action>`, with dashes for spaces. An action that is not here does not compile.
 */
export const auditActions = {
  people: [
    'people.listed',
    'people.searched',
    'people.read',
    'people.timeline read',
    'people.segments read',
    'person.conversations-read',
    'people.corrected',
    'people.special category released',
    'people.exported',
    'people.erased',
  ],
  consent: [
    'consent.read',
    'consent.given',
    'consent.withdrawn',
    'consent.objected',
    'consent.bases declared',
  ],
  sources: [
    'sources.created',
    'import.previewed',
    'import.started',
    'import.cancelled',
    'import.resumed',
    'import-rejects.read',
    'import-rejects.downloaded',
    'import-rejects.replayed',
    'refused-events.read',
    'refused-events.downloaded',
    'refused-event.replayed',
  ],
  segments: [
    'segments.proposal-asked',
    'segments.created',
    'segments.changed',
    'segments.removed',
    'segments.restored',
    'segments.people-read',
    'portrait.read',
    'audience.exported',
  ],
  studies: [
    'study.created',
    'study.changed',
    'study.archived',
    'study.reopened',
    'participant.added',
    'participant.agreements',
    'participant.linked',
    'interview.brought',
    'interview.removed',
    'transcript.read',
    'utterance.corrected',
  ],
  words: [
    'code.created',
    'code.changed',
    'code.merged',
    'code.removed',
    'passage.marked',
    'passage.noted',
    'passage.unmarked',
    'coding.undone',
    'coding.redone',
    'quotes.read',
    'coding.exported',
    'coding.brought',
    'coreq.changed',
    'words.read',
  ],
  access: [
    'workspace.created',
    'workspace.changed',
    'member.invited',
    'member.invitation-revoked',
    'member.joined',
    'member.role-changed',
    'member.removed',
    'key.write-created',
    'key.secret-created',
    'key.revoked',
    'account.password-changed',
    'account.password-link-made',
    'account.password-reset',
    'account.two-factor-on',
    'account.two-factor-off',
    'account.recovery-codes-renewed',
    'account.other-sessions-ended',
    'audit.downloaded',
  ],
} as const

export type AuditKind = keyof typeof auditActions
export type AuditAction = (typeof auditActions)[AuditKind][number]

export const auditKinds = [
  'people',
  'consent',
  'sources',
  'segments',
  'studies',
  'words',
  'access',
] as const satisfies readonly AuditKind[]

/** The id of the sentence that says what was done. */
export function auditSentence(action: string): string {
  return `workspace.audit.did.${action.replaceAll(' ', '-')}`
}
