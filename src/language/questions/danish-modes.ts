import type { ModeGrammar } from './grammar.ts'

/** What tells feedback from behaviour in Danish: whose act it is, who judges, what is shown or offered, what is somebody's own life. */
export const danishModes: ModeGrammar = {
  acts: `
    [^ ]+ (du|i|de|nogen|jeres|din|dit|dine|der|jeg|vi|dig|jer)
    (du|i|jeg|de|jeres|din|dit|dine) [^ ]+
    [^ ]+ (og|eller) [^ ]+ (du|i|de)
    det var`,
  shown: `
    (jeg viser|nu får du|nu viser|læs (denne|dette|det|den)|bladre|genfortæl|viser dig|de her)`,
  opines: `
    (synes|syntes|mener|mente|foretrækker|forstår|stoler|finder|føler|opfatter|giver) (du|i|de|overskriften|dig mening)
    (er|var) (du|i|de) .. (enig|imponeret|begejstret)
    (den|det) [^ ]+ eller (den|det)
    (tilfreds|utilfreds) .. med (vores|den|det|produktet|servicen|appen|prisen|leveringen|kvaliteten)
    kan (du|i) (se|forstå|læse|finde) [^ ]+(en|et|ne)
    mening for dig`,
  offered: `
    (vores|os|vi|denne|dette|disse|købe|bruge (?!(et|en|dine|din|tiden|dagen|pengene) )|anbefale|abonnere|opgradere|forny|bestille|downloade|tilmelde|klikke|appen|app|hjemmesiden|butikken|butik|banken|produktet|tjenesten|brand|magasinet|virksomheden|løsningen|rabat|forsikringsselskab|funktioner|funktion|ordningen|delebilsordning|nummer|prøveabonnement|dashboard|kpi*|gratis)
    (betale|give) .. (for|mere|ekstra)
    bestemte i
    (den|det) her`,
  life: `
    (job|jobbet|arbejde|starte forfra|have (gjort|løst|valgt|sagt)|bo|bor|boede|flytte|børn|barn|pension|lotto|lotteriet|år|husleje|huslejen|arbejdsløs|fyret|opsagt|livet|løn|penge|pengene|orlov|fri|fridag|telefon|skole|forældre|partner|dø|syg|studere|uddannelsen|ferie|hus|huset|gifte|arvede|chef|karriere|drømme[^ ]+|verden|bedsteforældrene|skatteregning|budgettet)`,
  feedback: `
    hvad (synes|syntes) (du|i)$
    hvad (synes|syntes|mener|tænker|siger|tænkte|mente|tror) (du|i|de) .. (om|til|når|ved|over|af)
    (vores|os) (?!(samtale|snak|interview|seneste))
    (indtryk|opfattelse|holdning|mening) (af|til|om)
    hvor (tilfreds|vigtig*)
    (hvilken|hvilket) af
    (mangler|står) .. i (brevet|teksten|annoncen)
    forstår (du|i) (sætningen|teksten|overskriften)
    lide ved
    (sværeste|letteste|bedste|værste) ved (skemaet|kurset|appen|produktet|opholdet|filmen)
    ny(e)? emballage
    overraskede dig ved
    alle siger
    (din|dit) (mening|holdning|indtryk|reaktion|første reaktion|første indtryk)
    (trykker|klikker) på
    konkurrent*
    ^læs [^ ]+(et|en) .* (tænker|synes)
    (tilfreds med (vores|den)|anbefale|skala|karakter|score|intuitiv|overskuelig|tiltalende|attraktiv|tydelig|rimelig|uklar|venlig|prisen|prøveabonnement|let at|nem at|for (høj|lang|kort|stor|lille|dyr))
    (siden|hjemmesiden|forsiden|annoncen|reklamen|prototypen|overskriften|filmen|plakaten|logoet|emballagen|skærmen|konceptet|ikonerne|knappen|sloganet|spottet|navne|designet|teksten|funktionen|forslaget|idéen|videoen|brochuren|magasin|stillingsopslaget|kampagnen|farverne|forslaget|skriften|guiden|stemmen|musikken)
    (ville|vil|kunne) (du|i|de) .. (bruge|købe|vælge|anbefale|betale|skifte|prøve|downloade|bestille|foretrække|abonnere|onboarde|finde på)
    hvordan (opfatter|oplever|virker|vurderer|ser|oplevede|opfattede|synes|virkede) 
    (hæfter|hæftede|lægger mærke|lagde mærke|falder dig ind|springer i øjnene|fanger)
    (ordningen|letbane|delebilsordning|appen|produktet|tjenesten|abonnementet|løsningen)
    (er|var) [^ ]+ (venlig|god|dårlig|hurtig|pæn|flot|lækker|lang nok)
    (sæt nogle ord|tag stilling|bedste ved|værste ved|kurset|reagere på forslaget)
    det første , der falder
    hvad siger (du|i)( til [^ ]+( [^ ]+)?)?$
    (tanker|mening|holdning) (om|til)
    (lagde|lægger) (du|i) mærke til
    (mest|mindst) (tilfreds|utilfreds)
    (stolt|lettelse|overbeviste|klare eller uklare|enig eller uenig)
    (lettet|forbedret|gjort) .* (hverdag|nemmere|lettere|bedre)
    (formulere|opsummere) det
    (støttet|anerkendt|hørt|værdsat|tryg) (af|her|på|hos)
    hvor kendt`,
  behaviour: `
    (seneste|sidste|første) gang (du|i)
    (hvordan|hvornår|hvor) (hørte|fandt|opdagede|valgte|endte|kom|fik) (du|i)
    (ringede|ringe|ringer|kontaktede|skrev) .. (til )?os
    fik (dig|jer) til at (skifte|flytte|vælge|købe|sige|blive)
    gjorde , at du
    overbeviste (dig|jer)
    hvor (ked|vred|bange|nervøs|lettet|stresset|bekymret|ensom|skuffet|stolt)
    håbede (du|i)
    (løn|chef|arbejde|pendle|ferien|ferie|arbejdsmiljøet)
    hvordan ser jeres
    (tag mig|tage mig) (igennem|gennem|med)
    hvad (gjorde|gør|lavede|brugte|bruger|købte) (du|i)
    (kom|kommer|skiftede|gik|valgte|fandt|hørt|hørte|meldte) (dig |jer )?(ind )?(til|over til|hos|om)? ?os
    (havde|har) (du|i) .. (haft|prøvet|drukket|opsagt|skrevet|hørt)
    (på skærmen|var det (så )?planlagt|før du begyndte)`,
  either: `
    hvad (forstår|forbinder|lægger) (du|i) (ved|med|i)( ordet| "|$)
    gør det noget , (at|hvis) (jeg|vi)
    er det (i orden|okay|ok) , (at|hvis) (jeg|vi|min)
    hvad (er|betyder) [^ ]+ for dig
    hvad (betyder|mener) .. (for dig|for jer|med (det|ordet|"))
    (er der|har du) .. (noget|mere) .. (tilføje|spørge|sige|vi ikke)
    (hvorfor|hvordan) (det|kan det være|så det|er det)$
    (kan|kunne|vil) du .. (uddybe|eksempel|sige lidt mere|folde det)
    (må jeg (?!spørge)|i orden|optage|optager|citere|samtykke|ringe til dig|noter)
    (vil|ville) du .. (kaffe|vand|te|sidde)
    (hvor gammel|hvad hedder du|hvad er din alder|hvad er din stilling)
    (glemt at spørge|hvem bør jeg|hvem kan jeg|hvem ellers)
    fortæl mere
    vigtigt for (dig|jer) i livet
    kan (du|i) høre mig
    ^andet$
    præsent* .. dig selv
    (får|fik) dig til at sige det
    (forklar|forklare|uddyb|sig|sige) .. (nærmere|mere)$
    skal vi (holde|tage|starte)
    optager*
    (noget|andet|mere) .. (tilføje|spørge om|sige)
    (sidder (du|i|de) godt|er (du|i) klar)
    folde det .. ud
    (lad os begynde|fortæl lidt om dig selv|inden vi (begynder|slutter|går i gang)|helt almindelig hverdag)
    (drømmebolig|kirke og stat)
    (alle|enhver|man) (bør|burde|kan vel se)
    nyder du
    (er der|har du|har i) .. (noget|andet|spørgsmål) ?,? .. (tilføje|spørge|sige|nævne)
    (hvad|hvem) (drømmer|længes) (du|i)
    (postnummer|årgang|aldersgruppe|fødselsår|hvilket år er du født|folder dig ud)
    (falder dig .. ind|kommer du til at tænke på)$
    ^(ja , )?og$
    (tilsendt|modtage|se) (resultaterne|rapporten|specialet)
    kommer til at tænke på , når jeg siger`,
}
