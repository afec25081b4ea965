import { goTheWholeWay } from './journey.ts'

goTheWholeWay({ language: 'da', locale: 'da-DK' })
