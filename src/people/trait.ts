/** How something came to be known. */
export const origins = ['told', 'observed', 'bought', 'inferred'] as const
export type Origin = (typeof origins)[number]

/** The special categories of GDPR Art. 9(1), as a column can show them. */
export const specialCategories = [
  'health',
  'sexual life or orientation',
  'religion or belief',
  'ethnic origin',
  'political opinion',
  'trade union',
  'genetic or biometric',
] as const
export type SpecialCategory = (typeof specialCategories)[number]

/** The grounds of Art. 9(2) that can hold here, by their letter. */
export const art9Grounds = [
  'a explicit consent',
  'b employment law',
  'd members of a not-for-profit body',
  'e made public by the person',
  'i public health',
  'j research or statistics',
] as const
export type Art9Ground = (typeof art9Grounds)[number]

/** What a workspace knows of a trait before any person has it. */
export type TraitDefinition = {
  trait: string
  type: string
  class: string
  special: SpecialCategory | null
  art9Ground: Art9Ground | null
}
