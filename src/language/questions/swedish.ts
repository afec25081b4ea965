import type { Grammar } from './grammar.ts'
import { swedishLeading } from './swedish-leading.ts'
import { swedishPairs } from './swedish-pairs.ts'
import { swedishWords } from './swedish-words.ts'

/** Swedish questions: verb first, question words, requests; and the words that press, judge, imagine or couple. */
export const swedish: Grammar = {
  lists: swedishWords,
  ...swedishLeading,
  ...swedishPairs,
  opening: `
    (och|men|så|alltså|okej|ok|ja|nå|nu(?! (när|då|du))|tack|först|slutligen|till sist|till att börja med|generellt|egentligen|ärligt talat|ärligt|bara|också|hej|välkommen|för övrigt|då|på det stora hela|sammantaget)
    med (dina|egna) egna ord
    (,|"|:|–)
    (om jag får fråga|om det går bra)
    (jag menar|alltså|eh|öh|liksom|typ|hmm|förresten)`,
  setting: `
    låt oss (tala|prata|gå över)
    (tänk|gå) (tillbaka |lite )?(på|till)
    tänk tillbaka
    (föreställ (dig|er)|tänk dig|tänk er|anta|låt oss (säga|anta)|säg att|låtsas)
    (titta|läs|lyssna|se) (gärna )?på (affisch*|denna|detta|de här|den här|det här|de två|filmen|annonsen)
    ta god tid
    (jag (visar|ska visa|kommer att visa|läser)|nu (visar|ska|får) (jag|du))`,
  request: `
    (försök (att )?)?(gärna )?{tell} (?!(du|ni) )
    (kan|kunde|vill|skulle|får|orkar) (du|ni|jag) (vilja |kunna |inte |försöka |gärna |eventuellt |kanske |kort |ha lust att |vara snäll och |börja med att |tänka dig att |med egna ord |till att börja med |få |be (dig|er) (att )?)*({tell}|utveckla|fråga|ta mig (med )?(igenom|genom)|sätta ord)
    (kan|kunde|vill|skulle) (du|ni) .. (berätta|beskriva|förklara|visa|utveckla|ge (mig )?(ett )?exempel|ta mig|sätta ord|minnas tillbaka)
    (kan|kommer) (du|ni) (minnas|ihåg|komma på) (en|ett) (gång|situation|händelse|exempel|dag)
    (har|kan) (du|ni) .. (ett exempel|lust att (berätta|beskriva|visa|dela))
    jag (vill|skulle|är) .. (gärna|nyfiken|intresserad) .. (höra|veta|förstå|lära|fråga|se|på|av)
    (det (vore|skulle vara|är) (intressant|roligt|spännande|bra) att (höra|veta|få))
    jag (undrar|funderar på) (?!om )(hur|vad|varför|vilka)
    (låt oss|låt mig) (börja|höra|gå)
    (får|kan) jag (fråga|höra)
    (använd|håll|välj|sortera|öppna|klicka|börja|fortsätt|minns|skriv|hitta|se|titta|hjälp|kör|lyssna|ställ|utgå|följ) (?!(du|ni) )
    ta (mig|oss|ställning)
    fråga på
    (minns|kommer) (du|ni) (ihåg )?(hur|vad|varför)
    (kan|vill|skulle) (du|ni) .. (ta (mig|oss)|rita|måla|sätta (mig|oss)|gå igenom|gå (mig )?genom|ge mig|dra)
    (skulle|vill) (du|ni) (ha något emot|vara snäll|vara vänlig)`,
  doing: '',
  wondering: `
    månne (?!{wh} )
    jag .. (undrar|funderar på|vill veta|vill gärna veta|skulle vilja veta|nyfiken på|veta) (, )?om (du|ni|det|er|din|ditt|dina|någon|man)
    (får|kan) jag (fråga|höra) (, )?om (du|ni)
    (vill|skulle) (du|ni) (inte )?(också )?(vilja )?säga (att|du|det|vår)`,
  wh: `
    (?!när (?!{verb} |på dagen |i veckan |[^ ]+(r|de|te) (du|ni|det|den|han|hon) ))(?!var (du|ni|det|den|han|hon|de|tand|[^ ]+(en|et|na|n)) ){wh}
    (i|på|vid|för|från|till|med|av|om|sedan|under|genom|efter|hos|mot|över|kring|åt) (vad|vilken|vilket|vilka|vem|när|hur)
    (ungefär|cirka|ca) {wh}`,
  grade: `
    hur dags
    hur (ofta|många|mycket|länge|lång|långt|gammal|gamla|stor|stora|stort|sannolikt|troligt|viktigt|viktig|viktiga|bra|högt|dyrt|svårt|lätt|enkelt|nöjd|nöjda|snabbt|snabb|nära|säker|säkra|glad|glada|regelbundet|tidigt|sent|välkänt|känd|bekant|medveten|lite|få|hög|tungt|varmt|väl)
    hur [^ ]+( och [^ ]+)? {be}
    hur [^ ]+(?<!(går|gick|ser|mår|får|blir|står|ställer|känn)s?)(t|ig|igt|sam|samt|ad|at|isk|iskt|full|fullt|bar|bart|lös) (?!(du|ni|det|den|de|han|hon|man|vi|jag) )
    (i|till) (hur (hög|stor) grad|vilken (grad|utsträckning|mån))
    (vilket|vilken) (betyg|poäng|andel|siffra|procentsats)
    ((vad|vilken) tid|(ungefär|cirka|ca) hur (många|mycket|länge|ofta|långt|stor))`,
  neutralGrade: `
    hur dags
    hur (ofta|många|länge|lång|långt|gammal|gammalt|gamla|stor|stora|stort|sannolikt|troligt|viktigt|viktig|viktiga|välkänt|känd|bekant|högt|nära|säker|säkra|regelbundet|tidigt|sent|snabbt|få|hög|tungt|varmt|medveten|väl|förberedd|bra (känner|minns))
    hur mycket (?![^ ]*are )(?!(bättre|mer|gillar|älskar|njuter))
    (i|till) (hur (hög|stor) grad|vilken (grad|utsträckning|mån))(?!.*(håller du med|instämmer|nöjd))
    (vilket|vilken) (betyg|poäng|andel|siffra|procentsats)
    hur (hade|har|ska|skulle|kan|kunde|vill|är|var|blir|blev|ser|såg|gör|gjorde|känns|kändes|upplever|upplevde|låter|tycker|tror)
    ((vad|vilken) tid|(ungefär|cirka|ca) hur (många|mycket|länge|ofta|långt|stor))
    hur (realistiskt|realistisk|nödvändigt|nödvändig|vanligt|vanlig|utbrett|representativt|olika|lika)`,
  fact: `
    när (?=({verb}|[^ ]+(r|de|te)) )
    sedan när
    när (på dagen|på dygnet|i veckan)
    (var|vart|varifrån) (?!(kom|kommer) (idén|tanken|intresset|det))
    vem|vems
    (på|i|från|till|med|hos|vid|genom|under|för)? ?(vilken|vilket) (?!(intryck|betydelse|roll|upplevelse|verkan|inverkan|påverkan|inflytande|skillnad|sätt|känsla|erfarenhet|tanke|anledning|funktion|vis|situation|historia|effekt|stämning|väg|nytta|bild|planering|syn|inställning|relation|hjälp|hållning|attityd|reaktion|process|strategi|kunskap|information|typ|sorts|slags|förväntan|plats|tanke|innebörd|vikt|lättnad|glädje|besvikelse|bakgrund|uppfattning|åsikt|uppgift|lärdom))
    vad för (en|ett|slags [^ ]+) (bil|bank|telefon|abonnemang|bostad)
    vad har (du|ni) för (?!(tankar|erfarenheter|erfarenhet|rutiner|upplevelser|upplevelse|intryck|känsla|känslor|planer|bild|åsikt|åsikter|syn|inställning|relation|minnen|förväntningar|behov|vanor|önskemål|process|strategi|bakgrund|kunskap|kunskaper|relationer|farhågor|planering|stöd|möjlighet|möjligheter|arbetssätt|idé|idéer|förhållande|förhoppning|förhoppningar|råd))
    vad (är|var|heter) (din|ditt|er|ert|den|det) ((nuvarande|fullständiga|totala|genomsnittliga|högsta|senaste) )?(namn|ålder|yrke|jobb|titel|kön|adress|postnummer|lön|inkomst|budget|befattning|sysselsättning|utbildning|civilstånd|nationalitet|modersmål|telefonnummer|favorit[^ ]+)( .*)?$
    vad (heter|kostar|kostade|tjänar|väger|betalar) (du|ni|den|det|de|din|ditt|ert|han|hon)
    på en skala`,
  account: `
    (var|varifrån) .* (idén|tanken|intresset) .. (från)?
    vem (bör|kan|ska|borde|kunde|skulle) jag
    var (ser|vill|tror) (du|ni) .* (år|själv)
    vem (var|är) .*(och hur|och vad|på vilket sätt)
    (vem|vems|vilka|var)( [^ ]+){1,12} , och (på vilket sätt|i vilken roll|hur|varför)$`,
  verb: `
    (?!(var|när) (?!(du|ni|det|den|någon|något|[^ ]+(en|et|n|na)) ))(?!när ){verb} (?!(att|om) )
    (?!{nonverb} )[^ ,:;–"]+ {subject}
    (?!{nonverb} )[^ ,:;–"]+(r|de|te) (?!(att|och|eller|$))[^ ]+
    (?!{nonverb} )[^ ,:;–"]+ (och|eller) [^ ]+ (du|ni)
    (något|några) (att|frågor|synpunkter|funderingar|kommentarer|annat)
    (säg|berätta) (mig )?, {verb} (du|ni|det|den)
    någon (aning|chans)`,
  declared: `
    (du|ni|jag|vi|man|han|hon|det|den|de|dom|vår|vårt|våra|din|ditt|dina|er|ert|era|mitt|min|alla|folk|ingen|en|ett|många|naturligtvis|självklart|denna|detta|dessa|visst|här)
    (?!{verb} )[^ ]+(en|et|na) {be}`,
  subordinate: `
    nu (när|då|du)
    (om|då|eftersom|fast|fastän|medan|sedan (?!när)|efter|före|innan|ifall)
    när (?!({verb}|[^ ]+(r|de|te)) (du|ni|det|den|de|han|hon|man|jag|vi|er|din|ditt|dina|[^ ]+(en|et)) )`,
  whether: `
    (, )?(om|ifall|huruvida) (du|ni|det|er|din|ditt|dina|han|hon|man|någon) (har|hade|är|var|kan|vill|tycker|tror|någonsin|använder|gillar|brukar)
    , hur (många|ofta|länge|gammal|gamla)
    (betygsätt|bedöm|ange|gradera) (gärna )?(vår|vårt|våra|din|ditt|den|det|de|hur)
    , {verb} (du|ni|det|den)`,
  choice: `
    (–|:) (.. )?[^ ]+ eller [^ ]+( [^ ]+)?$
    , [^ ]+ eller [^ ]+$
    – (var|är|tycker|har|blev) (du|ni|det|den|de|där) .*
    (från|mellan) (0|1|noll|en|ett) (till|och) (4|5|6|7|9|10|100|fem|tio)
    på en skala
    ^ ..[^ ]+ eller ...$
    (–|:) [^ ]+( [^ ]+)? , [^ ]+( [^ ]+)?( ,)?( eller)? [^ ]+( [^ ]+)?$
    (instämmer|ja|håller med) eller (inte|nej|håller inte med)$`,
  tag: `
    , (va|eller hur|inte sant|eller|visst|inte|va då|okej|ok|rätt|stämmer det|väl|tycker du inte|håller du inte med|är det inte|var det inte|gör du inte|har du inte)$
    ^(visst|nog|säkert)
    , (så )?{verb} (du|ni|han|hon|den|det|de|man|vi|jag)( inte| väl)*$
    , va$
    väl$`,
  denied: `
    [^ ]+ inte (?!sant)
    [^ ]+ [^ ,:;–]+ ((?!(där|som|att|eller|och|om|när|eftersom|du|ni|man|vi|jag|han|hon|de) )[^ ,:;–]+ ){0,7}inte(?! (bara|enbart|nödvändigtvis|alltid))`,
  assured: `
    (?<!^ (du|ni) (har|bor|är|var|kommer|jobbar|arbetar|gick|sitter|känner) )ju
    ^nog
    (väl|säkert|förstås|självklart|naturligtvis|såklart|troligen|nog(?! (med|av|för|om))|givetvis|visst)`,
  negated: `
    {verb} (du|ni|det|den|de|vi|man|vår|vårt|våra|alla|han|hon|folk) ((?!(där|som|att) )[^ ,]+ ){0,6}inte
    (?!{nonverb} )[^ ,:;–"]+ (du|ni|det|den|de|vi|man) ((?!(där|som|att) )[^ ,]+ ){0,6}inte
    {verb} (du|ni|man) .. aldrig
    (?!{nonverb} )[^ ,:;–"]+ (du|ni) .. aldrig
    (vore|är|var|har) inte (det|vår|vårt|våra|alla|den)
    {verb} inte (du|ni|vår|vårt|våra|det)`,
  balanced: `
    eventuellt
    (bra|bättre) .* (dåligt|mindre bra|sämre|fel)
    (om (det (är|var|fanns) )?någ*|om (något|någon|alls)|eller (ej|inte|svårt|dåligt|missnöjd|missnöjda|negativt|oense|dålig|svår|o[^ ]+))
    hur [^ ]+ eller [^ ]+
    [^ ]+ eller (o[^ ]+|[^ ]+lös*|svårt|svår|lätt|enkelt|dåligt|dålig|bra|bättre|sämre|negativt|positivt|glad|ledsen|långsamt|snabbt|lite|låg|hög|tråkig|missnöj[^ ]*)
    (på gott och ont|fördelar och nackdelar|styrkor och svagheter|plus och minus|ris och ros|bra och dåligt|om det nu var så)
    vad (är|var) (det )?([^ ]*(ste|ast)|bäst|sämst)
    (mest|bäst|bra) .* (minst|sämst|värst)
    (uppskattade|gillade|tyckte om|gillar|uppskattar) .* (störde|ogillade|retade|saknade|stör|ogillar|saknar)`,
  poles: `
    {bright} ((för|med) (dig|er|mig|oss|dem) )?(, )?(och|eller|men) ((vad|vilka|det|den|de|som) )*((är|var) )?((mindre|inte så|mest|minst) )?{dark}
    {dark} ((för|med) (dig|er|mig|oss|dem) )?(, )?(och|eller|men) ((vad|vilka|det|den|de|som) )*((är|var) )?((mindre|inte så|mest|minst) )?{bright}`,
  own: `
    (du|ni) (sa|sade|nämnde|berättade|kallade|beskrev|skrev|använde|säger|talade|pratade|förklarade|var inne på|har sagt|har nämnt|har berättat)
    (sa|nämnde|berättade) (du|ni)`,
  imagined: `
    i en värld (utan|där|med)
    (kan|ser) (du|ni) (redan )?(framför (dig|er)|(se )?(den här|det här|den|det) [^ ]*(hänga|stå|ligga|fungera|passa|vara))
    (hur|vad|var) hade (du|ni) .* utan
    ^hade (du|ni) .* , {wh} (skulle|hade)
    ^skulle (inte )?[^ ]+
    (föreställ|föreställa|tänk dig att|tänk er|anta att|låt oss (säga|anta)|säg att|låtsas|trollspö|trollstav|i en ideal värld|i en perfekt värld|den optimala|din dröm[^ ]*|dröm(?!mer|de|t)[^ ]+|det ideala|den ideala|hypotetiskt|den perfekta|det perfekta)
    (tror|tycker) (du|ni) att .* skulle
    kan (du|ni) (föreställa|tänka) (dig|er)(?! tillbaka)
    kunde (du|ni|det) .. (tänka (dig|er)|leva|se dig)
    (vad|vem) (kunde|skulle) ha [^ ]+t
    (skulle|borde|vore) (du|ni|man|det|den|där|vi|jag|han|hon|er|ert|din|ditt|dina|vår|vårt|våra|folk|andra|en|ett|denna|detta|[^ ]+(en|et))
    (vad|hur|var|vem|vilken|vilket|vilka|varför|när) .. skulle (?!ni ha .* gången)
    (om|ifall) (vi|du|ni|de|det|man|den|han|hon|din|ditt|dina|vår|vårt|våra) .. (inte )?(fick|hade|kunde|var|blev|stängde|öppnade|flyttade|vann|förlorade|skulle|måste|kostade|höjde|gjorde|erbjöd|lanserade|bestämde|började|ändrade|tog|ärvde) .*(skulle|hade|hur vore|vad vore|vad tänker)
    (hade|skulle) (du|ni) .*(om (bussen|du|ni|det|den|vi|[^ ]+) (inte )?(hade|fick|var|skulle|kunde))
    (hur|vad) hade (du|ni|det) (gått|löst|varit|valt|sagt|tänkt om|hänt|tyckt|velat)
    (och )?om (den|det|vi|priset) (nu )?(kostade|var (?!(så|något|någon))|fick|gjorde|hade|vore)
    (hur (sannolikt|troligt)|kunna tänka (dig|er|sig)|skulle föredra)
    (vad|vilka|vilken|vilket|hur) (.. )?(bör|ska|borde) (vi|företaget|kommunen|de)
    ska vi
    se dig själv (som|i)
    (du|ni|det|de) skulle
    skulle [^ ]+ .. (kunna|göra|skapa|hjälpa|vara|kännas|fungera)
    ^hade (du|ni|det|den) .. [^ ]+(at|it|ut|tt|nat) .*(om|ifall) (de|du|ni|det|vi|den|någon)
    ^hade (du|ni) .. (annorlunda|ändå|i stället|även om)
    vad (behöver|måste|ska) .* för att (du|ni) (ska|skulle)
    skulle (du|ni) någonsin
    om det var upp till (dig|er)
    ^(tänk|vad händer) om
    om (du|ni) fick [^ ]+a
    som skulle (få|göra|hjälpa|ändra|hålla)
    vad (kan|kunde) (?!(du|jag|ni) )~ göra (för|åt|bättre)
    skulle (du|ni) kunna (sköta|klara|leva|arbeta|jobba|undvara)
    har krävts`,
  future: `
    är (du|ni) (sugen|frestad|beredd|villig|redo|intresserad) (på|att|av) (?!(att )?(berätta|visa|dela|förklara))
    vad (händer|blir det) (med|av) .* när (du|ni|han|hon)
    hur (tror|förväntar) (du|ni) .* när
    ^tänker (du|ni) (?!(om|på|när|att|ofta))
    och tänker (du|ni) [^ ]+a
    (vad|hur|när|var) tänker (du|ni) [^ ]+a( |$)
    kommer ((?:er|ert|era|din|ditt|dina) [^ ]+|du|ni|det|vi|folk|andra|man|han|hon) att (?!(tänka på|minnas))
    (ska|vill) (du|ni|det) (?!.*(varje|alltid|brukar|vanligtvis))(?!(inte )?(säga|berätta|beskriva|börja|ta|tillägga|visa|förklara|hellre|ha (kaffe|te|vatten|något|lite|den|det)|gärna|sitta|ta upp|utveckla|lägga))
    (vad|när|var|hur|vem) kommer (du|ni|det (?!sig)|folk) .. att (?!(tänka på|minnas))
    (vad|när|var|hur|vem) ska (du|ni|det) (?!(att tänka på|kalla|beskriva|säga|fram|in|hit|dig|er|sig|ihåg))
    har (du|ni) .. (planer|för avsikt)
    (räknar|överväger|planerar|funderar|hoppas|avser) (du|ni) .. (med att|på att|att)
    tror (du|ni) (, )?(att )?(du|ni|det|vi|man) .. (kommer att|blir|fortsätter)
    har (ni|du) tänkt (er |dig )?[^ ]+a( |$)
    , (blir|stannar|fortsätter) (du|ni) då
    vad blir det av .* när`,
  ahead: `
    (nästa|kommande) (vecka|månad|år|sommar|vinter|vår|höst|gång|jul|två|tre|fem|nummer|val|termin|säsong)
    (i morgon|imorgon|i framtiden|framöver|framtidens|de närmaste|det närmaste)
    om (ett|två|tre|fem|tio|tjugo|[0-9]+|några) (år|månader|månad|veckor|dagar)
    (år )?(20[3-9][0-9]|21[0-9][0-9])
    (året|livet) ut
    till (våren|sommaren|hösten|vintern|jul|sommar|höst|vinter)
    ((dina|era) planer|planer (för|inför)|(planer|tankar) på att)
    (den )?dagen (då )?(du|ni|de|han|hon|det) inte (längre|mer) (kan|får|ska|är|har|bor|vill|orkar)`,
  settled: `
    (gjorde|(?<!^ )var|hade|hände|blev|fick|gick|kom|sa|sade|tog|såg|tyckte|tänkte|visste|handlade|[^ ]{2,}(ade|dde|tte))
    hur (ofta|många)`,
  reported: `
    [^ ]{3,}(ade|dde|te|de) ~ att ~ (skulle|kunde)
    (trodde|rädd|tänkte|räknade|väntade|sa|sade|sagt|bestämde|bestämt|beslutade|enades|visste|hoppades|lovade|lovat|fruktade|berättade|berättat|klart|hörde|hört|fick höra|fick veta|få veta|reda på|förstod|märkte|upptäckte|insåg|läste|överens om|överens|kom fram till|pratade|avgjordes|bestämdes|anade|varnade|menade) ~ (, )?(?!{wh} (skulle|kunde) )~ (skulle|kunde)
    (hade|föreställde) (du|ni) (dig|er|tänkt)
    hur (kom|gick|var) .* skulle`,
  real: `
    om .* , (så )?{wh} (gick|fick|tog|kom|sa|gjorde|låg|satt|stod|frågade|valde|(?!(hade|skulle|kunde|borde) )[^ ]+(ade|de|te)) (du|ni|de|han|hon|man)
    jag kan (tänka|föreställa) mig
    (den gången|som barn|den dagen(?! (då )?[^ ]+ inte (längre|mer) (kan|får|ska|är|har|bor|vill|orkar))|brukade|i din barndom|på den tiden|när (du|ni) skulle|som liten|där och då|om det (nu )?var så|på den tiden)
    om (du|ni|de|det) .. ([^ ]+(ade|de|te)|fick(?! [^ ]+a )|gick|ringde|kom|var) .* , (vad|hur|vem) (hände|blev|gjorde|sa|var|svarade|gick)
    (?<! om .*)skulle (?!.* ha [^ ]+t )~ ,? ?(när|innan) (du|ni|man|han|hon|de|vi|jag) .. ([^ ]+ade|[^ ]{2,}te|kom|gick|fick|sa|var|hade|blev|såg|stod|tog)( |$)
    hade (du|ni) tänkt$
    skulle .* , sa (de|han|hon|man)$`,
  courtesy: `
    det (skulle|vore) (vara )?(roligt|bra|fint|intressant|spännande) (att|om)
    (ord|namn|benämning) (skulle|vill) (du|ni) (använda|välja|sätta|ge)
    skulle (du|ni|de|han|hon) (helst |gärna )*vilja (?!(se|ha|betala|köpa) )(?!.* (vi|oss|vår|vårt|våra) )
    (?<!(hur|vad|var|när|vilken|vilket|vilka) )(vill|ville|skulle) (du|ni) (inte |vilja |kunna )?(gärna |hellre |kanske )?(ha|sitta|tillägga|säga|börja|ta|beskriva|berätta|ta upp|lägga till|tänka dig att (berätta|börja|visa|säga|beskriva))
    (vill|skulle) (du|ni) kalla
    hur (vill|skulle) (du|ni) (vilja )?(bedöma|värdera|förstå|placera)
    hur (vill|skulle) (du|ni) (vilja )?(beskriva|definiera|karaktärisera|sammanfatta)
    vad (vill|skulle) (du|ni) (säga (om|till (?!(dig|er|din|ditt|dina|honom|henne|dem|en|någon) ))|kalla|tillägga)
    (jag|vi) (vill|skulle) (gärna|vilja|höra)
    (får|kan|kunde) jag
    får vi
    (är|vore) det (okej|ok|i sin ordning|möjligt)
    (?<!(hur|vad|varför) )(kan|kunde|vill|skulle) (du|ni) .. (berätta|beskriva|förklara|visa|utveckla)
    ska vi (ta|börja|gå|fortsätta|sluta|sätta|ses)
    (ska|vill) (du|ni|jag) .. (kalla|kallar)
    vem (bör|kan|ska|borde) jag
    vilka .. (bör|borde|ska|kan) jag
    något emot att
    (vill|skulle) (du|ni) .. (få|bli kontaktad|kontaktas|ta del)
    hur (skulle|vill) (du|ni) (själv )?(formulera|uttrycka|förklara|kalla)
    skulle (du|ni) kunna (gå|ta|dra|visa|berätta|förklara|beskriva|ge|upprepa)
    (skulle|vill) (du|ni) (ha något emot|vara snäll|vara vänlig)
    hur (vill|skulle) (du|ni) (.* )?(sätta ord|beskriva)|vad (vill|skulle) (du|ni) säga (är|var)`,
}
