import type { ConsentColumn } from './consent-column.ts'
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
  if (guess.consent) return proposeConsent(guess.consent)
  if (guess.civil) return { use: 'ignore' }
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

/** What was guessed before purposes were read from headings says none, so that somebody is asked. */
function proposeConsent(guess: Partial<ConsentColumn>): ColumnMapping {
  const { purpose = 'unclear', gives = [], withdraws = [], nothing = [] } = guess
  return { use: 'consent', purpose, gives, withdraws, ...(nothing.length > 0 ? { nothing } : {}) }
}
