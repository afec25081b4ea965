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
      'hvorfor|hvordan kan det (?:så |egentlig |nu )?være|hvordan gik det til,? at|(?:af|ud fra) hvilken (?:grund|årsag)|af hvilke (?:grunde|årsager)|hvad (?:er|var) (?:din |jeres |hans |hendes )?(?:grunden?|årsagen?|baggrunden?|bevæggrunde?n?|anledningen?|begrundelsen?)(?= til|[?,.]| for| bag|$)|hvad (?:(?:er|var) det,? (?:der )?)?(?:gjorde|gør|har gjort)(?:,? at| det (?:så )?(?:vigtigt|svært|let|nødvendigt|umuligt))|hvad (?:(?:er|var) det,? (?:der )?)?(?:fik|har fået|drev|motiverede|motiverer|førte|bragte|foranledigede|bevægede) (?:dig|jer|ham|hende|dem|til)|hvad får (?:dig|jer)|hvad skyld(?:tes|es)|hvad (?:kom|kommer) det af|hvoraf (?:kom|kommer)|hvad (?:ligger|lå) der (?:bag|til grund)|hvad afgjorde|hvad var udslagsgivende',
    ),
    not: words(
      'hvorfor (?:ikke )?(?:skal|prøver|begynder|starter|tager|holder|går|gør) vi (?:ikke )?(?:bare |lige )?(?:prøve|begynde|starte|gå|med|at|fem|ti|en|et|lige|det)|(?:jeg|vi) (?:kan |kunne )?(?:godt |så |bedre )?(?:se|ser|så|ved|vidste|forstår|forstod|forstå)(?: (?:godt|nu|så))?,? hvorfor|(?:er|var) det (?:derfor|grunden)|(?:tænkte|tænker|sagde|siger|spurgte|spørger)(?: (?:han|hun|de|jeg|vi|man|folk))?[,:]+ hvorfor',
    ),
  },
  sv: {
    asks: words(
      'varför|hur (?:kommer|kom) det sig|hur kan det komma sig|av vilken anledning|av vilka (?:skäl|anledningar|orsaker)|av vilket skäl|vad (?:är|var) (?:din |er |hans |hennes |dina |era )?(?:skälet|anledningen|orsaken|bakgrunden|motivet|skäl|anledning|orsak|bakgrund)(?= till|[?,.]| för| bakom|$)|vad (?:hade|har) (?:du|ni) för (?:skäl|anledning|motiv)|vad (?:(?:är|var) det som )?(?:gjorde|gör|har gjort)(?: att| det (?:så )?(?:viktigt|svårt|lätt|nödvändigt|omöjligt))|vad (?:(?:är|var) det som )?(?:fick|har fått|drev|motiverade|motiverar|ledde|föranledde) (?:dig|er|honom|henne|dem|till)(?! [^ ?]+ (?:kosta|bli))|vad får (?:dig|er)|vad beror|vad berodde|vad (?:låg|ligger) (?:bakom|till grund)|vad avgjorde|hur så',
    ),
    not: words(
      'varför (?:inte )?(?:börjar|provar|försöker|går|tar|gör|håller) vi(?: inte)?|(?:jag|vi) (?:kan |kunde )?(?:se|ser|såg|vet|visste|förstår|förstod|förstå)(?: (?:nu|precis|mycket väl))? varför|(?:är|var) det (?:därför|anledningen)|(?:tänkte|tänker|sa|sade|säger|frågade|frågar)(?: (?:han|hon|de|jag|vi|man|folk))?[,:]+ varför',
    ),
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
      'warum|wieso|weshalb|weswegen|wozu|aus welch(?:em|en) (?:grund|gründen|anlass|motiven)|wie (?:kommt|kam) (?:es|das)|was (?:ist|war|sind|waren) (?:denn )?(?:der|die|das|ihr|ihre|dein|deine) (?:grund|gründe|ursachen?|hintergrund|hintergründe|anlass|auslöser|beweggründe|motive?)|was hat (?:dich|sie|euch|ihn) (?:(?:beide|damals|denn|eigentlich|letztlich|schließlich) )*(?:dazu|bewogen|veranlasst|motiviert|getrieben|angetrieben|zu[mr]? [^ ?]+ (?:bewogen|veranlasst|gebracht))|was (?:(?:ist|war) es,? (?:denn )?das )(?:sie|dich|euch|ihn) .*(?:gebracht|bewogen|veranlasst|getrieben)|was (?:brachte|trieb|führte|bewegte|veranlasste|motivierte) (?:dich|sie|euch|ihn|dazu)|was gab (?:letztlich |schließlich |denn )?den ausschlag|was macht(?:e)? (?:das|es|den|die) (?:für (?:sie|dich|euch) )?so|woran liegt|woran lag|was steckt dahinter|was steckte dahinter|was bewog',
    ),
    not: words(
      '(?:ist|war) das (?:der grund)?,? ?(?:warum|weshalb)|warum (?:fangen|gehen|versuchen|probieren|machen|nehmen|halten) wir nicht|(?:ich|wir) (?:kann |können |konnte )?(?:verstehe|verstehen|verstand|sehe|sehen|weiß|wissen|wusste)(?: (?:gut|jetzt|schon|genau))?,? (?:warum|wieso|weshalb)|(?:dachte|denkt|sagte|sagt|fragte|fragt)(?: (?:er|sie|ich|wir|man|die leute))?[,:]+ (?:warum|wieso|weshalb)',
    ),
  },
}

/** Whole words, whatever letters stand beside them. */
function words(list: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'u')
}
