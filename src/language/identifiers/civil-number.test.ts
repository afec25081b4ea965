import { describe, expect, test } from 'vitest'
import { civilNumbers, isBsn, isCpr, isPersonnummer, isSteuerId, obeysCprModulus } from './civil-number.ts'

const digitsOf = (number: string) => number.replaceAll(/\D/g, '')

// Valid and invalid numbers as published by others; none is anybody's.
describe('civil numbers', () => {
  test.each(['211062-5629', '070761-4285'])(
    '%s is a CPR number by date and modulus (Wikipedia, python-stdnum)',
    (number) => {
      expect(isCpr(digitsOf(number))).toBe(true)
      expect(obeysCprModulus(digitsOf(number))).toBe(true)
    },
  )

  test('0101643066 is a CPR number although it breaks the modulus (Magenta OS2datascanner, case 46120)', () => {
    expect(obeysCprModulus('0101643066')).toBe(false)
    expect(isCpr('0101643066')).toBe(true)
  })

  test('a CPR number begins with a day there is', () => {
    expect(isCpr('5110625629')).toBe(false)
    // 29 February: 2000 had one, 1900 had none.
    expect(isCpr('2902004000')).toBe(true)
    expect(isCpr('2902000000')).toBe(false)
  })

  test.each(['811228-9874', '880320-0016', '640823-3234', '19900101-0017', '19130401+2931', '000101-0107'])(
    '%s is a personnummer (Wikipedia, python-stdnum, personnummer.dev)',
    (number) => {
      expect(isPersonnummer(digitsOf(number))).toBe(true)
    },
  )

  test.each(['880320-0018', '640823-3233', '19900101-0018', '641223-3234'])('%s is none', (number) => {
    expect(isPersonnummer(digitsOf(number))).toBe(false)
  })

  test.each(['701063-2391', '640883-3231'])(
    '%s is a samordningsnummer, the day plus sixty (Skatteverket, personnummer.dev)',
    (number) => {
      expect(isPersonnummer(digitsOf(number))).toBe(true)
    },
  )

  test('a BSN passes the 11-test (Rijksdienst: 111222333; python-stdnum)', () => {
    expect(isBsn('111222333')).toBe(true)
    expect(isBsn('123456782')).toBe(true)
    expect(isBsn('111252333')).toBe(false)
    expect(isBsn('000000000')).toBe(false)
  })

  test.each(['36574261809', '86095742719', '47036892816', '65929970489', '57549285017', '25768131411'])(
    '%s is a Steuer-ID (python-stdnum, Wikipedia, BZSt)',
    (number) => {
      expect(isSteuerId(number)).toBe(true)
    },
  )

  test.each(['36574261890', '36554266806', '12345678901', '06574261809'])('%s is none', (number) => {
    expect(isSteuerId(number)).toBe(false)
  })

  test('one wrong digit is found in every place of the numbers with a check digit', () => {
    for (const number of ['8112289874', '111222333', '36574261809'])
      for (const at of [...number].keys()) {
        const wrong = `${number.slice(0, at)}${(Number(number[at]) + 1) % 10}${number.slice(at + 1)}`
        expect(
          civilNumbers(wrong).filter((kind) => kind !== 'cpr'),
          wrong,
        ).toEqual([])
      }
  })
})
