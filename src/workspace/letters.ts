import type { App } from '../platform/index.ts'

/** Sends the link that sets a new password. */
export async function sendPasswordReset(app: App, given: { userId: string; token: string }): Promise<void> {
  const user = await app.pg
    .selectFrom('users')
    .select(['email', 'language'])
    .where('id', '=', given.userId)
    .executeTakeFirst()
  if (!user) return
  await app.mail.send({
    workspaceId: null,
    to: user.email,
    subject: 'Samtale',
    body: `${app.baseUrl()}/reset-password?token=${given.token}`,
  })
}
