import { z } from 'zod'
import type { App, PostgresTransaction } from '../platform/index.ts'
import { authOf, passwordLength } from './auth.ts'
import type { Language } from './language.ts'

/** An address as somebody signs in with it: without regard to case. */
export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('Write an e-mail address like name@example.org'))
export const Password = z
  .string()
  .min(passwordLength.min, `Choose at least ${passwordLength.min} characters`)
  .max(passwordLength.max)

type NewUser = { email: string; name: string; passwordHash: string; language: Language }

/** Makes somebody who can sign in, in the same transaction as what they are made for. */
export async function createUser(
  tx: PostgresTransaction,
  { email, name, passwordHash, language }: NewUser,
): Promise<{ userId: string; name: string; email: string }> {
  const userId = crypto.randomUUID()
  await tx.insertInto('users').values({ id: userId, email, name, language, email_verified: true }).execute()
  await tx
    .insertInto('credentials')
    .values({
      id: crypto.randomUUID(),
      account_id: userId,
      provider_id: 'credential',
      user_id: userId,
      password: passwordHash,
    })
    .execute()
  return { userId, name, email }
}

/** A password as it is kept (scrypt). Slow on purpose: call it outside transactions. */
export async function hashPassword(app: App, password: string): Promise<string> {
  const context = await authOf(app).$context
  return context.password.hash(password)
}

/** What to call somebody who has not said: the part of the address before the @. */
export function nameFromEmail(email: string): string {
  return email.slice(0, email.indexOf('@'))
}
