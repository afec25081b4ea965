import type { Language } from '../language.ts'

/**
 * Whether a question asks for a reason: by "why" and its kin ("how come", "what made you", "for what reason"). A suggestion ("why don't we …") and a
 * pointer to a reason already given ("is that why …") ask for none. Pure, safe in the browser.
 */
export function asksWhy(question: string, language: Language): boolean {
  const flat = question.normalize('NFC').toLowerCase().replaceAll('’', "'")
  const { asks, not } = rules[language]
  return asks.test(flat) && !not.test(flat)
}

const rules: Record<Language, { asks: RegExp; not: RegExp }> = {
  en: {
    asks: words(
      'why|how come|what for|for what reason|what (?:was|is|were) (?:the|your) reasons?|what made (?:you|him|her|them|it)|what makes (?:you|it|that)|what (?:led|brought|drove|prompted|got) you|how is it that|how was it that|what (?:was|is) it about|what lay behind|what was behind',
    ),
    not: words(
      "why (?:don't|not) we|why (?:don't|not) (?:you|i) (?:just )?(?:try|start|begin|move|go|take|talk|look)|why not (?:just )?(?:have|use|make|put|introduce|try|go|take|do|get|let|keep|start|call|ask)|(?:is|was|that's|this is|which is|that is|and that is) (?:that )?why|(?<!(?:do|did|can|could|should) )(?:i|we)(?: can| could| do)?(?: i)? (?:see|saw|know|knew|understand|understood) why|reasons? why|(?:(?:was|were|is|am|are|being) like[,:]?|(?:you're|you are|you may be|you might be) (?:probably )?(?:wondering|thinking)[,:]?|(?:say|says|said|think|thinks|thought)[,:]) (?:[^ ]+ ){0,3}why",
    ),
  },
  da: {
    asks: words(
      'hvorfor|hvordan kan det være|af hvilken grund|af hvilke grunde|hvad er (?:din |jeres )?grunden?|hvad var (?:din |jeres )?grunden?|hvad gjorde,? at|hvad gør,? at|hvad fik (?:dig|jer|ham|hende|dem)|hvad får (?:dig|jer)|hvad skyldtes|hvad skyldes|hvad kom det af|hvad ligger der bag|hvad lå der bag',
    ),
    not: words(
      'hvorfor (?:ikke )?(?:skal|prøver|begynder|starter) vi (?:ikke )?(?:bare |lige )?(?:prøve|begynde|starte|gå|med|at)',
    ),
  },
  sv: {
    asks: words(
      'varför|hur kommer det sig|hur kom det sig|av vilken anledning|av vilka skäl|av vilket skäl|vad är (?:skälet|anledningen|orsaken)|vad var (?:skälet|anledningen|orsaken)|vad gjorde att|vad gör att|vad fick (?:dig|er|honom|henne|dem)|vad får (?:dig|er)|vad beror|vad berodde|vad låg bakom|vad ligger bakom|hur så',
    ),
    not: words('varför (?:inte )?(?:börjar|provar|försöker|går) vi (?:inte )?'),
  },
  nl: {
    asks: words(
      'waarom|hoezo|hoe komt het|hoe kwam het|hoe komt dat|hoe kwam dat|hoe (?:kan|kon) het (?:toch |nou |dan )?dat|hoe (?:kan|kon) dat|^\\W*(?:(?:en|maar|dus|nou|want) )?waardoor|waardoor (?:komt|kwam|kon|kan|werd|wordt|is|was|gaat|ging|heeft|had) (?:dat|het|u|je|jij|dit)|om welke reden|om welke redenen|wat is (?:de|je|uw) reden|wat was (?:de|je|uw) reden|wat maakte?n? dat|wat maakt dat(?! (?:[^ ?]+ ){0,3}uit)|wat bracht (?:je|u|jullie)|wat deed (?:je|u) besluiten|wat heeft (?:je|u) ertoe gebracht|wat zit daarachter|wat zat erachter',
    ),
    not: words(
      '(?:is|was) (?:dat|dit) waarom|reden(?:en)? waarom|waarom (?:beginnen|proberen|gaan) we niet|(?:zeg|zegt|zeggen|zei|zeiden|gezegd|denk|denkt|denken|dacht|dachten|afvragen)(?: (?:we|ze|ik|je|u|mensen|wij|zij))?[,:] (?:[^ ]+ ){0,6}waarom',
    ),
  },
  de: {
    asks: words(
      'warum|wieso|weshalb|weswegen|wozu|aus welchem grund|aus welchen gründen|wie kommt es|wie kam es|wie kommt das|wie kam das|was ist der grund|was war der grund|was hat (?:dich|sie|euch|ihn) (?:dazu|bewogen|veranlasst)|was hat (?:dich|sie|euch) dazu gebracht|woran liegt|woran lag|was steckt dahinter|was steckte dahinter|was bewog',
    ),
    not: words(
      '(?:ist|war) das (?:der grund)?,? ?(?:warum|weshalb)|warum (?:fangen|gehen|versuchen|probieren) wir nicht',
    ),
  },
}

/** Whole words, whatever letters stand beside them. */
function words(list: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'u')
}
