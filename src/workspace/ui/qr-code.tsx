import { drawQrCode } from './qr-drawing.ts'

/** A text as a picture that a phone reads. Black on white in the dark too: not every camera reads the reverse. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = drawQrCode(text)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-52 rounded-md"
    >
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" />
    </svg>
  )
}
