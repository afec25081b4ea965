/** Line icons on a 20 × 20 grid, drawn for this app. Decorative: the words beside them carry the meaning. */
const paths = {
  home: 'M3.5 9 10 3.5 16.5 9v7a.5.5 0 0 1-.5.5h-3.5v-4.5h-5v4.5H4a.5.5 0 0 1-.5-.5Z',
  people:
    'M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.5 16c0-2.5 2.2-4 5-4s5 1.5 5 4M13 4.3a2.75 2.75 0 0 1 0 5M14.8 12.4c1.6.6 2.7 1.8 2.7 3.6',
  segments: 'M10 3v7l5.2 4.6M10 3a7 7 0 1 0 7 7 7 7 0 0 0-7-7Zm0 7 6.6-2.3',
  studies:
    'M3.5 5.5A1.5 1.5 0 0 1 5 4h7a1.5 1.5 0 0 1 1.5 1.5v4A1.5 1.5 0 0 1 12 11H8l-3 2.4V11a1.5 1.5 0 0 1-1.5-1.5ZM16.5 8v5a1.5 1.5 0 0 1-1 1.4v2.1L13 14.5H9.5',
  words: 'M3 14.5 6.5 5 10 14.5M4.2 11.5h4.6M12 8h5M12 11.25h5M12 14.5h3.5',
  collect: 'M10 3v8.5m0 0L6.5 8M10 11.5 13.5 8M3.5 12v3A1.5 1.5 0 0 0 5 16.5h10a1.5 1.5 0 0 0 1.5-1.5v-3',
  consent: 'M10 2.8 16 5v4.5c0 3.6-2.5 6.3-6 7.7-3.5-1.4-6-4.1-6-7.7V5Zm-2.5 7 1.9 1.9 3.3-3.6',
  settings:
    'M3.5 6h8M15 6h1.5M3.5 14H5M8.5 14h8M13.25 7.75a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5ZM6.75 15.75a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5Z',
  chevron: 'M6.5 8.25 10 11.75l3.5-3.5',
  up: 'M10 15.5v-11m0 0L6 8.5m4-4 4 4',
  down: 'M10 4.5v11m0 0-4-4m4 4 4-4',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  close: 'm5.5 5.5 9 9m0-9-9 9',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  plus: 'M10 4.5v11M4.5 10h11',
  search: 'M9 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10Zm3.6-1.4 3.9 3.9',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-7.5v4M10 6.6v.1',
  warning: 'M10 3.5 17.3 16H2.7Zm0 4.5v4M10 13.9v.1',
  error: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-10.5v4M10 13.4v.1',
  file: 'M5 3.5h6L15 7.5v9H5Zm5.8.2v4H15',
  copy: 'M7.5 7.5V4h8.5v8.5h-3.5M4 7.5h8.5V16H4Z',
  left: 'm11.75 6.5-3.5 3.5 3.5 3.5',
  right: 'm8.25 6.5 3.5 3.5-3.5 3.5',
  play: 'M6.5 4.5v11l9-5.5Z',
  pause: 'M7 4.5v11m6-11v11',
  more: 'M5 10v.01M10 10v.01M15 10v.01',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      <path d={paths[name]} />
    </svg>
  )
}
