import type { PairGrammar } from './grammar.ts'

/** What couples two questions or two matters in Danish, and what looks so and is one. */
export const danishPairs: PairGrammar = {
  and: `(og|samt|såvel som|plus|&)`,
  andAsks: `
    (, |; |– )?(og|samt) (så |bagefter |derefter )?((på|i|med|for|til|af|fra) )?{wh}
    (, |; |– )?og {verb} (du|i|de|det|den|der|han|hun|vi|din|dit|jeres)
    (, |; |– )?og (?!{nonverb} )[^ ]+[re] (du|han|hun|de|i (?=(selv|også|så|ikke|jer|nogen|noget|mest|gerne|godt|$)))`,
  andTells: `
    og (så |bagefter )?(fortæl|fortælle|sig|sige|beskriv|beskrive|vis|vise|forklar|forklare|tænk|læs|giv|del|prøv|se|peg|klik|undervejs|tag|hold|vælg|skriv|sammenlign|hør|lyt)
    og (så )?(spring|start|begynd|bliv|lad|hold|glem|gå|tænk|skynd|husk|find|brug)
    og [^ ]+ (ingenting|intet|alt)`,
  onePair: `
    (gå|sæt|satte|vend|vendte|rejste|stoppe|stoppede|ringe|ringede|tage) ((dig|jer) )?((hen|ned|op|tilbage|om|ud|hjem|ind) )?og
    (du|i|vi|jeg|han|hun|dig|jer|mig|os|ham|hende|dem) og [^ ]+
    (mor|far|mormor|farmor|morfar|farfar|bror|søster|søn|datter|mand) og [^ ]+
    {people} og ([^ ]+ )?{people}
    (?<!(tilfreds|tilfredse|glad|utilfreds|utilfredse|enig|hjælp|godt|galt|erfaring|erfaringer)( [^ ]+){0,2} )(med) [^ ]+ og (?!(din|dine|dit|deres|jeres) )[^ ]+
    (mad og drikke|fisk og skaldyr|frugt og grønt|kost og logi|navn og adresse|på godt og ondt|stort og småt)
    (frem og tilbage|til og fra|nu og da|af og til|op og ned|ind og ud|ud og ind|til og med|mere og mere|bedre og bedre|flere og flere|dag og nat|hist og her|i bund og grund|fuldt og helt|først og sidst|i det store og hele|til syvende og sidst|hver og en|dag ud og dag ind|helt og holdent|kort og godt|først og fremmest|fred og ro|vilkår og betingelser)
    alle (de )?[^ ]+ og [^ ]+
    {day} og {day}
    {day} ~ og (om )?{day}
    {way} og {way}
    og ~ (sammen|hinanden|i hinanden|imellem|i balance|overens|under ét)
    (forskel*|forholdet|sammenhæng*|samspil*|balance*|kombiner*|adskil*|skeln*|foren*|afvej*|bland*) ~ og
    (det|den|dit|din|dine|jeres|de) (gamle|nye|tidligere) og (det|den|dit|din|dine|jeres|de) (nye|gamle|nuværende)
    og (så|her|nu|dermed) (tænker|mener) jeg
    og (da |så )?(især|navnlig|særligt|først og fremmest|ikke mindst)
    (samarbejd*|samspil*|enes|passer) ~ og
    og (det hele|alt det|alt muligt|alting|det der|hele det)
    (tid|lyst) og (lyst|tid|kræfter|mod)
    og ikke
    (sammenlign|sammenligne) ~ og
    og .* , så
    mellem .. og
    både ... og
    [0-9]+ og [0-9]+
    \\( ... \\)
    for eksempel .*
    (gik|går|sidde|sad|stod|stå|kom|ligge|lå|prøv|prøve) og
    [^ ]{1,6}- og (?!en |et |den |det )[^ ]+
    (?<w>[^ ]{4,}) og u\\k<w>
    og omvendt
    (er|var) det at .* og
    hvordan (i|du|de|vi|han|hun) .* og [^ ]+(ede|te|de|k|v|b)( [^ ]+){0,2}$
    og ~ (adskilt|fra hinanden|hver for sig)
    (dig|jer) selv og (din|dit|dine|jeres) [^ ]+
    og .. (overlapper|kommunikerer|koordinerer|konkurrerer|skændes|deler|deles|bytter|skiftes)( |$)`,
  story: `
    (en|sidste|seneste|første) (gang|dag|situation|oplevelse|episode)
    (den|om) (dag|aften|nat|morgen) , (du|i|de|det|han|hun|da|hvor)
    (en|et) ((svær|stor|bestemt) )?(konflikt|uenighed|strid|udfordring|fejl|misforståelse|klage|beslutning|krise|ulykke)`,
  apart: `
    (den|det|de|en|et|din|dit|dine|jeres|vores|deres|hans|hendes|denne|dette|disse)
    (til|for|om|af|i|på|med|ved|fra)
    [^ ]{2,}(en|et|erne|ene|rne)
    (?<=(om|beskriv) (din|dit|dine|jeres) ([^ ]+ )og )[^ ]+
    (?<= , ([^ ]+ ){1,2}(og|samt) )[^ ]+`,
  valuing: `
    (synes|syntes|mener|mente) (du|i|de) (, )?om
    (mening|indtryk|oplevelse|oplevelser|tanker|holdning|vurdering) (om|af|til)
    (oplever|oplevede|vurderer|vurderede|bedømmer|finder|trives|virker|virkede|fungerer|hvor ofte|tilfreds|tilfredse|glad)
    hvordan (er|var) (den|det|vores|jeres)
    hvad (er|var) (vores|jeres|dine|din|dit)`,
  verbs: `
    {wh} [^ ]+( , [^ ]+)* og [^ ]+ (du|i|de|man)
    {wh} (har|havde|kan|kunne|vil|skal) (du|i|de|man) [^ ]+( , [^ ]+)* og`,
  within: `
    (når|da|efter|før|inden|mens|siden|indtil|fordi|hvis|selvom|(?<=, )så|som|der|, om|til den|til de|hvor|sidste gang|seneste gang|fra)(?<! lide som)`,
  thatClause: `at`,
  embedded: `{wh}`,
  orAsks: `
    (, )?eller {verb} (du|i|det|den|de|der|han|hun)
    (, )?eller (?!{nonverb} )[^ ]+[re] (du|i|de|det)
    eller [^ ]+(en|et) for [^ ]+$
    (læser|bruger|køber|ser|deler|gemmer|flytter|skifter) eller [^ ]+`,
  alternatives: `
    eller [^ ]+ (du|i|det|den) (hellere|bare|stadig|kun|mest|mere|snarere|i stedet|typisk|som regel|nærmest|turen|måske)
    (mest|normalt|oftest|typisk|helst|hellere) .* eller
    (selv|personligt) .* eller (?!(har|er|var|havde) )
    eller (får|fik|har|havde) (du|i) .. hjælp
    eller .* (først|senere|bagefter|ventede|vente|slet ikke)( |$)`,
  points: `
    ((det|den)(?! (nye|gamle|andet|anden|tidligere|nuværende) )|dem|der|dette|det her|så|ham|hende|denne|derfra|heraf)`,
  ifSo: `
    og ,? ?(i så fald|hvis ja|hvis så|hvis det er)
    og .* i så fald`,
  elided: `
    (hvornår og hvor|hvor og hvornår)
    (hvem|hvis) [^,]* , og (på hvilken måde|i hvilken rolle|hvordan)$
    og (hvad|hvilke) (mindst|værst|ikke)( [^ ]+)?(?= ,| *$)
    og (hvad|hvilke) ((taler|talte) )?(imod|mod)(?= ,| *$)`,
}
