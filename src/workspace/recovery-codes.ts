import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { randomInt } from 'node:crypto'
import { z } from 'zod'

/** What is typed by hand from paper: one case, and nothing that looks like something else (0 and o; 1, l and i). */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** How the sign-in library makes recovery codes and keeps them: encrypted, and read as {@link plainRecoveryCode} reads what is typed. */
export function recoveryCodes(key: string) {
  return {
    customBackupCodesGenerate: () => Array.from({ length: 10 }, makeCode),
    storeBackupCodes: {
      encrypt: (codes: string) => symmetricEncrypt({ key, data: codes }),
      decrypt: async (data: string) => {
        const codes = z.array(z.string()).parse(JSON.parse(await symmetricDecrypt({ key, data })))
        return JSON.stringify(codes.map(plainRecoveryCode))
      },
    },
  }
}

/** A recovery code as it is compared: without the dash, spaces and capitals that somebody typed or left out. */
export function plainRecoveryCode(typed: string): string {
  return typed.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}

/** 31 letters in ten places: 49 bits, and five tries. */
function makeCode(): string {
  const code = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')
  return `${code.slice(0, 5)}-${code.slice(5)}`
}
