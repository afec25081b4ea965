import type { ModeGrammar } from './grammar.ts'

/** What tells feedback from behaviour in Dutch: whose act it is, who judges, what is shown or offered, what is somebody's own life. */
export const dutchModes: ModeGrammar = {
  acts: `
    [^ ]+ (u|je|jij|jullie|iemand|uw|er|ik|we|mij)
    [^ ]+ (en|of) [^ ]+ (u|je|jij|jullie)
    dat (deed|hebt|heeft) (u|je)
    (u|je|jij|jullie|ik|uw) [^ ]+`,
  shown: `
    (ik laat|ik toon|ik heb hier een foto|lees (deze|dit|de)|bekijk)`,
  opines: `
    (vindt|vind|vond|prefereert|begrijpt|begrijp|vertrouwt|ervaart) (u|je|jij|jullie)
    (bent|ben) (u|je|jij) .. (eens|onder de indruk)
    (tevreden|ontevreden) .. over (onze|ons|de|het|deze|dit|uw internet)
    (kunt|kan|kun) (u|je) .. (zien|begrijpen|vinden)
    heeft u liever
    (de|het) [^ ]+ of (de|het)
    zeggen dat
    merkt u dat
    voor u$`,
  offered: `
    (onze|ons|wij|we|deze|dit|kopen|gebruiken|aanbevelen|aanraden|aanbeveelt|abonneren|upgraden|verlengen|bestellen|downloaden|klikken|app|website|winkel|bank|product|dienst|merk|tijdschrift|bedrijf|oplossing|korting|verzekeraar|functie|functies|features|premium|trial|sap|chatfunctie|thermostaat|realtime|plek regelen|solliciteren|overstappen)
    (betalen|betaalt|geven) .. (voor|meer|extra)
    hiervoor`,
  life: `
    (baan|werk|werken|wonen|woont|verhuizen|kinderen|kind|pensioen|loterij|jaar|jaren|huur|werkloos|ontslagen|leven|salaris|geld|vrij|vrije|telefoon|school|ouders|partner|sterven|ziek|studeren|opleiding|vakantie|huis|trouwen|erfde|baas|carrière|wereld|gebeld|beter)`,
  feedback: `
    wat (vindt|vond) (u|je) ervan
    wat (vindt|vind|vond|vonden|denkt|denk|zegt|dacht) (u|je|jij|jullie) .. (van|over|bij|als|mooi|goed|op)
    (onze|ons) (?!(gesprek|interview|vorige|laatste))
    (indruk|mening|oordeel) (van|over)
    hoe (tevreden|duidelijk|nuttig|belangrijk)
    welke? van (de|deze)
    (ontbreekt|staat) .. in de (brief|tekst|advertentie)
    begrijpt (u|je) de (zin|tekst|kop)
    (moeilijkste|makkelijkste|beste|slechtste) (aan|van) (het formulier|de cursus|de app|het product|de film)
    nieuwe verpakking
    verraste u aan
    iedereen zegt
    (uw|je|jouw|eerste) (mening|indruk|reactie|eerste reactie|eerste indruk)
    (drukt|klikt|tikt) op
    concurrent*
    (tevreden over|aanbevelen|aanraden|aanbeveelt|aanraadt|schaal|cijfer|rapportcijfer|score|intuïtief|overzichtelijk|aantrekkelijk|duidelijk|redelijk|onduidelijk|vriendelijk|te (hoog|lang|kort|groot|klein|duur|druk)|makkelijk of|slecht of)
    (deze|dit|de|die|het|dat) (nieuwe )?(pagina|site|website|homepage|startpagina|advertentie|reclame|prototype|kop|film|filmpje|poster|logo|logo's|verpakking|scherm|concept|iconen|knop|slogan|namen|ontwerp|tekst|functie|voorstel|idee|video|folder|campagne|kleuren|schetsen|app|beeld|brief|dienst|product|kaart|menu|reclames|merk|mailing|plan|sap|pas)
    (zou|zouden|wilt|wil|zult) (u|je|jij|jullie) .. (gebruiken|kopen|kiezen|aanbevelen|aanraden|betalen|overstappen|proberen|downloaden|bestellen|abonneren|nemen|lezen|bewaren|solliciteren|overwegen)
    hoe (ervaart|beoordeelt|bevalt|komt (?!het)|kijkt|vond|vindt|beleeft|hebt u de|verhoudt|heeft u de|waarschijnlijk) .*
    (opvalt|valt (u|je) op|spreekt (u|je)|sprak (u|je)|roept|bij u los|bij je los|bovenkomt|sleept|stoort u aan)
    (bij dit bedrijf|winkel|reageren op|functie|mist er|ontbreekt|aan de hand van deze|deze dienst|een chatfunctie|op de kaart staat|ze aan)
    (is|was|waren) (de|het|deze|dit) .. (vriendelijk|goed|slecht|snel|mooi|netjes|lekker|volledig|te)
    (opgeleverd|vergoeding van|doorverbonden)
    (van mening|eens of oneens|voors en tegens|voor- en nadelen|samenvatten|volgens jou|volgens u)
    (kijk|kijkt) (je|u) .* (aan tegen|tegenaan)
    hoe zou (je|u) (het|de|uw|je|onze) .. (omschrijven|beschrijven|typeren)
    (waardeert|waardeer) (u|je)
    (gesteund|gewaardeerd|serieus genomen|waardering|ondersteuning)( |$)
    (staat|achter) .* achter (je|u)
    (prettigst|minst prettig|zo mooi vindt)`,
  behaviour: `
    (laatste|eerste|vorige) keer dat
    (hoe|wanneer|waar|waarom) (hoorde|vond|ontdekte|koos|kwam|kreeg|bent|ben|hebt|heeft) (u|je|jij|jullie) .. (gekozen|gekomen|gevonden|achter|gegaan|terecht|terechtgekomen|geregeld|bij)
    (neem|meenemen) (mij|me|ons) .. (door|in)
    wat (deed|doet|doe|gebruikt|kocht) (u|je|jij|jullie)
    hoe ging (dat|het)
    (belde|bellen|belt|contact) .. ons
    ons belde
    (u|je) overtuigde
    hoe komt het dat
    hoe (boos|verdrietig|bang|zenuwachtig|opgelucht|gestrest|ongerust|eenzaam|teleurgesteld|trots)
    huidige baan
    wat was het eerste dat u deed
    bleef u
    waardoor (u|je) (overstapte|stopte|vertrok|bleef)
    (salaris|leidinggevende|pendelen|baas|vakantie)
    dacht u voor het eerst
    uw bezoek
    opgestapt
    hebt geregeld
    (kwam|komt|stapte|ging|koos|vond|hoorde|terecht|keuze) (u |je )?(over )?(naar|bij|op|van|voor)? ?ons
    (hebt|heb|heeft) (u|je) .. (vergeleken|gehad|beleefd|meegemaakt)
    (voor of na|op dat idee kwam|op het idee)`,
  either: `
    wat (verstaat|versta|verstaan) (u|je|jullie) onder
    waar (denkt|denk) (u|je) aan bij het woord
    vindt? (u|je) het (erg|goed) (als|dat) (ik|we)
    wat (betekent|is) .. voor (u|je|jou)
    wat (bedoelt|bedoel|bedoelde) (u|je|jij)
    hoe bedoel
    (is er|heeft u|hebt u|heb je|wilt u) .. (nog iets|iets|meer) .. (toevoegen|vragen|kwijt|zeggen|hierover)
    (waarom|hoe) (dat|is dat|komt dat|zo)$
    (kan|kunt|kun|wil|wilt) (u|je) .. (toelichten|voorbeeld|iets meer|daarop|helpen)
    (mag ik (?!vragen)|opnemen|opname|citeren|toestemming|notities|goed begrepen|koffie|thee|raam)
    (hoe oud bent|hoe oud ben|hoe heet|wat is uw leeftijd|wat is uw beroep|wat is je leeftijd)
    (vergeten te vragen|met wie kan ik|wie kan ik|kent u .. iemand)
    (vertel .. meer|daar .. meer)
    belangrijk voor (u|je) in het leven
    (kunt|kun) (u|je) me horen
    ^(nog )?iets anders$
    nog eens bellen
    (waarom|waardoor) zegt u dat
    (uitleggen|toelichten|zeggen)$
    (zullen|zal) we
    opnameapparaat
    (iets|meer|anders) .. (toevoegen|vragen|zeggen|kwijt)
    waar maakt (u|je) dat
    (hoe oud bent u|hoe oud ben je)
    (help me dat|noemde net|daar op willen|daarop willen)
    (voordat we (beginnen|stoppen)|stel uzelf|vertel .. over uzelf|over jezelf)
    (men|mensen|iedereen|bevolking) (moet|moeten|zou|corona*)
    (dat betekent|betekent het) .*
    (duurt het langst|anders over gaan denken)
    (is er|hebt u|heb je|heeft u) .. (iets|nog iets|vragen) .*(kwijt|toevoegen|zeggen|vragen|niet gevraagd)
    (droom|droomt|verlang|verlangt) (je|u)
    (ga door|vragen vooraf|postcode|welke provincie|leeftijdsgroep|geboortejaar)$
    (nog )?vragen (vooraf|tot zover)`,
}
