import type { PairGrammar } from './grammar.ts'

/** What couples two questions or two matters in Dutch, and what looks so and is one. */
export const dutchPairs: PairGrammar = {
  and: `(en|alsmede|alsook|evenals|plus|&)`,
  thatClause: `dat`,
  andAsks: `
    (, |; |– )?(en|alsmede) (dan |daarna |vervolgens |toen )?((op|in|met|voor|aan|van|uit|bij) )?{wh}
    (, |; |– )?en {verb} (u|je|jij|jullie|hij|zij|ze|het|de|er|we|wij|uw|jouw|deze|dat)
    (, |; |– )?en (?!{nonverb} )[^ ]+(t|de|te) (u|je|hij|zij|ze|jullie)
    , en (?!{nonverb} )[^ ]+ (u|hij|ze|jullie)
    (, )?en als (u|je) .* (hoe|wat)`,
  andTells: `
    en (dan |daarna |spaar |vertel|vertelt|zeg|zeggen|beschrijf|beschrijven|toon|leg|denk|lees|geef|deel|probeer|kijk|wijs|klik|neem|houd|kies|schrijf|vergelijk|luister|ga|laat|vertellen)
    en (dan |daarna )?(sla|begin|blijf|laat|vergeet|vertel|zeg|beschrijf|haast|houd|gebruik|zoek)
    en [^ ]+ (niets|alles|niks)`,
  onePair: `
    (stopte|draaide|belde|bleef|stond|ging) ((terug|om|op|weg|naar huis|binnen) )?en
    (u|je|jij|jullie|wij|we|ik|hij|zij|ze|jou|hem|mij|ons|hen) en [^ ]+
    (vader|moeder|papa|mama|oma|opa|oma's|opa's|broer|zus|zoon|dochter) en [^ ]+
    {people} en ([^ ]+ )?{people}
    (?<!(tevreden|blij|ontevreden|hulp|eens|goed|mis|ervaring|ervaringen)( [^ ]+){0,2} )(met) [^ ]+ en (?!(uw|je|jouw|hun|jullie) )[^ ]+
    (eten en drinken|groente en fruit|kost en inwoning|naam en adres|bed en brood|gas en licht|doen en laten)
    (heen en weer|af en toe|nu en dan|op en neer|in en uit|meer en meer|beter en beter|dag en nacht|hier en daar|keer en keer|door en door|over en weer|voor en na|en weer|kort en goed|klip en klaar|af en aan|rust en stilte|wetten en regels|van alles en nog wat)
    (in|uit|aan|af|op|bij|voor|na|heen|binnen|buiten|boven|onder|begin|plus|lente|voorjaars)- en [^ ]+
    {way} en {way}
    en ~ (samen|elkaar|in balans|onder één|uit elkaar)
    (stem|stemt|stemmen|spreek|spreken) ~ en ~ af|(combin*|verschil*|verhouding*|balans*|onderscheid*|vereni*|verdeel*|verdelen) ~ en
    (het|de|uw|je|jouw) (oude|nieuwe|vorige) en (het|de|uw|je|jouw) (nieuwe|oude|huidige)
    en (dan )?(vooral|met name|in het bijzonder|niet in de laatste plaats)|en (dan|nu|hier) (bedoel|denk|kijk) ik
    en (alles|de hele|al het andere|al die dingen|weet ik wat)|(tijd|zin) en (zin|tijd|energie)|(melk|room) en suiker|pen en papier|papier en pen|werk en gezin|gezin en werk|werk en privé|vader en zoon|moeder en dochter|huis en tuin|theorie en praktijk|school en thuis|leven en dood|eten en drinken|brood en beleg|plus en min|beleid en uitvoering|hoofd- en bijzaken|rookworst en jus|naam en toenaam|plaats en datum
    en niet
    ^vergelijk ~ en
    (kunt|kun) (u|je) ~ vergelijken
    en .* , dus
    tussen .. en
    zowel ... (als|en)
    [0-9]+ en [0-9]+
    \\( ... \\)
    (bijvoorbeeld|zoals) .*
    (ging|gaat|zit|zat|stond|staat|kwam|lig|lag|blijf|probeer) en
    [^ ]{1,6}- en (?!een |de |het )[^ ]+
    (?<w>[^ ]{4,}) en on\\k<w>
    (het|dat) [^ ]+en en [^ ]+en
    en (andersom|omgekeerd)
    (is|was) het om .* en
    hoe (u|je|jullie|ze|we|hij) .* en .* ([^ ]+de|[^ ]+te|kwamen|kwam|ging|kregen|kreeg|wonen|werd)( [^ ]+)?$
    (uzelf|jezelf) en (uw|je|jouw) [^ ]+
    en .. (overlappen|communiceren|concurreren|ruziën|wisselen|verschillen)( |$)`,
  story: `
    (een|de laatste|de eerste|de vorige) (keer|dag|situatie|moment|ervaring|gelegenheid)
    (de|die) (dag|avond|nacht|ochtend) ((dat|waarop|toen) )?(u|je|ze|hij|het)
    een ((moeilijk|groot|moeilijke|grote|bepaald) )?(conflict|ruzie|geschil|uitdaging|fout|misverstand|klacht|beslissing|besluit|crisis|ongeluk)`,
  apart: `
    (de|het|een|uw|je|jouw|jullie|onze|ons|zijn|haar|hun|deze|die|dit|dat)
    (aan|bij|van|over|met|op|voor|in|tot|naar)
    (?<=(over|beschrijf) (uw|je|jouw|jullie) ([^ ]+ )en )[^ ]+
    (?<= , ([^ ]+ ){1,2}en )[^ ]+`,
  valuing: `
    (vindt|vind|vond|vonden) (u|je|jij|jullie) (van|er)
    (mening|indruk|indrukken|ervaring|ervaringen|gedachten|oordeel) (over|van|met|bij)
    (ervaart|ervaar|ervaren|beoordeelt|beoordeel|waardeert|waardeer|bevalt|bevallen|tevreden|blij|hoe vaak)
    hoe (is|was|waren|zijn) (de|het|onze|ons|uw|je)
    wat (is|zijn|was|waren) (onze|ons|uw|je|jouw)`,
  verbs: `
    {wh} [^ ]+( , [^ ]+)* en [^ ]+ (u|je|jij|jullie|ze|men)
    {wh} (heeft|hebt|heb|hebben|kunt|kan|wilt|wil) (u|je|jij|jullie|ze) [^ ]+( , [^ ]+)* en`,
  within: `
    (als|toen|nadat|voordat|terwijl|sinds|totdat|omdat|indien|zodra|die|waar|waarop|waarin|waarmee|waarvan|wanneer|zodat|om(?= .* te )|de (laatste|eerste|vorige) keer|de tijd|van (uw|je|de) eerste|, of)`,
  embedded: `{wh}`,
  orAsks: `
    (, )?of {verb} (u|je|jij|jullie|het|hij|zij|er|de)
    of (de|het|uw) [^ ]+ te [^ ]+$
    (leest|gebruikt|koopt|kijkt|deelt|bewaart|verhuist) of [^ ]+t`,
  alternatives: `
    of [^ ]+ (u|je|het|er|de) (liever|gewoon|nog|alleen|meestal|meer|eerder|in plaats|doorgaans|juist|misschien|deze|die|het|ze|hem)
    (meestal|doorgaans|het liefst|liever|vooral) .* of
    of was het meer|bewaren of
    (zelf|persoonlijk) .* of (?!(heb|hebt|heeft|ben|bent|was) )
    of (kreeg|krijgt|had) (u|je|jullie) .. hulp
    of .* (pas|later|gewacht|wachtte|nog niet|helemaal niet)( |$)`,
  points: `
    (dat|dit|het(?! (nieuwe|oude|andere|vorige|huidige) )|daar|er|die|deze|zo|hem|haar|daarvan|daarover|wel/niet|wel|daarmee|hun)`,
  ifSo: `en ,? ?(zo ja|zo nee|als dat zo is|indien ja)`,
  elided: `
    (wanneer en waar|waar en wanneer)
    (wie|wiens) [^,]* , en (op welke manier|in welke rol|hoe)$
    en (wat|welke) (het )?(minst|minder|niet|ertegen)( [^ ]+)?(?= ,| *$)`,
}
