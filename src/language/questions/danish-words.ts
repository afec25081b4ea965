import type { Lists } from './patterns.ts'

/** Word lists of Danish that the patterns of questions name: closed classes of the grammar, and words that value. */
export const danishWords: Lists = {
  people: `brødre søstre sønner døtre børnebørn familie mennesker folk venner veninder kolleger naboer kunder klienter brugere borgere elever lærere læger sygeplejersker patienter pårørende forældre børn unge ældre drenge piger mænd kvinder ledere medarbejdere bekendte slægtninge søskende bedsteforældre gæster ansatte frivillige studerende undervisere forskere`,
  day: `mandag tirsdag onsdag torsdag fredag lørdag søndag lørdage søndage hverdage weekend weekender morgenen aftenen natten formiddagen eftermiddagen sommeren vinteren foråret efteråret morgen aften nat dag`,
  way: `til fra ind ud op ned frem tilbage før efter for imod over under med uden hjem hjemme ude inde`,
  be: `er var bliver blev har havde vil ville skal skulle kan kunne må måtte bør burde synes syntes tror troede føles føltes virker virkede
      oplevede oplever fandt finder mener mente gør gjorde lyder lød ser så`,
  verb: `{be} bruger brugte køber købte kender kendte husker huskede får fik går gik kommer kom tager tog giver gav ved vidste handler
      læser læste ser så hører hørte ejer arbejder bor boede ringer ringede tjekker tænker tænkte vælger valgte betaler foretrækker
      møder mødte gælder findes savner ønsker ønskede kører kørte lever levede sov spiser følger deler anbefaler passer savnede begyndte startede opstod mistede lukkede skrev`,
  subject: `du i de jeg vi man han hun det den der nogen noget nogle jeres din dit dine vores min mit mine en et alle ingen deres hans
      hendes denne dette disse`,
  nonverb: `{subject} {wh} og men så eller hvis når da fordi selvom mens siden efter før inden på i af til fra med ved for over under uden mod
      mellem gennem hos om som at ikke jo vel nok bare kun også meget mere mest lidt altid aldrig ofte nu igen måske egentlig helt jamen altså
      ja nej okay tak enhver hver her der derfor alligevel folk mange de_fleste naturligvis selvfølgelig tænk forestil sig sæt lad prøv fortæl
      beskriv vis giv nævn forklar trods ifølge ud som ligesom rather hellere`,
  wh: `hvad hvordan hvorfor hvem hvornår hvor hvilken hvilket hvilke hvorhen hvorledes hvorvidt hvormed hvoraf hvortil hvori hvorpå hvorfra`,
  tell: `fortæl fortælle beskriv beskrive vis vise forklar forklare genfortæl genfortælle uddyb uddybe giv give nævn nævne sig sige del dele
      skitsér skitsere tegn tegne opsummer gengiv gengive opridse opregn opremse folde udfolde udfold tag tage læs læse vurdér prøv fortælles
      sætte sæt kom_med komme_med kom_gerne gennemgå kommentér beskrevet tænk_højt bladr peg sammenlign ranger skriv begrund angiv redegør notér kommenter`,
  praise: `pragtfuld vidunderlig smukk trygg lav dygtig stærk populær flot lækr dejlig fantastisk fremragende vidunderlig skøn smuk succesfuld imponerende innovativ smart
      intelligent spændende attraktiv hjælpsom venlig praktisk pålidelig kompetent brugervenlig revolutionerende banebrydende prisvindende
      prisbelønnet elsk elskede unik eksklusiv inspirerende stilfuld elegant omsorgsfuld bæredygtig effektiv hurtig uovertruffen enestående
      førende anerkendt afholdt velsmagende nem billig tryg god bedre rar hyggelig charmerende genial suveræn fantastisk moderne gavmild
      generøs kærlig engageret talentfuld opmærksom overlegen fleksibel gratis ny_og_forbedret sjov
        glimrende strålende fabelagtig formidabel storslåed storslået brillant udmærked udmærket  vellykked vellykket lynhurtig værdifuld
        nyttig imødekommende overskuelig intuitiv enkl gennemtænkt velfungerende fornem nyskabende topmoderne tiltalende indbydende
        stemningsfuld behagelig komfortabl luksuriøs gunstig fordelagtig højtelsked eftertragted fin betagende gavnlig prisværdig ypperlig herlig
        kanon fed fede bragende eminent epokegørende uvurderlig uundværlig sublim fortræffelig yndig hjertelig festlig forrygende blændende
        imponerend professionel forstående seriøs smidig oplagt  troværdig ansvarlig sund trofast velfortjent velkommen velsmagend
        personlig_og_nærværende nærværende lydhør fantasifuld kreativ original raffinered velsignede mageløs enkel uforglemmelig sikker solid robust livsvigtig rørende gribende meningsfuld velorganiseret varm rig udbytterig fængslende fascinerende lærerig lækker`,
  blame: `ødsl bekymrende højlydt uvederhæftig krævende emsig grimm dumm uforskammet uforskammed roded komplicered forælded dårlig elendig forfærdelig irriterende frustrerende forvirrende skuffende urimelig chokerende uhøflig kedelig grim
      ubrugelig nytteløs klodset rodet kompliceret besværlig langsom træls overdreven overprissat påtrængende evig endeløs konstant absurd
      håbløs kaotisk uvenlig arrogant skandaløs forældet utilstrækkelig inkompetent upålidelig vildledende smertefuld stressende udmattende
      uacceptabel ond dum fjollet grådig uærlig berygtet unødvendig bureaukratisk upersonlig tåbelig latterlig rystende pinlig tung omstændelig
      skrækkelig rædselsfuld ringe tarvelig hensynsløs uretfærdig kringled uoverskuelig uforståelig ulogisk umulig utålelig trættende
        anstrengende enerverende kritisabl mangelfuld sløsed sjusked ligegyldig uengagered belastende ufleksibl støved umoderne
        utidssvarende uheldig tragisk ynkelig usmagelig ulækr larmende kryptisk dyr katastrofal desastrøs dominerende nedladende krænkende
        ydmygende uudholdelig ulidelig modbydelig frygtelig grusom brutal kynisk ussel sølle åndssvag idiotisk sindssyg vanvittig tåkrummende
        uanstændig uværdig umenneskelig uansvarlig uforsvarlig ulovlig farlig skadelig giftig beskidt støjende kaotiske tidskrævende tidsrøvende
        opslidende udmattend nervepirrende angstprovokerende uoverkommelig vilkårlig tilfældig lemfældig halvhjerted middelmådig kikset pinagtig
        dødssyg stiv firkanted rigid firkantet rundforvirrede elitær ensidig forfejled mislykked mislykket fejlslagen forhadt frygted vedvarende
        sur gnaven hård kold afvisende ligeglad doven sjofel snæversynet smålig fordomsfuld diskriminerende meningsløs formålsløs sjusket slasket trist kedsommelig trøstesløs utaknemmelig underbetalt overfyldt underbemandet egoistisk hjerteløs ødsel sløj slap`,
  pain: `besparelser besparelse fremskridt problemer problem udfordringer vanskeligheder barrierer barriere forhindringer frustrationer bekymringer ulemper fordele fordel
      ulempe styrker svagheder gener irritationer klager mangler fejl forbedringer gevinster pain_points pain_point smertepunkter besvær
      hindringer kritikpunkter irritationspunkter forbehold udfordring vanskelighed forhindring frustration irritation styrke`,
  moves: `ærgrede ærgrer generer generede irriterer irriterede frustrerer frustrerede skuffer skuffede bekymrer bekymrede glæder glædede
      imponerer imponerede begejstrer begejstrede forvirrer forvirrede stresser stressede tiltaler tiltalte foruroliger plager plagede
      provokerer provokerede vred skræmmer skræmte fascinerer fascinerede charmerer charmerede henrykker henrykkede foruroligede`,
  love: `nyder nød elsker elskede hader hadede holder_af holdt_af sætter_pris_på satte_pris_på værdsætter værdsatte beundrer beundrede afskyr afskyede bryder_dig_om brød_dig_om`,
  harm: `svigter svigtet svigtede svigte lider_under led_under forråder forrådt forrådte ødelægger ødelagt ødelagde forsømmer forsømt snyder snydt snød forringer forringet ned_ad_bakke spilder spildt spild inkompetence arrogance ligegyldighed jager_folk_væk mobbet kørt_over vildledt løjet narret taget_ved_næsen skuffet_dig_mest`,
  bright: `vundet vandt elskede godt gode bedst bedste bedre rart rare let nemt positivt positive sjovt elsker elskede nyder glæder højdepunkter håb fordele styrker glad tilfreds glæde plusser dejligt op lykkes lykkedes interessant`,
  dark: `tabt tabte mistet mistede skidt dårligt dårlige værst værste værre galt svært negativt negative kedeligt hader hadede ærgrer nedture frygt ulemper svagheder ked utilfreds sorg minusser irriterende ned mislykkes mislykkedes besværligt`,
  turn: `tvivlede tvivle opgav opgivet fortrød fortryde fik_nok kæmpet kæmper døjet døjer slidt slås spildte spilde spildt`,
  mess: `skandaler sager problemer klager forsinkelser fejl løfter prisstigninger nedskæringer ballade strejker løgne nedbrud`,
  scorn: `vrøvl sludder løgne løgn undskyldninger tricks idioter svindlere klovne nonsens ævl`,
}
