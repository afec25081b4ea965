import type { Lists } from './patterns.ts'

/** Word lists of German that the patterns of questions name: closed classes of the grammar, and words that value. */
export const germanWords: Lists = {
  people: `brüder schwestern söhne töchter enkel familie menschen leute leuten freunde freunden freundinnen kollegen nachbarn kunden kundinnen klienten nutzer bürger schüler lehrer lehrkräfte ärzte ärzten pflegekräfte pfleger patienten angehörige angehörigen eltern kinder kindern jugendliche ältere jungen mädchen männer männern frauen vorgesetzte vorgesetzten mitarbeiter bekannte bekannten verwandte verwandten geschwister gäste ehrenamtliche studierende forschende`,
  day: `montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags freitags samstags sonntags werktags wochenende wochentag morgens mittags abends nachts vormittags nachmittags morgen abend mittag nacht sommer winter frühling frühjahr herbst`,
  way: `zu zur zum von vom aus ein hinein hinaus rein raus auf ab hin her zurück vor nach für gegen über unter mit ohne oben unten drinnen draußen`,
  be: `ist war sind waren bist bin seid hat hast haben habe habt hatte hatten wird wirst werden wurde wurden würde würden kann kannst können konnte
      konnten könnte könnten will willst wollen wollte wollten soll sollen sollte sollten muss müssen musste mussten darf dürfen durfte finden
      findest fanden fand finde scheint schien wirkt wirkte glauben glaubst denken denkst fühlt fühlte fällt fiel wäre wären hätte hätten`,
  verb: `{be} gibt gab benutzen nutzen nutzt nutzten kaufen kaufst kauften kennen kennst kannten wissen weißt wussten bekommen bekamen gehen gehst
      gingen ging kommen kommst kam kamen nehmen nimmst nahmen geben gibst lesen liest lasen sehen siehst sahen hören hörst heißen heißt arbeiten
      arbeitest wohnen wohnst rufen wählen wählten bezahlen zahlen zahlst zahlt vergleichen merken erinnern erkennen verstehen versteht passt
      passte gefällt gefiel spricht sprach bleibt blieb leben schlafen essen folgen teilen empfehlen tun tust taten halten hielt hielten steht
      stand sitzen sitzt liegt lag fahren fährst fuhren reisen hilft half überlegen überlegst überlegt erwarten hoffen planen planst plant
      vertrauen vertraust fühlen besitzen besitzt machst machen machte macht mögen magst mag dürfen dürfte möchten möchtest geht lief läuft
      stimmen stimmst stimmt lohnt führt bereitet bringt brauchen brauchst schätzen gehören gehört meinen meinst begann fing entstand verschwand verlor fand trug schloss schrieb`,
  subject: `sie du ihr ich wir man er es das dies der die den dem ein eine einen einem einer dieser diese dieses jemand etwas ihre ihr ihren ihrem
      ihrer dein deine deinen deinem deiner euer eure unser unsere unseren unserem unserer mein meine alle alles niemand nichts ihnen dir euch`,
  nonverb: `{subject} {wh} und aber also oder wenn als da weil während obwohl seit nach vor bevor auf in im an am von bis aus bei beim mit zu zum zur
      über unter gegen zwischen durch ohne um für nicht doch auch noch wohl schon nur sehr viel mehr meist wenig immer nie oft jetzt nun wieder
      vielleicht eigentlich okay ok ja nein danke deshalb leute viele manche einige trotz laut natürlich selbstverständlich sicher bestimmt
      erzählen erzähl erzählt beschreiben beschreib zeigen zeig nennen nenn erklären erklär sagen sag stellen stell angenommen gesetzt eher
      lieber ganz falls sofern sobald dann hier dort bitte mal denken_sie denk_mal jeder jede mich mir`,
  wh: `wie was warum wieso weshalb weswegen wer wen wem wessen wann wo woher wohin welche welcher welches welchen welchem wieviel wofür womit wovon
      worauf worin woran wodurch wonach worüber wozu woraus wobei worum inwiefern inwieweit`,
  tell: `erzählen_sie erzähl erzählt erzähle beschreiben_sie beschreib beschreibt beschreibe schildern_sie schildere schilder zeigen_sie zeig zeigt
      erklären_sie erklär erklärt erkläre erläutern_sie erläutere geben_sie gib nennen_sie nenn nenne sagen_sie sag sage teilen_sie teil
      skizzieren_sie skizzier zeichnen_sie zeichne fassen_sie fass listen_sie führen_sie führ helfen_sie hilf nehmen_sie nimm schauen_sie schau
      lesen_sie lies blättern_sie gehen_sie geh versuchen_sie versuch vergleichen_sie vergleich bewerten_sie ordnen_sie sortieren_sie legen_sie
      berichten_sie berichte lassen_sie lass tun_sie stellen_sie_sich kommentieren_sie probieren_sie reden_sie sprechen_sie klicken_sie fangen_sie
      beginnen_sie äußern_sie ergänzen_sie begründen_sie begründe begründ schreiben_sie schreib streichen_sie notieren_sie notiere`,
  praise: `niedrig wunderschön herrlich großartig fantastisch wunderbar wundervoll schön toll lecker köstlich beliebt stark erfolgreich beeindruckend innovativ klug clever
      spannend attraktiv hilfsbereit freundlich praktisch nützlich zuverlässig kompetent fachkundig benutzerfreundlich nutzerfreundlich
      revolutionär bahnbrechend preisgekrönt ausgezeichnet einzigartig exklusiv inspirierend stilvoll elegant fürsorglich nachhaltig wirksam
      schnell unschlagbar führend gut best einfach leicht günstig sicher besser angenehm gemütlich charmant genial modern großzügig engagiert
      talentiert aufmerksam überlegen flexibel lustig luxuriös reibungslos geduldig professionell übersichtlich intuitiv hervorragend
      erstklassig hochwertig geschätzt vielgelobt besonder überraschend bequem frisch herzlich hoh smart sympathisch liebevoll leistungsstark
      brillant   gelungen wertvoll unverzichtbar unbezahlbar durchdacht einladend stimmungsvoll komfortabel behaglich vorteilhaft begehrt
      kreativ  glaubwürdig verantwortungsvoll gesund treu wohlverdient seriös bahnbrechend hochmodern unvergesslich solid gediegen edel
      unkompliziert zuvorkommend prima klasse genial fabelhaft phänomenal sensationell glänzend traumhaft zauberhaft köstlich reizvoll ansprechend
      verständnisvoll einfühlsam kinderleicht blitzschnell preiswert spitzenmäßig vorbildlich wegweisend wirkungsvoll lebensrettend rührend bewegend ergreifend bedeutungsvoll sinnvoll gut_organisiert reich lehrreich fesselnd faszinierend mitreißend bereichernd`,
  blame: `anspruchsvoll aufdringlich schlecht furchtbar schrecklich grauenhaft nervig ärgerlich lästig frustrierend verwirrend enttäuschend unzumutbar schockierend
      unhöflich unverschämt langweilig hässlich nutzlos umständlich chaotisch kompliziert schwierig langsam übertrieben überzogen überteuert
      teur endlos ständig dauernd ewig absurd hoffnungslos unfreundlich arrogant skandalös veraltet mangelhaft inkompetent unzuverlässig
      irreführend schmerzhaft stressig anstrengend inakzeptabel gemein dumm gierig unehrlich berüchtigt unnötig bürokratisch unpersönlich
      lächerlich peinlich mühsam wertlos miserabel unfair blöd horrend unsäglich rücksichtslos unverständlich fragwürdig desaströs katastrophal
      verheerend herablassend verletzend demütigend unerträglich widerlich grässlich grausam brutal zynisch erbärmlich elend idiotisch wahnsinnig irrsinnig
      unanständig unwürdig unmenschlich verantwortungslos unverantwortlich gefährlich schädlich giftig schmutzig laut zeitraubend nervenaufreibend willkürlich
      schlampig halbherzig mittelmäßig misslungen steif starr elitär einseitig unlogisch unübersichtlich altmodisch altbacken gleichgültig unflexibel
      verstaubt tragisch kläglich geschmacklos eklig kryptisch sauer kalt abweisend faul kleinlich voreingenommen diskriminierend bizarr plump schwerfällig
      störrisch hartnäckig überholt verdammt unnütz zäh schleppend träge maßlos schändlich sinnlos bedeutungslos zermürbend auslaugend lasch trist trostlos undankbar unterbezahlt überfüllt unterbesetzt egoistisch herzlos seelenlos verschwenderisch lahm öde`,
  pain: `einsparungen ersparnisse fortschritte probleme problem schwierigkeiten herausforderungen hindernisse hürden barrieren frustrationen sorgen nachteile vorteile vorteil nachteil
      stärken schwächen ärgernisse beschwerden mängel fehler verbesserungen pain_points schmerzpunkte defizite ängste bedenken herausforderung schwierigkeit hürde stärke`,
  moves: `beunruhigt beunruhigte besorgt sorgt nervt nervte ärgert ärgerte geärgert stört störte gestört frustriert frustrierte freut freute begeistert begeisterte beeindruckt
      beeindruckte verwirrt verwirrte stresst stresste belastet belastete enttäuscht enttäuschte genervt`,
  love: `mögen magst mochten schätzen schätzt schätzten lieben liebst genießen genießt genossen hassen hasst bewundern`,
  value: `gut toll schön schlecht nervig praktisch super prima hässlich blöd ärgerlich angenehm störend attraktiv`,
  harm: `versagt versagte versagen verraten ruiniert ruinierte vernachlässigt betrogen betrügt verschlechtert bergab verschwendet verschwendung unfähigkeit arroganz gleichgültigkeit vergrault vertreibt gemobbt übergangen im_stich hängen_lassen hängen_zu_lassen belogen hinters_licht leiden_sie_unter leidest_du_unter`,
  bright: `gewonnen gut gute guten beste besten besser schön schöne schönen leicht einfach positiv positive positives angenehm lieben mögen höhepunkte hoffnungen vorteile stärken zufrieden glücklich freude freuden spaß höhen interessant gefällt gefiel`,
  dark: `verloren schlecht schlechte schlechten schlimm schlimmste schlechter schwer schwierig negativ negative negatives unangenehm hassen tiefpunkte ängste befürchtungen nachteile schwächen unzufrieden unglücklich leid ärger tiefen langweilig missfällt stört störte`,
  participle: `[^_]*ge[^_]{2,}t [^_]+iert (?:be|ver|ent|zer|über|unter)[^_]+t [^_]*ge(?:brochen|sprochen|troffen|geben|nommen|schrieben|sehen|halten|lesen|funden|bunden|tragen|zogen|strichen|wiesen|boten|laden|stoßen) beschlossen entschieden verstanden [^_]*genannt`,
  turn: `zweifeln aufgegeben aufgaben bereut bereuen genug_gehabt gekämpft kämpfen gelitten quälen geplagt verschwendet verschwenden`,
  mess: `skandalen skandale beschwerden verspätungen problemen probleme fehlern pannen versprechen preiserhöhungen kürzungen ärger streiks lügen`,
  scorn: `unsinn quatsch blödsinn lügen ausreden tricks idioten betrüger clowns unfug`,
}
