import type { Grammar } from './grammar.ts'
import { englishLeading } from './english-leading.ts'
import { englishPairs } from './english-pairs.ts'
import { englishWords } from './english-words.ts'

/** English questions: verb first, question words, requests; and the words that press, judge, imagine or couple. */
export const english: Grammar = {
  lists: englishWords,
  ...englishLeading,
  ...englishPairs,
  opening: `
    (and|so|but|then|ok|okay|well|now|please|just|oh|yes|right|great|thanks|thank you|also|first|firstly|finally|next|to start with|to begin with|generally|overall|honestly|actually|basically|alright|hi|hello|still|or)
    in your own words
    (if i may ask|if you don't mind|out of interest|out of curiosity)
    (,|"|:|–)
    (in general|all in all|roughly|briefly)
    (would you say|do you think)(?= ,)
    (i mean|you know|um|uh|er|erm|yeah|hmm|mm|mm-hmm|i guess|so like|anyway|by the way)`,
  setting: `
    (let's|let us) (talk|turn|move on)
    (think|cast your mind|go) (back|of|about) ...
    (please )?(have a (good |quick )?look|take a (good |quick )?look|look at|watch|listen to|read)
    take me back (?!through)...
    (take a moment|take your time) ...
    (picture|imagine|suppose|let's (say|imagine|pretend)|say|assume|assuming) (?!a little|a bit|more|some|what|how|out|aloud|it|hello)...
    i (am going to|will|'ll|'m going to) (show|read|play) ...
    i'll (show|read|play) ...`,
  request: `
    ((can|could|would|will) you )?((please|kindly|just|briefly|maybe|perhaps|possibly|also|now|quickly|start by|begin by|first|in your own words) )*(,? ?in your own words ,? ?)?{tell}
    would you mind (telling|describing|showing|explaining|walking|talking|sharing|saying|giving|taking)
    (are you|would you be) (able|willing|happy|ok|okay|prepared|up for) (to )?(tell|describe|show|explain|walk|talk|share|say|give|take)
    (i'd|i would|we'd|we would) (like|love|be (curious|interested|keen)) ... (hear|know|understand|learn|see|think|tell|describe|show|talk|walk|read)
    (i am|i'm|we are|we're) (curious|interested) .. (how|what|why|about|to|in)
    (i|we) (wonder|want to know|want to understand) (how|what|why|about)
    (may|can|could|might) (i|we) (ask|hear) (you )?(to|how|what|why|about|you)
    (let's|let us) (start|begin|go)
    (do you want|do you feel like|would you like|would you care|do you mind) (to )?(tell|telling|show|showing|describe|describing|share|sharing|explain|start|talk|walk|introduce|begin)
    (do|can|could) you (have|give|think of|remember|recall) .. (an example|a time|an occasion|an instance|a situation)
    (use|put|keep|pick|choose|sort|rank|open|click|start|begin|carry|continue|feel|be|remember|say|let) ...
    what about you
    (do|can|could) you .. (remember|recall|think of) (a|an|any|one) [^ ]+ (that|when|where|you)
    (do|can|could) you (still )?(remember|recall) (what|how|why|the [^ ]+ (you|when|that))
    (can|could|would) you .. (paint|draw|give|bring|take|put|set|fill|lead|run) (me|us|the|a)
    mind (telling|describing|showing|explaining|walking|talking|sharing)
    would you be (so )?(kind|good)( enough)?
    (your|what about your) (own )?(view|opinion|take|experience|thoughts)$`,
  doing: '',
  wondering: `
    (i|we) (was |were )?(wonder|wondering|want to know|would like to know|'d like to know) (if|whether)
    (i'd|i would|we'd|we would) like to (know|hear|ask) (if|whether)
    would(n't)? you (also )?say (?!(a (little|bit)|(some |any)?thing|some|more|how|what|why))
    (i am|i'm) (curious|wondering) (if|whether)`,
  wh: `
    (and )?{wh}(ever)?
    (in|on|at|for|from|to|with|by|of|about|since|until|under|through) (what|which|whom|whose|when|where|how)
    (what's|how's|who's|where's|when's|why's|how'd|what'd)
    for how long
    to what (extent|degree)
    roughly how
    (about|approximately|exactly) (how|what)`,
  grade: `
    (and )?how (?!{aux} |, |on |in |about |come |so |exactly |else |to |[^ ]*'|do|you |your |the |this |would )([^ ]+)
    to what (extent|degree)
    (what|which) (grade|mark|score|rating|number|percentage|share)
    how would you (rate|grade|score|rank)
    (about|approximately|exactly|roughly) how (many|much|long|often|far|big|old)`,
  neutralGrade: `
    how (often|long|many|frequently|regularly|old|big|large|tall|far|near|close|likely|important|familiar|well|well-known|soon|early|late|recently|much( (time|money|of|did you (pay|spend)|do you|does|would you|is|was|were|are))?|quickly|wide|deep|heavy|high|prepared|common|typical|new|aware|known|hot|cold|loud|closely|else|strongly|big|would)(?! (easier|better|happier|faster|simpler|safer|cheaper|worse))
    for how long
    (what|which) (grade|mark|score|rating|number|percentage|share)
    to what (extent|degree) (?!do you (agree|like|enjoy|love))
    how would you (rate|grade|score|rank)
    (about|approximately|exactly|roughly) how (many|much|long|often|far|big|old)
    how (realistic|proportionate|necessary|accurate|representative|accessible|concrete|certain|true|different|similar)`,
  fact: `
    (and )?when(?! (you|i|we|he|she|they|the|it) )
    since when
    (and )?where (?!(did|does|do) ~ (go|lead|come|take) |(did|does) (the|that|this) (idea|story|interest|inspiration)|do you see|does that leave)
    (and )?(who|whom|whose|who's)
    (for|from|with|to|by) (whom|who)
    which (one )?of (the|these|those|our) (two|three|four|five|six|[^ ]+) [^ ]+ (?!did|have|came)
    (and )?(in |on |at |for |from |to |with |by |through )?which (?!of .. (things|steps|ways)|(other |of the )?[^ ]+ [^ ]*s |[^ ]*([^s]s|people|criteria|kinds) |way |aspects )
    what (is|was|are|were|'s) ((typically|usually|currently) )?(your|the) ((full|first|last|current|main|total|monthly|exact|job|marital|highest|favourite|average|legal|usual|native|annual) ){0,2}(name|age|occupation|job|job title|title|profession|position|gender|sex|address|postcode|nationality|salary|income|budget|size|price|price range|phone|number|email|e-mail|language|country|city|town|main dish|dish|brand|bank|email address|date|year|level|degree|education|mother tongue|status|headcount|conversion rate|churn rate|turnover)( (of|at|in|on|for) .*)?$
    what (time|year|day|date|month|age|colour|color|brand|make|model|size|percentage|proportion|bank|grade|score|number|device|country|city|town|school|department|age group|company|phone|browser|car|currency|postcode) (?!of)(is|are|was|were|do|did|does|have|has|would|will|can|were)
    what (kind|type|sort) of (car|phone|house|home|flat|contract|device|computer|subscription) (do|did|have|are|is)
    on a scale
    what would you (rate|pay)
    what (do|did|does) (you|it|they|that) .. (pay|cost|earn|weigh|spend)(?! you to )
    at what (time|age|price|point|grade|level|salary|date|stage)
    how would you (rate|grade|score)
    whereabouts`,
  account: `
    (and )?who (else )?(was|were|is|are|else|did|do|should|could|would) (else )?(involved|i (talk|speak|ask|be talking|interview)|you (talk|turn|go) to).*(,|and) .*(how|what)
    who else (should|could|can|would|do you)
    what would you do (when|if)
    (and )?where do we
    where (do|did) you see yourself
    where (do|would) you want to be
    (and )?(who|whose|whom|where)( [^ ]+){1,12} , and (in what way|in what role|how|why)$`,
  verb: `
    (and )?{aux} (not )?{subject}
    (and )?{aux} (not )?[^ ]+ ...
    ever
    (tell me|let me ask) , {aux} {subject}
    any (questions|comments|concerns|thoughts|ideas|worries|other [^ ]+)
    any (idea|clue|chance)`,
  declared: `
    (you|i|we|they|he|she|it|this|that|these|those|there|your|my|our|their|the|everybody|everyone|people|most|all|nobody|surely|like|you're|it's|that's|you've|you'd|you'll|we're|they're|so|who)`,
  denied: `
    {not} (?!(you|we|i) (like|have|sit|want) (some|a|another|to))[^ ]+`,
  subordinate: `
    (if|although|given|while|because|since|as|after|before|once|during) ...
    when(ever)? (?!{aux} )...`,
  whether: `
    (whether|if (you|your|there|it|that|they|he|she|any)|how (many|often|old|long)|which [^ ]*[^s] you)
    (please )?(rate|grade|score|rank|indicate) (the|your|our|how|this|whether)
    , {aux} (you|it|there|they|he|she|your)`,
  choice: `
    – (was|is|were|did|do|are) (it|that|they|you)
    (–|,|:) (.. )?[^ ]+ or [^ ]+( [^ ]+)?$
    ^ ..[^ ]+ or ...$
    on a scale (of|from)
    (from|of|between) (0|1|one|zero) (to|and) (4|5|6|7|9|10|100|five|ten|seven)
    what would your preference be
    or (not|no)$
    (–|:) [^ ]+( [^ ]+)? , [^ ]+( [^ ]+)?( ,)?( or)? [^ ]+( [^ ]+)?$
    (agree|yes) or (disagree|no)$`,
  tag: `
    , (right|correct|yes|no|ok|eh|huh|innit|then|surely|of course|isn't it|obviously|naturally|agreed|true)$
    , {not} (you|it|they|he|she|we|i|there|that|this)$
    , (is|are|was|were|do|does|did|have|has|would|will|can|could) (it|you|they|he|she|we|there)( not)?$
    ({not} (you|we all|we|people) (think|agree|feel|find|say|believe|want|prefer))
    wouldn't you (say|agree|think|prefer|like|love|want)
    , i (take it|assume|suppose|imagine|guess|presume|expect|trust)$`,
  assured: `
    (surely|of course|obviously|naturally|no doubt|presumably|needless to say|probably|certainly)`,
  negated: `
    (do|did|have|has|are|were|will) (you|they|he|she|we) never
    {not} (you|it|they|he|she|we|i|there|the|this|that|these|those|our|your|a|an|everyone|everybody|people|all)
    (is|are|was|were|do|does|did|have|has|would|could|should) (it|you|they|he|she|we|this|that|the [^ ]+|our [^ ]+) not`,
  balanced: `
    (possibly|by any chance)
    (well|right|better) .* (badly|less well|not so well|wrong|worse|didn't|not)
    (if (anything|at all|any|anyone|so)|or (not|difficult|hard|dissatisfied|bad|negative|unhappy|disagree|dislike|not at all|un[^ ]+|dis[^ ]+|in[^ ]+))
    how [^ ]+ or [^ ]+
    [^ ]+ or ((un|dis|in|im|ir)[^ ]+|[^ ]+less|difficult|easy|hard|bad|good|worse|better|negative|positive|happy|slow|fast|little|low|high|weak|cold|boring|for worse)
    (good|better|positive|easy|satisfied) and (bad|worse|negative|difficult|dissatisfied)
    (like and dislike|likes and dislikes|pros and cons|strengths and weaknesses|advantages and disadvantages|ups and downs|like or dislike|love or hate|benefits and drawbacks)
    (what|which) (was|is|were|are) the ([^ ]+est|most [^ ]+|least [^ ]+|best|worst)
    (if any|whatever|for better or worse)
    (most|best) .* (least|worst)
    (like|liked|enjoy|enjoyed|appreciate*|good|well|worked) .* (bother*|dislike*|annoy*|less|not|missed|missing)
    (like|liked|enjoy|enjoyed|love|loved) (.* )?(and|or) what (don't|didn't|do you not|did you not)`,
  poles: `
    {bright} ((for|to|with) (you|me|us|them|him|her) )?(, )?(and|or|but) ((what|which|things|the) )*((is|was|were|are|did you|do you|you) )?((not so|less|the|most|least) )?{dark}
    {dark} ((for|to|with) (you|me|us|them|him|her) )?(, )?(and|or|but) ((what|which|things|the) )*((is|was|were|are|did you|do you|you) )?((not so|less|the|most|least) )?{bright}`,
  own: `
    you (said|mentioned|told|called|described|wrote|used|say|talked|spoke|explained|were saying|just said|noted|complained)`,
  imagined: `
    in a world (without|where|with)
    (can|do) you (already )?(see|picture|imagine) (this|that|it|them|us) [^ ]+ing
    what (might|could) (make|get|bring|persuade|stop|change|convince|help)
    ^(would|wouldn't) [^ ]+
    (?<!(i|you|they|we|to|not|can't|couldn't|did) )imagine (?!(it|that) (was|must))
    (can you|if you|try to|now) (imagine|picture)
    ^(let's |let us )?(pretend|suppose|supposing|assuming)
    (if you|let's|let us) (pretend|suppose)
    (, |: |– )(suppose|supposing|assuming)
    (picture yourself|(?<!(the|this|that|a|your) )picture a|picture this|magic wand|let's say|let us say|hypothetically|in an ideal world|ideally|in a perfect world|what if|your ideal|the ideal|the perfect|an ideal)
    (^|, |: )say (you|that|the|there|we|it)
    (?<!(you|they|we|i|to) )dream (?!(of|about|that|at) )[^ ]+
    (would|wouldn't) (you|it|that|this|there|they|he|she|we|i|people|your|our|the|a|an|anyone|someone|life|these|those)
    (how|what|where|which .. ) (could|might) (we|our|the|this|it|that)
    (could|might) you (imagine|picture|live|do without|use|afford|be persuaded|recommend|(see|think of) yourself)
    could (this|it|that|our) (be|help|replace)
    (if|what) (i|we|you|there|it|your|our|the|they|someone|this|he|she) .. (could|were to|were|had to|had|launched|offered|moved|lost|won|got|went|was|asked|made|raised|changed|charged|stopped|closed|gave|built|introduced|inherited|started|removed|cost) ... (would|could|might|what|what's|where's|who's|how|you'd)
    (you'd|it'd|they'd|we'd|would you|you would|you could) ... (if|use|buy|choose|pay|recommend|prefer|switch)
    ^assume
    would (have been|be|have|it|not|take|need|want|make|help|use|buy)
    how likely
    (what|who|which [^ ]+) would (?!you (say|call|add))
    would you be willing to (?!(tell|describe|show|explain|walk|talk|share|take|say))
    (what|which) .* (should|shall|could|ought) (we|our|the company|they) (?!(have)) .*
    (should|shall) (we|our|the company|they|there be) .*
    (?<!(do|did) you )(see|picture|imagine) yourself
    (might|could) you ever
    (what|which) [^ ]+ would you like (to see|us|me) .*
    how do you think ~ will
    (what would|what will) it take (for|to)
    (might|could) [^ ]+ .. have [^ ]+(ed|en|t|de)
    if it (was|were) up to
    ^any chance
    (what|how) .. if .. (doubled|halved|stopped|vanished|disappeared)
    (that|which) would (?!have been)(bring|make|get|keep|help|change|stop|persuade|convince)
    what (could|can) (?!(you|i) )[^ ]+ ([^ ]+ )?do (to|about|for|better)
    could you (do|manage|live|work|get by|survive) (your|without|with|on|from)
    ^could you (?!({tell}|please|just|say|give|show|take|bring|repeat) ).* without`,
  future: `
    are you (tempted|inclined|keen|ready|willing|interested) (to|in) (?!(tell|talk|share|show|explain))
    do you (feel like|fancy) (?!(telling|talking|sharing|showing))
    (what|who) (happens|becomes|takes) .* (once|when) (you|they|he|she)( have|'ve|'re| are)? (?!(come|go|get|call|do) )
    (will|won't) (you|your|it|we|they|the|our|this|there|people|that|he|she)
    (are|is) (you|your [^ ]+|they|we|it|there) .. going to (?!(the|a|an|your|school|work|church|bed) )
    (what|how|when|where|why|who|which|and) (are|is|will|'ll|do) .* going to (?!(the|a|an|your|school|work) )
    (do|does) (you|your [^ ]+) .. (plan to|intend|expect to|hope to|plan on)
    do you expect ~ (to (happen|change|mean|be)|will)
    (are|is) (you|your [^ ]+) .. (planning|intending|hoping to|thinking of|thinking about|considering)
    have (you|your [^ ]+) .. plans
    (what|how|when|which|where) (do|are) (you|your [^ ]+) (plan|planning|intend|hope|planned)( on)? (to|[^ ]+ing)
    (when|what|where|how) (do|are) you (getting|leaving|moving|starting|stopping|retiring|doing) (next|tomorrow)
    will .. (be|change|become|happen)
    (you'll|they'll|we'll|it'll) (?!have )
    what becomes of`,
  ahead: `
    (next|coming) (week|month|year|winter|summer|spring|autumn|few|two|three|five|ten|time)
    (tomorrow|in the future|in future|from now|years' time|going forward)
    in (two|three|five|ten|twenty|[0-9]+|a few|the next|the coming) (weeks|months|years|days|few|two|three|five|ten|twelve)( (time|from))?
    (your|any|what) plans?( for)?
    your plan for
    (in )?(20[3-9][0-9]|21[0-9][0-9])
    the (day|morning) (when |that )?(you|they|he|she|it|we|your [^ ]+|the [^ ]+) (can|can't|cannot|can no longer|no longer|aren't|isn't|are no longer|is no longer)`,
  settled: `
    (did|was|were|had|went|came|said|told|took|became|happened|changed|felt|have you been|has been)
    (how many|how often|usually|normally|typically|always|every)`,
  reported: `
    [^ ]{3,}ed ~ (that |it |they |the |you )~ (would|could|might)
    {reported} ~ (, )?(?!{wh} would )~ (would|could|might|will)
    (did|had) (you|they|he|she|we|anyone|anybody|someone|somebody) .. (warn|mention|promise|guess|suspect|fear|worry|think|thought|expect|expected|imagine|imagined|believe|hope|hoped|fear|picture|pictured|know|hear|say|tell|decide|realise|realize) ~ (would|was going to|were going to|it|the|that)
    what did [^ ]+ ([^ ]+ ){0,3}(say|think|tell you) .* would`,
  real: `
    whenever
    as an? (student|boy|girl|teenager|apprentice|young [^ ]+)
    (would|wouldn't) (not )?(let|allow|listen)
    (why|it|they|he|she) wouldn't (?!(they|it|you|he|she) (buy|use|want|like|recommend))
    (as a child|as a kid|back then|in those days|at school|when you were (a|at|young|little|growing|living|[0-9]+)|used to|on a typical|in your childhood)
    if (you|they|it|he|she) ([^ ]+ed|went|did|called|had|got|came|bought|saw|were|was|found|made|felt|took|spoke|left) .* (, )(what|how|who|why|where|when) (happened|did|was|were|had)
    , if (anything|at all|any)$
    i can imagine
    if (?!(i|we) ).* , ({wh}|how long|how often|how many) ([^ ]+ )?(did|was|were|had|happened|went|came)(?! (you|it) have)
    would you (rate|describe|class|characterise) (the|our|this|your|it)
    would (usually|normally|typically|often|always|generally|sometimes)
    (?<!would have .*)when (you|your [^ ]+|we|they|he|she) (lived|worked|went|were|was|had|[^ ]+ed)
    in those (days|years|times)
    (?<! (if|have) .*)(would|wouldn't) (?!.* (if|have) ).* (when|before|until|after) (you|we|they|he|she|it|the [^ ]+|your [^ ]+) (came|said|got|went|saw|told|asked|left|did|had|was|were|found|took|made|[^ ]+ed)( |$)
    how could (that|this|it) (happen|go|come|get)
    (did|had|have) (you|they|he|she|anyone) (ever|never|even) (imagine|imagined|dream|dreamt|picture|pictured)
    would (that|it|this) have been .* or`,
  courtesy: `
    it would (be (great|good|nice|lovely|helpful|useful|interesting) (to|if)|help (me|us))
    (word|words|name|term|label|adjective|adjectives) .. (would you|you'd|you would) (use|give|choose|pick)
    would i be (right|wrong|correct)
    (?<!(what|which) [^ ]+ )would you (like|care|mind|prefer) .. (coffee|tea|water|sit|seat|chair|break|start|begin|stop|telling|describing|showing|explaining|walking|talking|sharing|saying|giving|if|some|anything|something|to (sit|add|start|begin|take|say|tell|hear|see|stop|know|show))
    (?<!(what|how|where|when|why|who) )would(n't)? you (agree|say|describe|tell|explain|talk|walk|show|share|give|take me|help me)
    would you (call|rank|sort|arrange|(consider|class|count|describe) (yourself|it|that|this))
    (how|where|in what order) would you (put|place|rank|grade|score|position)
    how would you (judge|assess|evaluate|describe|characterise|characterize|explain .. to|define|summarise|summarize|sum up|rate|put|phrase|say)
    what would you (say(?! to (your|him|her|them|someone|a|my))|call|like to (add|say|talk|know|ask)|add)
    (i'd|i would|we'd|we would) (like|love|be (interested|curious|keen))
    (is|would) it (be )?(ok|okay|all right|alright|fine|possible)
    (may|can|could|might) (i|we) (ask|record|take|use|call|contact|quote|hear|come|write)
    (?<!(what|how|where|when|why|who|which) )(can|could|would) you ((please|just|briefly|possibly|also|maybe|perhaps) )?{tell}
    would you be (willing|able|happy|okay|ok) to (tell|describe|show|explain|walk|talk|share|take|say)
    who (else )?(should|could|would|can) (i|we)
    shall we (take|start|begin|go|move|continue|stop|have|sit|meet|leave)
    do you (have|consent|agree to) .. (questions|being recorded|the recording)
    would you (like|want|prefer) to (receive|get|hear about|be (contacted|informed|invited|sent)|see the results|take part)
    would (you|they|he|she) (most |really |ever )?like to (?!see )(?!.* (us|our) )
    (would|could) you be (so )?(kind|good)
    how (would|do) you put .* into words
    (what|where) should we (talk|start|begin|look)
    why would (you|he|she|they) say`,
}
