export * from './ids.ts'
export { PermissionName, RoleName, roleAllows, type Permission } from './roles.ts'
export {
  actorMay,
  key,
  member,
  memberOrKey,
  open,
  signedIn,
  type Actor,
  type KeyActor,
  type MemberActor,
} from './access.ts'
export type { SignedIn } from './auth.ts'
export type { AuditAction } from './audit-action.ts'
export { wireAuditTrail } from './audit-subjects.ts'
export { audit, type AuditEntry, type Doer } from './audit.ts'
export { onlyInvented, outsideSample } from './sample.ts'
export { countAttempt } from './attempts.ts'
export { findWriteKey, type WriteKey } from './presented-keys.ts'
export { createWorkspace, workspaceSettings, type WorkspaceSettings } from './workspace.ts'
export { Language } from './language.ts'
export {
  guestAnswer,
  guestAsset,
  guestButton,
  guestDocument,
  guestFault,
  guestForm,
  guestHeaders,
  preferredLanguage,
  type GuestLanguage,
} from './guest-page.ts'
export { ensureSetupToken, setupLink } from './setup.ts'
export { workspaceRoutes } from './routes.ts'
export { workspaceRoom } from './room.ts'
