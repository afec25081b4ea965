import { useApi, useApiMutation } from '../../../web/kit/index.ts'

export const useSetupState = () => useApi('GET /api/setup', {})
export const useSetUp = () => useApiMutation('POST /api/setup')
export const useSignIn = () => useApiMutation('POST /api/sign-in')
export const useSecondFactor = () => useApiMutation('POST /api/sign-in/second-factor')
export const useForgotPassword = () => useApiMutation('POST /api/password-reset')
export const useResetPassword = () => useApiMutation('POST /api/password-reset/finish')
export const useLookAtInvitation = () => useApiMutation('POST /api/invitations/look')
export const useAcceptInvitation = () => useApiMutation('POST /api/invitations/accept')

const account = { refresh: ['/api/account', '/api/session'] }
export const useAccount = () => useApi('GET /api/account', {})
export const useChangeAccount = () => useApiMutation('PATCH /api/account', account)
export const useChangePassword = () => useApiMutation('POST /api/account/password', account)
export const useEndOtherSessions = () => useApiMutation('POST /api/account/end-other-sessions')
export const useBeginTwoFactor = () => useApiMutation('POST /api/account/two-factor')
export const useConfirmTwoFactor = () => useApiMutation('POST /api/account/two-factor/confirm', account)
export const useEndTwoFactor = () => useApiMutation('POST /api/account/two-factor/end', account)
export const useRenewRecoveryCodes = () => useApiMutation('POST /api/account/recovery-codes', account)
