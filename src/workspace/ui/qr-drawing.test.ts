import { expect, test } from 'vitest'
import { drawQrCode } from './qr-drawing.ts'

const uri =
  'otpauth://totp/Samtale:astrid%40example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Samtale&digits=6&period=30'

test('a QR code has its three corners, its dotted lines between them, and light around it', () => {
  const { size, path } = drawQrCode(uri)
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`))
  const side = size - 8
  expect((side - 17) % 4).toBe(0)
  const row = (y: number, from: number, length: number) =>
    Array.from({ length }, (_, x) => (dark.has(`${from + x} ${y}`) ? '#' : '.')).join('')
  const corner = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######']
  for (const [x, y] of [
    [4, 4],
    [4 + side - 7, 4],
    [4, 4 + side - 7],
  ] as const)
    expect(corner.map((_, down) => row(y + down, x, 7))).toEqual(corner)
  expect(row(10, 12, side - 16)).toMatch(/^(#\.)+#$/)
  for (const edge of [0, 3, size - 4, size - 1]) expect(row(edge, 0, size)).not.toContain('#')
})

test('two keys have two pictures', () => {
  expect(drawQrCode(uri).path).not.toBe(drawQrCode(uri.replace('JBSWY', 'KBSWY')).path)
})
