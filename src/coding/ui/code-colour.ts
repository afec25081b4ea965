import type { CodeColour } from '../coding.schema.ts'

/** The colours of the house that codes are drawn in; the name always stands beside. */
export const colourValue: Readonly<Record<CodeColour, string>> = {
  teal: 'var(--accent)',
  green: 'var(--good)',
  amber: 'var(--warning)',
  red: 'var(--danger)',
  grey: 'var(--line-strong)',
  ink: 'var(--ink)',
}

/** Lines below the words, one for each colour in order of their line; more than four are drawn as four. */
export function underlines(colours: readonly { line: number; colour: CodeColour }[]) {
  const drawn = colours.filter(({ line }) => line < 4)
  return {
    backgroundImage: drawn
      .map(({ colour }) => `linear-gradient(${colourValue[colour]}, ${colourValue[colour]})`)
      .join(', '),
    backgroundPosition: drawn.map(({ line }) => `0 calc(100% - ${3 * (3 - line)}px)`).join(', '),
    backgroundSize: '100% 2px',
    backgroundRepeat: 'no-repeat',
    paddingBottom: '11px',
  }
}
