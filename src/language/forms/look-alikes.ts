import type { Language } from '../language.ts'
import { groupsOf, spaced } from './listed.ts'

/** Whether a rule would take two stems for forms of one word that are two words (opgive, to give up; opgave, task). */
export function isLookAlike(language: Language, { asked, found }: { asked: string; found: string }): boolean {
  return pairs[language].has(`${asked} ${found}`)
}

/** Whether a word only ends like a form of a verb (Markt, billede): no rule of endings is asked. */
export function isNoVerb(language: Language, word: string): boolean {
  return noVerbs[language].has(word)
}

const pairs: Record<Language, ReadonlySet<string>> = {
  en: bothWays(``),
  da: bothWays(
    `hov hoved, mark marked, mån måned, fog foged, ven vened, bil billed, bill billed, opgiv opgav, frem fremmed, nakk nakked`,
  ),
  sv: bothWays(``),
  nl: bothWays(
    `man mand, plan plant, haar haard, oor oord, maan maand, paar paard, gas gast, rus rust, hel held, vis vist, muur muurt, deur deurt`,
  ),
  de: bothWays(`mark markt, wes west, waag wag, haf haft, hos host, sach sacht, lang gelangt, wahr gewahrt`),
}

const noVerbs: Record<Language, ReadonlySet<string>> = {
  en: new Set(),
  da: new Set(spaced(`billede allerede fremmede hundrede tilstede hoved marked måned foged fremmed`)),
  sv: new Set(),
  nl: new Set(
    spaced(`hart kaart gast kort vent buurt rust rest soort markt punt klant krant kant kunst kost lust last lijst feest geest beest dienst winst
      herfst worst borst komst angst oost west noord woord zuid tijd geld land hand hoofd mond grond rond hond maand avond band wand stand strand
      brand rand verband afstand toestand vriend vijand iemand niemand kind wind eind einde beide goed bloed moed hoed voet boot groot dood rood brood
      nood boord bord oord moord paard aard aarde waard waarde haard baard zwaard beeld veld held wereld schuld geduld gewoond koud oud goud fout hout zout
      hard harde zacht recht slecht echt acht macht nacht kracht licht gezicht plicht bericht gedicht lucht vlucht zucht vrucht tocht bocht vocht
      kwart start sport poort staart taart maart art apart concert expert test nest vest mist twist kist post minst laatst eerst best juist naast haast
      vast toast tekst context text product project effect contact contract object resultaat apparaat kwaliteit activiteit stad staat straat maat raad
      draad daad zaad blad bad pad wet net bed bezet alt zelfstandigheid eerste tweede derde vierde vijfde zesde laatste beste grootste meeste kleinste
      belangrijkste vreemde goede rode koude oude harde echte slechte grote zwarte witte korte vaste juiste ziekte hoogte lengte breedte diepte warmte
      ruimte gemeente groente tante lente rente route minuut kilt salaris schade vrede liefde einde orde aarde waarde hitte rijkste jongste sterkste
      nieuwste oudste zachte rechte lichte geluid gebied gebed gezond bekend vermoord absurd record hoofden accent moment talent student patiënt
      restaurant elegant relevant constant kleding gemeenschap overheid vrijheid fruit suiker spruit kruid huid luid zuid buit feit kwijt altijd strijd nijd
      spijt bijt krijt mijt zijde zijd ofschoon soldaat arrest front munt bond pond vond rund kraamt niet iets bent punt cent procent incident event
      president element document instrument argument fundament appartement evenement abonnement rood zoet fiets chocolade vreugde artiest zwart kast kust kerst tent woede zonde stilte trut gunst ronde pest dorst fort hoogste minste feite
      meid verkeerde voldoende liefste mooiste zand white periode`),
  ),
  de: new Set(
    spaced(`markt wert ort wort art brot rat tat wirt wurst haut braut gast last rest test fest frist kost list lust nest post rost trost bart fahrt geburt gurt
      sport start kraft schrift luft duft heft saft stift gift haft acht nacht licht recht schicht sicht pflicht gewicht bericht gericht nachricht unterricht
      angst kunst dienst ernst herbst welt zelt gehalt inhalt anwalt gewalt punkt akt takt kontakt produkt projekt effekt objekt text internet hart kalt alt laut
      leicht schlecht dicht feucht nackt fett nett gott bett blatt stadt statt platt satt rund hundert geschäft gesicht geschlecht geschichte gerecht gerät gebiet gebet
      gesamt gesamte karte tante seite liste beste letzte erste zweite dritte heute leute kante rente weste küste kiste sorte torte wüste schichte hütte ratte kette mitte
      bitte hinten unten letzten ersten besten zweiten dritten seiten zeiten leuten daten karten gästen orten worten werten welten arten westen osten norden kosten
      zeit arbeit heit freiheit wahrheit angelegenheit gelegenheit einheit sicherheit gesundheit krankheit schönheit möglichkeit moment talent student patient prozent element dokument argument instrument
      angebot verbot boot rot tot not gut mut blut wut hut brust lust zukunft herkunft auskunft unterkunft vernunft
      anderen andern besseren größeren großen kleinen neuen alten eigenen einzigen gleichen heiligen linken rechten besten meisten wenigsten
      wagen tagen sachen gedanken rücken hosen hafen fahrten karren geschäften gesichter wörter fort dort sofort elegant interessant relevant konstant
      geschäfte gefühlt gewöhnt monat rabatt kredit profit produkte projekte punkte märkte nächte gerüst abschnitt schritt auftritt eintritt austritt
      damit somit womit gäste weißen wären schlechte rechte nette hälfte größte meist zuletzt jetzt selbst einst fast sonst längst höchst nächst`),
  ),
}

function bothWays(text: string): ReadonlySet<string> {
  return new Set(groupsOf(text).flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]))
}
