import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../test/seeded-random.ts'
import { Place } from '../../regions/region.schema.ts'
import { movedBy, placeAfterKey, placeBetween, placeInMiddle, sizedBy } from './place-drawing.ts'

describe('a place drawn on a page', () => {
  test('is the same from whichever corner it is begun', () => {
    const expected = { page: 2, left: 0.25, top: 0.5, width: 0.5, height: 0.25 }
    expect(placeBetween(2, { x: 0.25, y: 0.5 }, { x: 0.75, y: 0.75 })).toEqual(expected)
    expect(placeBetween(2, { x: 0.75, y: 0.5 }, { x: 0.25, y: 0.75 })).toEqual(expected)
  })

  test('a click without a drag is none', () => {
    expect(placeBetween(1, { x: 0.5, y: 0.5 }, { x: 0.501, y: 0.9 })).toBeUndefined()
  })

  test('never reaches over the edge, whatever is done to it', () => {
    const random = seededRandom(3)
    const anywhere = () => ({ x: random() * 3 - 1, y: random() * 3 - 1 })
    for (let round = 0; round < 2000; round++) {
      const drawn = placeBetween(1, anywhere(), anywhere())
      const place = sizedBy(movedBy(drawn ?? placeInMiddle(1), anywhere()), anywhere())
      expect(Place.safeParse(place).success, JSON.stringify(place)).toBe(true)
      expect(Place.safeParse(movedBy(place, anywhere())).success).toBe(true)
    }
  })

  test('moves by arrows, grows with shift, and leaves other keys alone', () => {
    const place = { page: 1, left: 0.5, top: 0.5, width: 0.25, height: 0.25 }
    expect(placeAfterKey(place, { key: 'ArrowLeft', shiftKey: false })?.left).toBeCloseTo(0.49)
    expect(placeAfterKey(place, { key: 'ArrowDown', shiftKey: true })?.height).toBeCloseTo(0.26)
    expect(placeAfterKey(place, { key: 'a', shiftKey: false })).toBeUndefined()
  })
})
