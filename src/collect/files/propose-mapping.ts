import type { ColumnGuess } from './guess.ts'
import type { ColumnMapping, Mapping } from './mapping.ts'

/** The mapping a screen starts from: everything as guessed, names and row numbers kept out of the traits. */
export function proposeMapping(guesses: readonly ColumnGuess[]): Mapping {
  const known = guesses.some((guess) => guess.identifier !== null)
  return {
    version: 1,
    identity: { kind: known ? 'columns' : 'row' },
    columns: Object.fromEntries(guesses.map((guess) => [guess.name, proposeColumn(guess)])),
  }
}

function proposeColumn(guess: ColumnGuess): ColumnMapping {
  if (guess.identifier) return { use: 'identifier', kind: guess.identifier }
  if (guess.consent) return { use: 'consent', purpose: 'email_marketing', ...withRefusals(guess.consent) }
  const empty = guess.sample.length === 0
  if (empty || (guess.type === 'identifier' && guess.class === 'none')) return { use: 'ignore' }
  return {
    use: 'trait',
    trait: guess.name.trim().slice(0, 200),
    type: guess.type,
    class: guess.class,
    missing: guess.missing.map((found) => found.value),
    booleans: guess.booleans,
    numbers: guess.numbers,
    dates: guess.dates,
    special: guess.special?.category ?? null,
  }
}

const refusals: Readonly<Record<string, readonly string[]>> = {
  yes: ['no'],
  true: ['false'],
  ja: ['nej', 'nein', 'nee'],
  '1': ['0'],
  subscribed: ['unsubscribed'],
}

/** Where the rows looked at hold no refusal, a later one must not be passed over: the word against each yes, written alike. */
function withRefusals({ gives, withdraws }: NonNullable<ColumnGuess['consent']>) {
  if (withdraws.length > 0) return { gives, withdraws }
  return {
    gives,
    withdraws: gives.flatMap((yes) =>
      (refusals[yes.toLowerCase()] ?? []).map((no) => {
        if (yes === yes.toLowerCase()) return no
        return yes === yes.toUpperCase() ? no.toUpperCase() : `${no.charAt(0).toUpperCase()}${no.slice(1)}`
      }),
    ),
  }
}
