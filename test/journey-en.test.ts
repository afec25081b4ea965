import { goTheWholeWay } from './journey.ts'

goTheWholeWay({ language: 'en', locale: 'en-GB' })
