import type { LeadingGrammar } from './grammar.ts'

/** What gives the answer away in Swedish: pressing for agreement, words that value, one side taken for granted, what everybody is said to think. */
export const swedishLeading: LeadingGrammar = {
  agreement: `
    (som|liksom|precis som) (de flesta|många|alla) (av|andra|svenskar|användare|kunder)
    (har jag (inte )?(fel|rätt)|gissar jag rätt)
    (är|var) det (inte )?(sant|riktigt|korrekt|ett faktum|rimligt att säga|rättvist att säga) att
    (kan|tror|tycker) (någon|folk) (verkligen|på allvar)
    (delar|delade) (du|ni) .. (uppfattning|uppfattningen|åsikt|åsikten|syn|synen|oro|oron|frustration|frustrationen|bild|bilden)
    ^[^ ]+ (du|ni) (verkligen|på allvar)
    (är det )?(rimligt|rätt|fel) att säga att (du|ni)
    ^(förstår|kan) (du|ni) .. varför (så många|alla|de flesta)
    (håller|höll|instämmer) (du|ni) (inte |också |helt )?(med|i)
    (är|var) (du|ni) (inte |också |helt )?(överens|enig|eniga|ense|av samma åsikt)
    {verb} (du|ni|din|dina) (dig |er )?också
    (?!{nonverb} )[^ ,:;–"]+ (du|ni) också
    (som|precis som|liksom) (de flesta|alla)( andra)?$
    också (tycker|anser|känner|upplever|märkt)
    (ger du mig rätt|delar du (inte )?(den|vår) (åsikt|uppfattning|syn))
    (känner|upplever) du (det )?(likadant|samma sak)
    (kan|får|vill) (man|vi|du) (inte )?(också )?säga att`,
  loaded: `
    (din|dina|era) (höga|stora) (förväntningar|krav|förhoppningar)
    (för|för slags|vilka|vilket|sådana|alla) {scorn}
    (efter|trots|med|på grund av|med tanke på) (alla|de (senaste|många|sista)) .. {mess}
    (blev|blir|är) (du|ni|din [^ ]+) .. (tvingad|tvingade|pressad|pressade|lurad|lurade|överkörd|överkörda)
    (våra|de|era|dina) många ({praise}|{blame})a [^ ]+
    alla (de )?(positiva|goda|bra) [^ ]+
    (hade fel|gjorde fel|tog fel|begick ett misstag)
    hur mycket (hjälpte|hjälper|gynnar|har [^ ]+ hjälpt|förbättrade|underlättade)
    (vår|vårt|våra|den|det|de|denna|detta|dessa|er|ert|era|din|ditt|dina|deras|en sådan|ett sådant|all den|alla de|allt det|[^ ]{3,}(?<!i)s) (helt |mycket |så |nya |riktigt |verkligt |extremt |mest |här )?({praise}|{blame})(a|e|ra|ska)?(?<=[a]|bättre|ande|ende) (?!(och|eller|med|att|på|i|för|till|av|är|var|saker|sak|tid|tider|delen|delar|ögonblick|än|var) )[^ ,]+
    (vår|vårt|våra|den|det|de|dessa) (helt |mycket |så |riktigt )?({praise}|{blame})a och [^ ]+a [^ ]+
    (den|det|all den|allt det|alla de|en sådan|ett sådant) (glädje|glädjen|besvikelse|besvikelsen|ilska|ilskan|kaos|kaoset|mardröm|mardrömmen|katastrof|katastrofen|röra|röran|besvär|besväret|skandal|skandalen|fiasko|lättnad|lättnaden|slöseri|elände|eländet|succé|succén|krångel|krånglet|oväsen|oväsendet|strul|strulet)
    (vilken|vilket) (glädje|besvikelse|lättnad|befrielse|katastrof|succé|njutning|skandal|fiasko|gåva|fördel|frihet|stress)
    (bli|blev|blivit) .. så ({praise}|{blame})(t|a)?
    (vad|hur|varför) .* att .* (ignorerar|ignorerade|struntar i|struntade i|sviker|svek|lurar|lurade|utnyttjar|utnyttjade|kör över|körde över|kränker|kränkte|förstör|förstörde|nonchalerar|negligerar|försummar)
    hur (stor|stort) (en |ett )?(fördel|nackdel)
    (kaoset|röran|eländet|krånglet|katastrofen|mardrömmen|skandalen)
    allt det (goda|fina|dåliga)
    (världens|landets|stadens|marknadens|sveriges|branschens|årets) [^ ]+(ste|sta) [^ ]+
    (en|ett|det|den|de|till en) så ({praise}|{blame})(a|t|e)? [^ ]+
    (vad|varför|hur|vem) (i hela friden|i all världen|i hela världen|i allsin dar|tusan)
    (slösar|slösade|struntade i|svek|försummade|vägrar|vägrade) (du|ni)
    (du|ni) (slösar|slösade|svek|försummade|vägrar|vägrade)
    hur (stor|stort|mycket) (en |ett )?(hjälp|glädje|nytta|lättnad|stöd|plåga|belastning)
    (har|hade|fick|får) (du|ni) .. (nytta|glädje|hjälp) av (vår|vårt|våra)
    (fantastiskt|förfärligt|underbart|uruselt) [^ ]+(ade|ad)
    (den|det|de|allt|all|er|vår) (ständiga|enorma|massiva|eviga|kroniska|extrema|orimliga|hårda|höga|stora|hela|skyhöga|chockhöjda|usla) (pressen|bristen|arbetsbelastningen|stressen|kraven|belastningen|väntetiden|avgifterna|priserna|räntorna|bullret|byråkratin|[^ ]+kraven|[^ ]+pressen)
    (chock|sky|rekord|kraftigt )(höjda|höga|höjd) [^ ]+
    (din|er) [^ ]+ som (aldrig|alltid|knappt|sällan) [^ ]+
    (med tanke på|när man tänker på|nu när (du|ni) har (sett|hört|provat)) (hur|att|vad)
    (har|hade|har ni|har du) (förstört|ruinerat)
    (vilka|alla|alla dessa|för) ({praise}|{blame})a [^ ,]+
    våra? (viktiga|livsviktiga|goda|fina|avgörande) [^ ]+
    i en sådan [^ ]+
    när (de|den|det) nu (alltid|aldrig|ständigt)
    (de|alla) många (glädjeämnena|fördelarna|möjligheterna)
    (er|din|värdens|chefens|deras) (slapphet|slarv|nonchalans|arrogans|okunskap|lathet|snålhet)
    (vad|varför|hur|när|vilken|vilka|vem) (?!.* (en|senaste|förra) gång(en)? ).* {harm}( |$)
    (din|er) (frustration|ilska|besvikelse|irritation|förtjusning|avsky|förtvivlan) (över|med|på)`,
  oneSided: `
    varför (bör|ska|måste|borde) (?!(du|ni|jag|vi|man|de|det) )[^ ]+ .. [^ ]+s( |$)
    vad gör (oss|(vår|vårt|våra) [^ ]+) (till|så)
    (berätta|beskriv|nämn) .. (om )?(din|ditt|dina|era) {pain}
    varför (är|var|blev) ~ så (?!(många|få) )[^ ]+( |$)
    (var|när|vem) (njuter|älskar|hatar) (du|ni)
    (hur|på vilket sätt|på vilka sätt) har ~ (förbättrat|underlättat|stärkt|hjälpt|berikat) (dig|er|din|ditt|dina|ert)
    (vad|vilken|vilket|vilka|vem) ([^ ]+ ){0,3}(går|gick|driver) (dig|er) (på nerverna|till vansinne)
    (vad|vem) (står|stod|kommer|kom) i vägen
    (vilken|vilket|vem) [^ ]+ {moves} (dig|er)
    (berätta|beskriv) .. om (de )?{pain}(?! du inte)
    (berätta|beskriv|förklara|säg|visa) .. vad (det är )?(du|ni) .. ({love}|njöt av)(?!.* (bäst|minst|mest|sämst)( |$))
    vad (är|var) det som (gick|går|blev) (fel|snett|galet|dåligt|bra)
    varför [^ ]+ (du|ni|de|folk) (fortfarande|ens|överhuvudtaget)
    varför (är|var) det (fel|rätt|ohälsosamt|nyttigt|synd|orättvist|klokt|dumt) att
    (när|hur länge|vid vilken tidpunkt|varför) [^ ]+ (du|ni|din [^ ]+) .. {turn}
    (tappade|förlorade|tappat|förlorat) .. (tålamodet|förtroendet|tron|hoppet|lusten|intresset|modet)
    vad [^ ]+ (?!(jag|vi) )~ (glömde|försummade|vägrade|glömt|vägrat|underlät) att
    varför (du|ni) .. (är|var) så [^ ]+
    (vad|hur) .* att .* (så|alldeles för) [^ ]+(a|t) [^ ]+
    (vad|hur) .* (för att|så att) (du|ni) (ska |skall )?känn[^ ]+ (dig|er)
    vad (är det |var det |är det som |skulle )?(du |ni )?{love} (du|ni|med|i|på|att|så|mest|om)?(?!.*(bäst|minst|sämst|mest)( |$))
    vad (tycker|tyckte) (du|ni) (särskilt |så )?(bra|illa|mycket) om
    vad (tycker|tyckte) (du|ni) är (så )?(bra|dåligt|smart|irriterande|roligt|skönt|jobbigt|svårt)
    vad (är det som |var det som |var det |är det )?{moves} (dig|er|mest)(?!.*(mest|minst)( |$))
    vad (är det |var det |är det som )?(du |ni )?(retar|retade|stör|störde|ärgrar|ärgrade|gläder|gladde|irriterar|irriterade|oroar) (du |ni )?(dig|er) (?!mest|minst)(över|på|med|åt|för|hos)
    vad (är|var|ser (du|ni) som|tycker (du|ni) är) det ((så|helt|särskilt|verkligt|aller[^ ]+|mest) )*({praise}|{blame})a (med|i|på|för|om)
    vad (är|var) (det )?(bästa|värsta|finaste|sämsta) med (vår|vårt|våra) [^ ]+ [^ ]+ ,
    (vilka|vilken|vilket|vad för|hur många|vad var|vad är|de|alla|vad (hade|har|ser|upplever|upplevde|finns det) (du |ni )?för) ((är|var|din|ditt|er|ert|den|det|era|dina|de|två|tre|fyra|fem|[^ ]+(sta|ste)|andra|största|viktigaste|särskilda|tekniska|typer av|av de) )*{pain}
    vad (gick|går) (fel|snett|illa|dåligt|bra)
    varför (tror|tycker|anser) (du|ni) .* (är|var) (så )?(viktig*|nödvändig*|problem*)
    varför är vi .* (bättre|bäst|så)
    vad (är|var) ((så|det) )*(bra|dåligt|fel|skönt|irriterande|fantastiskt|svårt|speciellt|attraktivt|roligt|jobbigt) (med|i|på)
    vad (är det som )?gör (oss|vår|vårt|våra|det|den|denna|detta) .*(bästa|bättre|så|bra|attraktiv|speciell|unik|fantastisk|mänskligt|mänsklig)
    varför (är|var) (det|detta|vår|vårt|den) (så |inte |för dig |för er )*(viktigt|viktig|svårt|bra|nödvändigt|bättre|bäst|dåligt|överlägsen|attraktiv|avgörande|enkelt|lätt|skönt|irriterande)
    varför är (vår|vårt|våra|den|det|de|denna|detta) .. (bättre|bäst|så|bra|överlägsen|överlägsna|dålig|sämre|attraktiv|viktig)
    vad skulle (du|ni) .. (älska|njuta|hata|gilla)
    varför låter (du|ni) (dig|er)
    (hur kommer det sig|hur kan det komma sig) att ~ så [^ ]+
    vad (gjorde|gör|har gjort|är det som gör|är det som gjorde) .. så (?!(småningom|här|då|där|att|i|på|du|länge|snart|mycket|klart) )[^ ]+
    varför tror (du|ni) .* (bättre|bäst|sämre|värre|populär)
    varför .. (inget|ingenting|aldrig)
    varför (älskar|hatar|litar|föredrar|gillar|älskade|hatade|gillade) (du|ni|folk|alla|kunder|kunderna|man)
    varför (skulle|ska|vill|bör|borde) (du|ni|man|någon|alla|folk|ingen)
    varför (.. )?(inte|aldrig)(?!$)
    varför lät (du|ni) bli
    varför är .. så
    hur mycket (?!mer )([^ ]+are|bättre)
    vad (är|var) (det (som )?(är |var )?)?så [^ ]+
    hur mycket (gillar|älskar|njuter|älskade|gillade) (du|ni)
    varför (stod|står) (du|ni) ut
    (tid|pengar) .. (du|ni) .. (sparar|sparade|sparat)
    vad (är det som )?(hindrar|hindrade|stoppar|stoppade|håller|höll|avhåller) (dig|er) (från|tillbaka)
    vad (är|var) det (med|i|hos) .. som (övertygade|övertygar|lockade|lockar|tilltalade|tilltalar|attraherade|drog|fångade)
    vad (lockar|lockade|attraherar|attraherade) (dig|er|med)
    vad (var|är) det som (lockade|lockar|övertygade)
    vad (fick|gjorde) (dig|er) (att )?(tröttna|trött|ledsna|ge upp|tappa|älska|hata|förlora)
    varför ~ så (lite|länge|sällan|ofta|mycket|sent|dåligt|få|illa|långsamt)
    hur (står|stod|orkar|orkade|överlever|överlevde|härdar) (du|ni) .. (ut|med|att)( |$)
    (berätta|skriv|förklara|motivera|ange|beskriv|utveckla) .. (varför|hur) .. (stolt|glad|nöjd|rekommenderar|rekommendera|viktigt|för [^ ]+|({praise}|{blame})(t|a)?)( |$)
    hur ofta .. (irriterar|retar|oroar|klagar|kämpar|frustreras|stör)
    vad (kan|kunde|bör) .. lära av oss
    vad gör (oss|vår|vårt|våra|den|det) ~ (mer [^ ]+|[^ ]+re) än
    (när|hur) (insåg|förstod|gick det upp för|märkte) (du|ni|dig|er) att (du|ni|de|din|er|det) ~ (fel|lur*|illa|dålig*|[^ ]+t fel)
    hur (har|förstörde|skadade) ~ (förstört|skadat|slitit|undergrävt)
    hur (kunde|kan) (du|ni) (missa|glömma|låta|gå med|undgå)
    vad (är|var) det (bästa|värsta|sämsta) med (att (slippa|få)|vår|vårt|våra)
    vilka (fördelar|nackdelar|problem|brister) (?!och )
    vad är det (med|hos) ~ som
    hur (känns|kändes|är|var) det .* (äntligen|förbigången|ignorerad|bortvald|sviken|lurad|förödmjukad|petad|slippa)( |$)
    hur (starkt|hårt) (stöder|stödjer|tror|drabbades)
    (öppnade) (dina|era) ögon
    hur orkar (du|ni)
    vad (väntar|väntade) (du|ni) på$
    vad (finner|tycker) (du|ni) .. så [^ ]+
    vad har ~ gjort (bra|dåligt)
    vad har ~ för ({praise}|{blame})a [^ ]+
    vilka förbättringar
    varför skrev (du|ni) på
    hur mycket (?!(mer|mindre|längre|senare|tidigare|äldre|yngre|större|högre|lägre) )[^ ]+are (blev|är|var|har|gör|gjorde)
    (hur|varför|när|på vilket sätt) .* (blivit|blev|blir) (så )?(sämre|bättre|värre|svårare|lättare|dyrare)
    (vår|våra|er|de) ([^ ]+sta |främsta |många )(styrka|styrkor|fördel|fördelar|kvaliteter)
    [^ ]+s många (fördelar|nackdelar|kvaliteter)
    utsatte (du|ni) (dig|er)
    vad tror (du|ni) gör .. så [^ ]+`,
  presumed: `
    hur (vår|vårt|våra|den|det|de|din|ditt|[^ ]+(en|et|na)) ~ (har )?(hjälpt|hjälpte|förbättrat|förbättrade|underlättat|sparat|förenklat|förstört) (dig|er|din|ditt|dina|det)
    hur (vår|vårt|våra|den|det|de|din|ditt|[^ ]+(en|et|na)) ~ gjort ~ ([^ ]{2,}are|bättre|lättare|sämre)( |$)
    hur (mycket|många) (tid|pengar|timmar|besvär|stress) (har|sparade|sparar|kostade|slösade)
    (den|det|de) (ökande|ökade|växande|tilltagande|minskande|sjunkande|bristande|stigande) [^ ]+
    (hur|på vilket sätt|på vilka sätt) (har|hjälper|hjälpte|gör|gjorde|ger|gav|kan|kommer|skulle|förbättrar|underlättar|stärker|sparar|förenklar) (vår|vårt|våra|den|det|de|denna|detta) .*(hjälpt|hjälpa|gett|givit|gjort|förbättrat|underlättat|stärkt|sparat|förbättra|underlätta|stärka|spara|göra|ge|förenklat|förenkla|lättare|enklare|bättre|tryggare|gladare)
    (hur|på vilket sätt) (hjälper|förbättrar|underlättar|stärker|sparar|förenklar|hjälpte|förbättrade|underlättade|stärkte) (vår|vårt|våra|den|det|denna|detta)
    (tid|pengar|besvär|timmar) .. (du|ni) .. (sparar|sparade|har sparat|slipper)
    när du nu (sparar|har|får|kan)
    att (alla|ingen|allting|allt|varenda) (numera |nuförtiden |i dag |nu )?(är|har|ska|bör|måste|vill|kan)
    jag (utgår från|förmodar|antar|räknar med|gissar)
    att (ingen|alla|folk) (längre|inte längre)
    tack vare (vår|vårt|våra|den|det)
    varför vill ingen
    (vad|hur|varför) .* att (.* )?(aldrig|alltid|någonsin|ständigt)( |$)
    (gör|göra|står|hanterar|klarar) ~ (åt|med|mot|ut med) (allt|all|alla) (?![^ ]+ (du|ni|som) )[^ ]+
    (när|att) (de|man|det|den|han|hon) .. (ännu en gång|återigen|igen och igen|för (hundrade|elfte|sjuttielfte) gången)
    hur har (den|det|de|vår|vårt|våra) .. (förgyllt|förenklat|berikat|lyst upp|piggat upp|underlättat|förbättrat|förskönat) (din|ditt|dina|er|ert)`,
  preamble: `
    ^(nu när|eftersom|då|i och med att) .* (så (mycket|många)|stigit|förbättrats|bättre|sämre|värre|enklare|lättare|dyrare|billigare|sjunkit) .* ,
    (alla|folk|ingen) (verkar|tycks)
    ^som (en |ett )?({praise}|ansvarsfull|omtänksam|upptagen|god|klok|lojal)(a|t)? [^ ]+ ,
    vi .. (fått|får|haft) .. ({praise}|bra|dålig|positiv|negativ)(a|t)? (återkoppling|omdömen|recensioner|reaktioner|kommentarer|feedback)
    (de flesta|många|väldigt många|allt fler|fler och fler|en majoritet|nio av tio|nästan alla|så gott som alla|alla|de allra flesta) (av )?(våra |de )?(andra |unga |glada |nöjda )?(människor|kunder|kunderna|användare|gäster|läsare|medlemmar|patienter|besökare|deltagare|andra|medarbetare|familjer|föräldrar|experter|medborgare|svenskar|köpare|folk|företag|tycker|säger|föredrar|anser|vi har pratat)(?!.* andra )
    (alla|var och en|ingen|folk) (vet|säger|kan (väl )?se|älskar|hatar|är överens|tycker|känner|vill|borde)
    (forskning|undersökningar|forskningen|experter|mätningar|siffror|studier|forskare|siffrorna|undersökningarna|all forskning) (visar|säger|pekar|rekommenderar|är|bevisar|har)
    (som|precis som|liksom) (alla|de flesta|många|bekant|du vet|var och en)
    ^(det|du|ni) måste (ju |verkligen )?(ha varit|ha känts|vara|ha känt)
    ^jag kan (tänka|föreställa) mig att
    (som bekant|det är klart|naturligtvis|självklart|utan tvekan|jag är säker|ingen tvekan)
    (vi har|vi|vår|vårt|våra) .. (arbetat|jobbat|lagt|investerat|lyssnat|byggt|förbättrat|gjort|vunnit|fått|är|har) .*(hårt|stolta|enklare|bättre|lättare|snabbare|förbättrat|priset|fantastisk|fantastiskt|bästa|kraft|snyggare|överskådlig|rosade|överförtjusta|från grunden)
    (recensionerna|reaktionerna|omdömena) (har varit|är|var) (fantastiska|bra|positiva|dåliga|överväldigande)
    (är|var|har varit|blev) (ju |som bekant )?(en|ett|rätt|mycket|verkligen|helt|så|faktiskt) ({praise}|{blame}|succé|katastrof|skandal|fiasko|lättnad|röra|mardröm|kaos)(t|a)?
    vunnit .. pris*
    (nästan|närmast) omöjligt
    hur mycket ~ (sparar|underlättar)
    (vår|vårt|våra|vi) .* (åt dig|sparar dig)
    (sparar|sparat) (dig|folk|kunderna|våra)
    (med tanke på|givet)
    (de flesta|många|nästan alla|allt fler) [^ ]+ (säger|tycker|anser|föredrar|berättar|tror|älskar|hatar|kallar|upplever)(?!.* andra )
    (forskare|läkare|psykologer|ekonomer|lärare) (säger|menar|varnar|hävdar|påpekar)
    (alla|ingen|folk) (gillar|orkar|bryr|tror|känner|får|pratar)`,
  stated: `
    ^(?!({wh}|{verb}|det|den|vad|hur|du|ni|han|hon|jag) )[^ ]+( [^ ]+){0,3} (är|var) (ju |också |faktiskt |ganska |mycket )?(dålig*|bra|sämre|bättre|nyttig*|onyttig*|skadlig*|viktig*|avgörande|framtiden|farlig*)( |$)
    (förstör|skadar|räddar) (planeten|klimatet|miljön|våra|folk)
    gör (oss|folk|barn|alla) (alla )?[^ ]+
    (skadar|förstör) [^ ]+`,
  offeredReason: `
    ^(var|är) det .* som (fick|gjorde|övertygade|avgjorde)
    (?<!(vad|hur|varför) )(var|är|beror|berodde) (det|detta) .. (på grund av|för att|därför att|pga|priset|kvaliteten|servicen|lönen)
    (är|var|blev|har|gick|valde|bytte) (du|ni) .. (på grund av|därför att|pga)
    ^(beror|berodde) ~ på
    ^[^ ]+ (du|ni|det|den) ~ (, )?(på grund av|därför att|pga|eftersom)
    ^(så |alltså )*det var (alltså |väl )?.. som (avgjorde|fick|gjorde)
    ^(kan det ha varit|var det|är det) ~ som (fick|gjorde|drev|avgjorde|övertygade|lockade)
    (?<!vad )(beror|berodde) (det|detta) .. på att`,
}
