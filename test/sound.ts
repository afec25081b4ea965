import { seededRandom } from './seeded-random.ts'

/**
 * Sound as a WAV file: 16 bits, 8,000 a second, one channel: quiet noise with a tone in every second second, so that a picture of it has hills and valleys.
 */
export function wavOf(seconds: number, { seed = 1 } = {}): Buffer {
  const rate = 8000
  const samples = Math.round(seconds * rate)
  const random = seededRandom(seed)
  const bytes = Buffer.alloc(44 + samples * 2)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + samples * 2, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(samples * 2, 40)
  for (let at = 0; at < samples; at++) {
    const isLoud = Math.floor(at / rate) % 2 === 0
    const value = (random() - 0.5) * 400 + (isLoud ? Math.sin((at * 2 * Math.PI * 440) / rate) * 12_000 : 0)
    bytes.writeInt16LE(Math.round(value), 44 + at * 2)
  }
  return bytes
}
