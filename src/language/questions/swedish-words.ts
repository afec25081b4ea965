import type { Lists } from './patterns.ts'

/** Word lists of Swedish that the patterns of questions name: closed classes of the grammar, and words that value. */
export const swedishWords: Lists = {
  people: `bröder systrar söner döttrar barnbarn familj människor folk vänner väninnor kollegor grannar kunder klienter brukare medborgare elever lärare läkare sjuksköterskor patienter anhöriga närstående föräldrar barn unga äldre pojkar flickor män kvinnor chefer medarbetare bekanta släktingar syskon gäster anställda studenter forskare`,
  day: `måndag tisdag onsdag torsdag fredag lördag söndag måndagar fredagar lördagar söndagar vardagar helger helgen morgonen kvällen natten förmiddagen eftermiddagen sommaren vintern våren hösten morgon kväll natt dag morgnar kvällar`,
  way: `till från in ut upp ner ned fram tillbaka före efter för mot emot över under med utan hem hemma ute inne`,
  be: `är var blir blev har hade vill ville ska skall skulle kan kunde får fick måste bör borde tycker tyckte tror trodde känns kändes verkar
      verkade upplever upplevde finns fanns vore ser såg gör gjorde låter lät känner kände`,
  verb: `{be} använder använde köper köpte minns går gick kommer kom tar tog ger gav vet visste handlar läser läste hör hörde äger jobbar
      jobbade arbetar bor bodde ringer ringde tänker tänkte väljer valde betalar föredrar gillar behöver saknar önskar kör åker lever sov äter
      följer delar rekommenderar passar passade tittar brukar brukade litar håller hänger stämmer speglar heter planerar hittade träffar började uppstod tappade stängde skrev startade`,
  subject: `du ni jag vi man han hon det den de dom någon något några er ert era din ditt dina vår vårt våra min mitt mina en ett alla ingen
      deras hans hennes denna detta dessa där här`,
  nonverb: `{subject} {wh} och men så eller om när då eftersom fast medan sedan efter före innan på i av till från med hos vid för under utan mot
      mellan genom över kring som att inte ju väl nog bara också mycket mer mest lite alltid aldrig ofta nu igen kanske egentligen helt alltså
      ja nej okej tack varje visst därför ändå folk många de_flesta naturligtvis självklart tänk föreställ säg berätta beskriv visa ge nämn
      förklara trots enligt ut hellere hellre snarare ganska vissa andra forskningen vissa säkert`,
  wh: `vad hur varför vem vilka vilken vilket när var vart varifrån vems vilkas hurdan hurdana`,
  tell: `berätta beskriv beskriva visa förklara återberätta utveckla ge nämn nämna säg säga dela skissa rita sammanfatta återge lista räkna_upp
      ta läs läsa bedöm pröva prova försök sätt sätta kom_med tänk_högt bläddra peka jämför rangordna kommentera fundera gå_igenom skriv motivera ange redogör stryk notera`,
  praise: `praktfull ljuvlig vackr läckr låg duktig stark populär snygg läcker härlig fantastisk utmärkt underbar skön vacker framgångsrik imponerande innovativ smart intelligent
      spännande attraktiv hjälpsam vänlig praktisk pålitlig kompetent kunnig användarvänlig revolutionerande banbrytande prisbelönt prisad älskad
      omtyckt unik exklusiv inspirerande stilren elegant omtänksam hållbar effektiv snabb oslagbar enastående ledande uppskattad god enkel billig
      trygg bra bättre trevlig mysig charmig genial suverän modern generös kärleksfull engagerad begåvad uppmärksam överlägsen flexibel rolig
      lyxig smidig tålmodig förträfflig proffsig fin prisvärd ypperlig storslagen strålande lysande fenomenal fabulös suverän toppen  lyckad
      värdefull oumbärlig ovärderlig nyttig begriplig lättanvänd lättillgänglig genomtänkt välfungerande tilltalande inbjudande stämningsfull
      bekväm behaglig förmånlig eftertraktad hjärtlig lyhörd kreativ  trovärdig ansvarsfull sund trogen välförtjänt professionell seriös
      fräsch nyskapande toppmodern glänsande makalös oförglömlig gedigen lönsam pigg livsviktig rörande gripande meningsfull välorganiserad varm rik givande fängslande fascinerande lärorik`,
  blame: `högljudd högljud opålitlig usel trasslig krävande otrevlig dumm oförskämd dålig usel hemsk förfärlig irriterande frustrerande förvirrande besvikande orimlig chockerande ohyfsad tråkig ful oanvändbar
      meningslös klumpig rörig komplicerad besvärlig långsam jobbig överdriven överprissatt påträngande ständig evig ändlös konstant absurd
      hopplös kaotisk ovänlig arrogant skandalös föråldrad otillräcklig inkompetent opålitlig vilseledande smärtsam stressande utmattande
      oacceptabel elak dum girig oärlig ökänd onödig byråkratisk opersonlig löjlig skrämmande pinsam tung omständlig fruktansvärd urusel kass
      hänsynslös orättvis krånglig seg katastrofal desaströs dominant nedlåtande kränkande förödmjukande outhärdlig olidlig vidrig gräslig
      hemsk fasansfull ruskig grym brutal cynisk usel eländig fånig idiotisk vansinnig galen sjuk oanständig ovärdig omänsklig oansvarig
      oförsvarlig farlig skadlig giftig smutsig bullrig bullrande tidskrävande tidsödande nervös ångestframkallande godtycklig slarvig halvhjärtad
      medioker misslyckad stel fyrkantig rigid elitistisk ensidig obegriplig ologisk oöverskådlig omodern gammaldags bristfällig likgiltig
      oflexibel dammig tragisk ynklig smaklös äcklig kryptisk dyr svår sur kall avvisande lat småaktig fördomsfull diskriminerande ofattbar poänglös slitsam slapp trist tröstlös otacksam underbetald överfull underbemannad självisk hjärtlös slösaktig lam`,
  pain: `frustration irritation klagomålen besparingar framsteg framstegen problemen svårigheterna utmaningarna hindren nackdelarna fördelarna styrkorna svagheterna bristerna felen smärtpunkter problem svårigheter utmaningar hinder barriärer frustrationer bekymmer nackdelar fördelar fördel nackdel styrkor svagheter
      irritationsmoment klagomål brister fel förbättringar vinster pain_points pain_point smärtpunkter besvär trösklar utmaning svårighet styrka`,
  moves: `bekymrar bekymrade irriterar irriterade stör störde retar retade frustrerar frustrerade oroar oroade gläder gladde imponerar imponerade förvirrar
      förvirrade stressar stressade plågar plågade provocerar provocerade skrämmer tilltalar tilltalade`,
  love: `gillar gillade älskar älskade hatar hatade uppskattar uppskattade njuter_av njöt_av ogillar ogillade`,
  harm: `sviker svikit svek svika lider_av led_av förråder förrått förstör förstört förstörde försummar försummat lurar lurat lurade försämrar försämrat utför slösar slösat slöseri inkompetens arrogans likgiltighet skrämmer_bort mobbad överkörd vilseledd ljugit`,
  bright: `vann vunnit bra gott bäst bästa bättre skönt lätt enkelt positivt positiva roligt älskar älskade gillar gillade gläder höjdpunkter hopp fördelar styrkor glad nöjd glädje plus härligt intressant uppskattar uppskattade`,
  dark: `förlorade förlorat dåligt illa sämst sämsta värst värsta sämre svårt negativt negativa tråkigt hatar hatade ogillar ogillade retar bottnar rädslor nackdelar svagheter ledsen missnöjd sorg minus irriterande jobbigt stör störde`,
  turn: `tvivla tvivlade gav_upp gett_upp ångrade ångrat fick_nok kämpat kämpar dragits_med lidit slösade slösat`,
  mess: `skandaler skandalerna skandalen affärer problem problemen klagomål klagomålen förseningar förseningarna fel löften löftena prishöjningar prishöjningarna nedskärningar bråk strejker lögner`,
  scorn: `dumheter struntprat nonsens lögner undanflykter tricks idioter lurendrejare clowner svammel`,
}
