import { languages, type Language } from './language.ts'
import { stem } from './stems.ts'

/**
 * Whether a word (in its normal form) is one of the little words every sentence is made of. For display only: lists may
 * hide them, but every count includes them.
 */
export function isFunctionWord(language: Language, normal: string): boolean {
  return functionWords[language].has(normal)
}

/** Whether a stem is that of such a little word. */
export function isFunctionStem(language: Language, stemmed: string): boolean {
  functionStems ??= new Map(
    languages.map((one) => [one, new Set([...functionWords[one]].map((word) => stem(one, word)))]),
  )
  return functionStems.get(language)?.has(stemmed) ?? false
}

let functionStems: ReadonlyMap<Language, ReadonlySet<string>> | undefined

/** The words themselves, by language: articles, pronouns, prepositions, conjunctions, auxiliaries and fillers. */
export const functionWords: Record<Language, ReadonlySet<string>> = {
  en: list(`a an the and or but nor so yet if then than that which who whom whose what when where why how this these those there here
    i me my mine myself we us our ours you your yours yourself he him his himself she her hers herself it its itself they them their theirs
    am is are was were be been being have has had having do does did doing done can could may might must shall should will would
    of in on at by for with from to into onto over under up down out off about as after before between during through against without
    not no yes yeah just very too also only even still again once all any both each few more most other some such same own
    i'm i've i'd i'll you're you've you'd you'll he's she's it's we're we've we'd we'll they're they've that's there's what's let's
    don't doesn't didn't isn't aren't wasn't weren't can't couldn't won't wouldn't shouldn't haven't hasn't hadn't
    oh um uh er mm hmm mm-hmm well okay ok`),
  da: list(`en et den det de der som at og eller men så hvis da når fordi mens om end hvad hvem hvor hvordan hvorfor hvornår hvilken hvilket
    hvilke jeg mig min mit mine du dig din dit dine han ham hans hun hende hendes vi os vores i jer jeres dem deres man sig sin sit sine
    denne dette disse her er var være været bliver blev blive blevet har havde have haft kan kunne skal skulle vil ville må måtte bør burde
    gør gjorde gøre gjort af på til fra med ved for over under uden mod mellem efter før gennem hos indtil siden op ned ind ud hen hjem
    ikke nej ja jo nok vel bare kun også meget mere mest lidt for alt alle al andre anden andet hver hvert nogen noget nogle ingen intet
    sådan sådanne selv igen nu jamen altså øh øhm hmm okay ok jeps lige dog endnu allerede både enten hverken`),
  sv: list(`en ett den det de dem som att och eller men så om då när därför eftersom medan än vad vem var vart hur varför vilken vilket vilka
    jag mig min mitt mina du dig din ditt dina han honom hans hon henne hennes vi oss vår vårt våra ni er ert era deras man sig sin sitt sina
    denna detta dessa den här där är vara varit blir blev bli blivit har hade ha haft kan kunde kunna ska skulle vill ville måste bör borde
    gör gjorde göra gjort får fick av på till från med vid för i över under utan mot mellan efter före genom hos tills sedan upp ner in ut
    inte nej ja jo nog väl bara också mycket mer mest lite allt alla annan annat andra varje någon något några ingen inget inga
    sådan sådant sådana själv igen nu alltså liksom typ eh öh hmm okej ok ju dock ännu redan både antingen varken dom mej dej sej`),
  nl: list(`de het een en of maar dus als dan toen omdat terwijl dat die wat wie waar wanneer waarom hoe welke welk dit deze er hier daar
    ik me mij mijn jij je jou jouw u uw hij hem zijn zij ze haar wij we ons onze jullie hun hen men zich zichzelf
    ben bent is was waren geweest word wordt werd worden heb hebt heeft had hadden gehad hebben kan kunt kon konden kunnen moet moest moeten
    mag mocht mogen wil wilt wilde willen zal zult zou zouden zullen ga gaat gaan doe doet deed doen
    van in op aan bij voor met uit naar over onder door tegen tussen tot na zonder om te af toe binnen buiten sinds
    niet nee ja wel ook nog al alleen maar heel erg veel meer meest weinig alle alles ander andere elk elke iemand iets niemand niets geen
    zo zo'n zulke zelf weer nu eens even gewoon eigenlijk eh uh hè hoor oké ok 's 't 'n 'k`),
  de: list(`der die das den dem des ein eine einen einem einer eines und oder aber denn sondern wenn dann als ob weil dass während obwohl
    was wer wem wen wo wann warum wie welche welcher welches dies diese dieser dieses diesen diesem jene hier da dort
    ich mich mir mein meine meinen meinem meiner du dich dir dein deine er ihn ihm sein seine seinen seinem seiner sie ihr ihre ihren ihrem ihrer
    es wir uns unser unsere euch euer ihnen man sich selbst bin bist ist sind seid war waren gewesen werde wird wurde werden wurden worden
    habe hast hat hatte hatten haben gehabt kann kannst konnte können muss musste müssen darf durfte soll sollte sollen will wollte wollen
    würde würden wäre hätte mag möchte tun tut von in im an am auf aus bei beim mit nach zu zum zur vor für über unter durch gegen ohne um
    zwischen bis seit nicht nein ja doch nur auch noch schon sehr mehr viel viele wenig alle alles andere jeder jede jedes etwas nichts kein
    keine keinen so solche wieder jetzt nun mal halt eben eigentlich also äh ähm hm okay ok`),
}

function list(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}
