import type { PairGrammar } from './grammar.ts'

/** What couples two questions or two matters in Swedish, and what looks so and is one. */
export const swedishPairs: PairGrammar = {
  and: `(och|samt|liksom|plus|&|respektive)`,
  thatClause: `att`,
  andAsks: `
    (, |; |– )?(och|samt) (så |sedan |sen |därefter )?((på|i|med|för|till|av|från) )?{wh}(?! och en)
    (, |; |– )?och {verb} (du|ni|det|den|där|han|hon|vi|din|ditt|er|de)
    (, |; |– )?och (?!{nonverb} )[^ ]+(r|de|te) (du|ni|han|hon|de)`,
  andTells: `
    och (så |sedan )?(berätta|säg|säga|beskriv|beskriva|visa|förklara|tänk|läs|ge|dela|försök|se|peka|klicka|ta|håll|välj|skriv|jämför|hör|lyssna|antecknar)
    och (så )?(hoppa|börja|stanna|låt|glöm|skynda|gå|kom ihåg|hitta|använd)
    och [^ ]+ (inget|ingenting|allt)`,
  onePair: `
    (gå|sätt|satte|vänd|vände|reste|stanna|stannade|ringa|ringde|åka) ((dig|er) )?((ned|ner|upp|tillbaka|om|ut|hem|in) )?och
    (du|ni|vi|jag|han|hon|dig|er|mig|oss|honom|henne|dem) och [^ ]+
    (mamma|pappa|mor|far|mormor|farmor|bror|syster|son|dotter) och [^ ]+
    {people} och ([^ ]+ )?{people}
    (?<!(nöjd|nöjda|missnöjd|missnöjda|hjälp|enig|bra|fel|erfarenhet|erfarenheter)( [^ ]+){0,2} )(med) [^ ]+ och (?!(din|dina|ditt|era|deras) )[^ ]+
    (mat och dryck|fisk och skaldjur|frukt och grönt|kost och logi|namn och adress|på gott och ont|nära och kära)
    (fram och tillbaka|till och från|då och då|av och till|upp och ner|in och ut|ut och in|till och med|från och med|mer och mer|bättre och bättre|fler och fler|dag och natt|här och där|om och om|först och främst|i grund och botten|helt och hållet|kort och gott|i stort och smått|dag ut och dag in|var och en|lugn och ro|villkor och bestämmelser)
    alla (de )?[^ ]+ och [^ ]+
    {day} och {day}
    {day} ~ och (på )?{day}
    {way} och {way}
    och ~ (ihop|åt|tillsammans|varandra|emellan|överens|i balans)
    (skillnad*|skilj*|förhållandet|relation*|balans*|kombiner*|bland*|förena*) ~ och
    (får|fick|få) .. ihop ~ och
    (det|den|ditt|din|dina|ert|de) (gamla|nya|tidigare) och (det|den|ditt|din|dina|ert|de) (nya|gamla|nuvarande)
    och (då |framför allt |)(särskilt|framför allt|i synnerhet|inte minst|främst)
    (samverk*|samarbet*|samsas|trivs ihop) ~ och
    och (då|här|nu|därmed) (tänker|menar|tänkte|menade) jag
    , (du|ni) och [^ ]+( [^ ]+)?$
    och (allt det där|allt möjligt|allting|alltihop|hela den biten|hela baletten)
    (tid|lust|tid|möjlighet) och (lust|tid|ork|möjlighet)
    och inte
    ^jämför ~ och
    kan du jämföra ~ och
    och .* , så
    mellan .. och
    [0-9]+ och [0-9]+
    \\( ... \\)
    till exempel .*
    (gick|går|sitter|satt|stod|stå|kom|ligger|låg|försök) och
    [^ ]{1,6}- och (?!en |ett |den |det )[^ ]+
    (?<w>[^ ]{4,}) och o\\k<w>
    och (tvärtom|vice versa)
    (är|var) det att .* och
    hur (ni|du|de|vi|han|hun) .* och [^ ]+(ade|te|de|k|v|b|ck)( [^ ]+){0,2}$
    (håller|hålla|höll|får|fick|pusslar) ((du|ni|man) )?(isär|ihop) ~ och
    (din|ditt|er|ert) (man|fru|sambo|partner|make|maka|mamma|pappa) och (barnen|barn|familjen)
    (dig|er) själv(a)? och (din|ditt|dina|er|ert|era) [^ ]+
    och .. (överlappar|kommunicerar|konkurrerar|grälar|byter|turas)( |$)`,
  story: `
    (en|senaste|sista|första) (gång|gången|dag|situation|upplevelse|händelse)
    (dagen|den dagen|kvällen|natten|morgonen) ((då|när) )?(du|ni|de|det|han|hon)
    (en|ett) ((svår|stor|särskild) )?(konflikt|oenighet|tvist|utmaning|misstag|missförstånd|klagomål|beslut|kris|olycka)`,
  apart: `
    (den|det|de|en|ett|din|ditt|dina|er|ert|era|vår|vårt|våra|deras|hans|hennes|denna|detta|dessa)
    (till|för|om|av|i|på|med|vid|från)
    [^ ]{2,}(en|et|an|orna|arna|erna|ena|ten|ren|sen|den)
    (?<=(om|beskriv) (din|ditt|dina|er|ert|era) ([^ ]+ )och )[^ ]+
    (?<=respektive )[^ ]+
    (?<= , ([^ ]+ ){1,2}(och|samt) )[^ ]+`,
  valuing: `
    (tycker|tyckte) (du|ni) om
    (åsikt|intryck|upplevelse|upplevelser|tankar|syn|bedömning) (om|av|på|kring)
    (upplever|upplevde|bedömer|bedömde|värderar|trivs|verkar|fungerar|funkar|hur ofta|nöjd|nöjda|ser (du|ni) på)
    hur (är|var) (den|det|vår|vårt|er|ert)
    vad (är|var) (vår|vårt|våra|era|din|dina)`,
  verbs: `
    {wh} [^ ]+( , [^ ]+)* och [^ ]+ (du|ni|de|man)
    {wh} (har|hade|kan|kunde|vill|ska) (du|ni|de|man) [^ ]+( , [^ ]+)* och`,
  within: `
    (när|då|efter|före|innan|medan|sedan|tills|eftersom|ifall|(?<=, )så|så att|som|om (du|det|ni|vi|man)|där|den gången|senaste gången|förra gången|från)`,
  embedded: `{wh}`,
  orAsks: `
    (, )?eller {verb} (du|ni|det|den|där|de|han|hon)
    (, )?eller (?!{nonverb} )[^ ]+(r|de|te) (du|ni|det|de)
    eller [^ ]+(en|et|n) för [^ ]+$
    (läser|använder|köper|ser|delar|sparar|flyttar|byter|på|jobb) eller (flytta|byta|sälja|rekommendera|dela|läser|delar|kommentera|[^ ]+er|[^ ]+ar)`,
  alternatives: `
    eller [^ ]+ (du|ni|det|den) (hellre|bara|fortfarande|enbart|mest|mer|snarare|i stället|istället|oftast|som regel|närmast|kanske)
    (mest|oftast|vanligen|helst|hellre|vanligtvis) .* eller
    (själv|själva|personligen) .* eller (?!(har|är|var|hade) )
    eller (fick|får|tog) (du|ni) .. hjälp
    eller .* (först|senare|efteråt|väntade|vänta|inte alls)( |$)`,
  points: `
    ((det|den)(?! (nya|gamla|andra|tidigare|nuvarande) )|dem|dom|där|detta|det här|så|honom|henne|denna|därifrån)`,
  ifSo: `och ,? ?(i så fall|isåfall|om ja|om så)`,
  elided: `
    (när och var|var och när)
    (vem|vems|vilka) [^,]* , och (på vilket sätt|i vilken roll|hur)$
    och (vad|vilka) (minst|värst|inte)( [^ ]+)?(?= ,| *$)
    och (vad|vilka) ((talar|talade) )?(emot|mot)(?= ,| *$)`,
}
