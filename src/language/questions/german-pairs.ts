import type { PairGrammar } from './grammar.ts'

/** What couples two questions or two matters in German, and what looks so and is one. */
export const germanPairs: PairGrammar = {
  and: `(und|sowie|plus|&)`,
  thatClause: `(dass|, (den|der|die|das) (?![^ ]+ und )|zu)`,
  andAsks: `
    (, |; |– )?(und|sowie) (dann |danach |anschließend )?((auf|in|mit|für|an|von|aus|bei|zu) )?{wh}
    (, |; |– )?und {verb} (sie|du|ihr|er|es|wir|das|der|die|ihre|dein|ihnen|dir|man)
    (, |; |– )?und (?!{nonverb} )[^ ]+(t|en|te|ten) (sie|du|er|es)`,
  andTells: `
    und (dann |danach )?(erzählen|erzähl|sagen|sag|beschreiben|beschreib|zeigen|zeig|erklären|erklär|denken|denk|lesen|lies|geben|gib|teilen|versuchen|schauen|schau|klicken|nehmen|nimm|halten|wählen|schreiben|vergleichen|hören|gehen|lassen|kreuzen)
    und (dann )?(fangen|überspringen|bleiben|vergessen|beginnen|beginne|lass|lassen|fang|überspring|bleib|achten|nutzen)
    und (dann )?[^ ]+en sie`,
  onePair: `
    (sie|du|ihr|wir|ich|er|ihnen|dir|mir|uns|euch|ihm) und [^ ]+
    (vater|mutter|papa|mama|oma|opa|bruder|schwester|sohn|tochter) und [^ ]+
    {people} und ([^ ]+ )?{people}
    (?<!(zufrieden|glücklich|unzufrieden|hilfe|einverstanden|gut|los|erfahrung|erfahrungen)( [^ ]+){0,2} )(mit) [^ ]+ und (?!(ihre|ihren|ihrem|deine|deinen|deiner|ihrer) )[^ ]+
    (essen und trinken|obst und gemüse|kost und logis|name und adresse|name und anschrift|bund und länder|kind und kegel)
    (hin und her|ab und zu|hin und wieder|auf und ab|ein und aus|mehr und mehr|besser und besser|tag und nacht|hier und da|durch und durch|nach und nach|über und über|kreuz und quer|ganz und gar|kurz und gut|klipp und klar|weit und breit|ruhe und frieden|art und weise|gesetze und vorschriften)
    (zugleich|gleichzeitig) ~ und
    (all den|all die|all dem|alle|allen) [^ ]+ und [^ ]+
    (ein|aus|an|ab|auf|zu|vor|nach|hin|her|innen|außen|anfangs|plus|s)- und [^ ]+
    [^ ]+innen und [^ ]+
    {day} und {day}
    {day} ~ und {day}
    {way} und {way}
    und ~ (zusammen*|einander|ineinander|miteinander|aufeinander|auseinander|unter einen hut|unter einem hut|verbinden|vereinbaren|kombinieren|in einklang|trennen|im griff)
    (sprechen|stimmen|wechseln|grenzen|heben) ~ und ~ ab
    (unterschied*|unterscheid*|verhältnis*|balance|vereinbark*|kombin*|verbind*|trenn*|abwäg*) ~ und
    (ihr|ihre|das|die|der|dein|deine) (altes|alte|neues|neue|alter|neuer) und (ihr|ihre|das|die|der|dein|deine) (neues|neue|altes|alte|jetziges|jetzige)
    und (da )?(vor allem|insbesondere|besonders|gerade)
    (zusammenarbeit*|vertragen|harmonier*) ~ und
    und wenn (es|er|sie)
    (erzählen|beschreiben|schildern) .* wie (sie|du) ~ und ~ (haben|hatten|sind|wurden|hast|bist)$
    und dem ganzen [^ ]+
    und (alles|allem|all dem|all das)
    (zeit|lust|zeit|gelegenheit) und (lust|zeit|muße|kraft)
    und nicht
    ^vergleich* (sie )?~ und
    und .* , (also|daher|sodass)
    zwischen .. und
    sowohl ... (als|und)
    [0-9]+ und [0-9]+
    \\( ... \\)
    (zum beispiel|beispielsweise|etwa) .*
    (versuch|geh|komm) und
    [^ ]{1,6}- und (?!ein |eine |die |der |das )[^ ]+
    (?<w>[^ ]{4,}) und un\\k<w>
    und umgekehrt
    und ~ zu (sein|werden)( |$)
    (sich|dich|euch) und (ihren|ihr|ihre|ihrem|ihrer|deinen|dein|deine|deinem) [^ ]+
    (ist|war) es , .* und .*en( |$)
    und .. (überschneiden|kommunizieren|konkurrieren|streiten|tauschen|unterscheiden|abwechseln)( |$)`,
  story: `
    (einem|einer|ein|eine|letzten|letzte|ersten|erste) (mal|tag|situation|erlebnis|moment|gelegenheit)
    (dem|den|vom|am|der) (tag|abend|morgen|nacht) , (an dem|als|in der)
    (einen|einem|einer|eine|ein) ((schwierigen|großen|bestimmten|schwierige|große) )?(konflikt|streit|fehler|missverständnis|beschwerde|entscheidung|krise|unfall|herausforderung)`,
  apart: `
    (der|die|das|den|dem|des|ein|eine|einen|einem|einer|ihr|ihre|ihren|ihrem|ihrer|dein|deine|deinen|deinem|deiner|unser|unsere|unseren|unserem|unserer|euer|eure|euren|eurem|eurer|diese|diesen|diesem|dieser)
    (zu|zum|zur|für|über|von|vom|in|im|an|am|auf|mit|bei|beim|aus)
    (?<=(von|über|sie) (ihre|ihren|ihrem|ihrer|deine|deinen|deinem|deiner) ([^ ]+ )und )[^ ]+
    (?<= , ([^ ]+ ){1,2}(und|sowie) )[^ ]+`,
  valuing: `
    (halten|hältst|haltet|hielten) (sie|du|ihr) (von|vom)
    (finden|findest|findet|fanden|fandest) (sie|du|ihr) (?!sich)
    (meinung|eindruck|eindrücke|erfahrung|erfahrungen|gedanken|urteil) (zu|zum|zur|von|vom|über|mit)
    (erleben|erlebst|erlebt|bewerten|bewertest|beurteilen|beurteilst|gefällt|gefallen|zufrieden|wie oft|wirkt|wirken)
    wie (ist|war|waren|sind) (der|die|das|unser|unsere|ihr|ihre)
    was (ist|sind|war|waren) (unser|unsere|ihr|ihre|dein|deine)`,
  verbs: `
    {wh} [^ ]+( , [^ ]+)* und [^ ]+ (sie|du|ihr|man)
    {wh} (haben|hast|habt|hat|können|kannst|wollen|willst) (sie|du|ihr|man) [^ ]+( , [^ ]+)* und`,
  within: `
    (wenn|als|nachdem|bevor|während|seit|seitdem|bis|weil|falls|sobald|wann|damit|, was|ob|, (der|die|das|den|dem|deren|dessen) (?![^ ]+ und )|beim letzten mal|um)`,
  embedded: `{wh}`,
  orAsks: `
    (, )?oder {verb} (sie|du|ihr|es|er|der|die|dir)
    oder (der|die|das|ihr|ihre) [^ ]+ zu [^ ]+$
    (lesen|nutzen|kaufen|teilen|behalten) oder [^ ]+en`,
  alternatives: `
    oder [^ ]+ (sie|du|es|das) (lieber|einfach|noch|nur|meistens|mehr|eher|stattdessen|meist|vielleicht|den anderen|die andere|es|eine)
    (meistens|meist|am liebsten|lieber|eher|vor allem) .* oder
    oder .* (erst|später|gewartet|noch nicht|gar nicht)( |$)`,
  points: `
    ((das|den|die)(?! (neue|neuen|alte|alten|andere|anderen|vorige) )|dies|es|da|dort|sie|diese|so|ihn|ihr|davon|darüber|dabei|daran|damit)`,
  ifSo: `und ,? ?(wenn ja|falls ja|wenn nein|wenn so)`,
  elided: `
    (wann und wo|wo und wann)
    (wer|wem|wen|wessen) [^,]* , und (auf welche weise|in welcher rolle|wie)$
    und (was|welche) (am )?(wenigsten|dagegen|weniger|nicht)( [^ ]+)?(?= ,| *$)
    (gibt es|haben sie|fällt ihnen) .. (etwas|noch etwas|noch was) , .* und (was|das|worüber)`,
}
