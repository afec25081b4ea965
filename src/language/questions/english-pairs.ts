import type { PairGrammar } from './grammar.ts'

/** What couples two questions or two matters in English, and what looks so and is one. */
export const englishPairs: PairGrammar = {
  and: `
    (and|as well as|plus|&)
    or (share|recommend|forward|comment|change)`,
  andAsks: `
    (, |; |– )?and (then |also |finally |in that case )?(for whom|in what way|at what|to what|with whom|in which|for what|{wh})(?!ever)
    (, |; |– )?(and|but) (then |also )?{aux} (you|they|he|she|it|we|there|the|your|that|this)
    , {wh} (did|do|does|was|were|is|are|would|will|has|have|made|had) .* and {wh}
    (,|–) (what|how|why|when|where|who) (did|do|does|was|were|is|are|would|has|have|made|had) (?=.* (and|or) )
    (and|,) why$`,
  andTells: `
    and (then |also |please )?(tell|say|describe|show|explain|walk|talk|think|read|take|share|give|let|me|look|see|click|point|write|try|keep|listen|have|pick|choose|put|open|compare|do|go|imagine|stop)
    and (then |please )?(don't|skip|leave|feel|start|begin|stay|go|forget|ignore)
    and [^ ]+ (nothing|everything|no detail)`,
  onePair: `
    (?<!(to|for|with|at|of) )(you|we|they|i|he|she|him|her|them|us|me|yourself) and [^ ]+
    (mum|mom|mother|grandmother|dad|father|husband|brother|sister|son|daughter|grandma) and [^ ]+
    {people} and ([^ ]+ )?{people}
    (?<!(satisfied|happy|pleased|content|help|agree|do|wrong|problem|problems)( [^ ]+){0,2} )(with|by) [^ ]+ and (?!(your|their|his|her) )[^ ]+
    (food and drink|fish and chips|fruit and vegetables|health and safety|bed and breakfast|research and development|name and address|bits and pieces)
    (back and forth|ins and outs|now and then|more and more|again and again|over and over|round and round|up and down|in and out|here and now|there and then|day and night|each and every|time and again|by and large|first and foremost|once and for all|sick and tired|through and through|far and wide|loud and clear|trial and error|terms and conditions|give and take|peace and quiet)
    all (the )?[^ ]+ and [^ ]+
    {day} and {day}
    {way} and {way}
    and ~ (together|along|get on|each other|one another|apart|in balance)
    (difference*|differ*|relationship*|balance*|combin*|divid*|split*|juggl*|reconcil*|distinguish*) ~ and
    (your|the) (old|new|previous) and (your|the )?(new|old|current)
    and (then )?(especially|particularly|above all|in particular|not least)
    and (then|here|now) (i mean|i'm thinking|i am thinking)
    and (everything|all that|all the rest|the lot|all)
    how you [^ ]+ed and (got|[^ ]+ed)
    and not
    ^(please )?compare ~ and
    and .* , so
    between .. and
    both ... and
    [0-9]+ and [0-9]+
    (try|go|come|wait|sit|stand|stop|turn|get|ring|call) ((back|down|up|around|round|over|out|home|there|in) )?and
    and (so on|so forth|the like|others|more|back|vice versa)
    \\( ... \\)
    for (example|instance) ...
    [^ ]{1,6}- and (?!the |a |an )[^ ]+
    (?<w>[^ ]{4,}) and (un|in|non-|dis)\\k<w>
    (spend|spent) ~ on [^ ]+ing and [^ ]+ing
    like to .* and
    (how|that) (you|they|we|the two of you|your [^ ]+ [^ ]+) .* and ([^ ]+ed|went|came|got|left|met|found|began|took|made)( [^ ]+){0,3}$
    day (in|out) and day (out|in)
    dos and don'ts
    and .. (overlap|communicate|coordinate|differ|compare|compete|cooperate|collaborate|interact|relate|clash|swap|exchange|alternate|disagree|argue|quarrel|part)( |$)
    [^ ]+ing and [^ ]+ing (in|at|on|under) (the same|one|a)`,
  story: `
    (a|the last|the first|one|any|another) ((recent|particular|specific) )?(time|occasion|day|situation|moment|experience)
    (the|that) (day|night|evening|morning) ((when|that) )?(you|we|they|he|she|it|the|your)
    (a|an) ((recent|particular|specific|difficult|big) )?(conflict|disagreement|dispute|challenge|setback|mistake|misunderstanding|complaint|decision|row|quarrel|crisis|accident) (you [^ ]+ )?(?=and (how|what) )`,
  apart: `
    ((to|for|about|of|in|at|on|with|by|from|also) )?(the|a|an|your|our|its|their|his|her|my|this|that|these|those)
    (to|for|about|of|in|at|on|with|by|from)
    (?<=(about|describe) (your|the|our) ([^ ]+ )and )[^ ]+
    (?<= , ([^ ]+ ){1,2}and )[^ ]+`,
  valuing: `
    (think|make|thought) (of|about)
    {feel} about
    (how|what) (do|did|does) (you|it) (feel|find|rate|like|experience)
    (opinion|view|impression|impressions|thoughts|experience|comment|comments) (of|on|about)
    (satisfied|happy|content|rate|judge|grade|how often)
    how (is|was|were|are) (the|our|your)
    what (is|are|was|were) (our|your|the)`,
  verbs: `
    {wh} {aux} (you|they|we|people) [^ ]+( , [^ ]+)* and`,
  within: `
    (when|after|before|since|while|until|because|whenever|once|whether|if|unless|although|so that|as soon as|during|which|who|whose|where|from|if (my|our)|the (last|first|day|morning|time|moment|way|story|most recent)( [^ ]+)? (you|that|when|we|your))`,
  thatClause: `that`,
  embedded: `{wh}`,
  orAsks: `
    or (the|your|its) [^ ]+ too [^ ]+$
    (, )?or (did|do|does|are|were|was|have|has|will|would|can) (you|it|they|he|she|the|your|there)`,
  alternatives: `
    (, )?or (did|do|does|are|were|was|have|has|will|would|can) (you|it|they|he|she|the|your|there) (just|still|rather|only|simply|prefer|like|mostly|mainly|instead|usually|always|more|already|leave)
    or .* (not yet|later|only|afterwards|wait|waited)( |$)`,
  points: `
    (that|it|this|them|there|then|him|her|they|those|these|so|the reason|(?<!(old|new|other|last|first|previous|current) )one)`,
  ifSo: `and ,? ?if (so|yes|not)`,
  elided: `
    (when and where|where and when)
    (who|whose|whom) [^,]* , and (in what way|in what role|how)$
    and (what|which) ((did you|about|the|spoke|speaks|was) )*(least|worst|not|against)( [^ ]+)?(?= ,| *$)`,
}
