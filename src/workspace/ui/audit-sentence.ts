/** The id of the sentence that says what was done. */
export function auditSentence(action: string): string {
  return `workspace.audit.did.${action.replaceAll(' ', '-')}`
}
