import type { SpecialCategory as PeopleCategory } from '../people/index.ts'
import type { SpecialCategory } from './files/index.ts'

/** What a column that looks special is called where facts are held back. Psychological type counts as health until shown otherwise. */
export const heldAs: Record<SpecialCategory, PeopleCategory> = {
  health: 'health',
  orientation: 'sexual life or orientation',
  belief: 'religion or belief',
  origin: 'ethnic origin',
  politics: 'political opinion',
  union: 'trade union',
  biometric: 'genetic or biometric',
  personality: 'health',
}
