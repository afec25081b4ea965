import type { ModeGrammar } from './grammar.ts'

/** What tells feedback from behaviour in English: whose act it is, who judges, what is shown or offered, what is somebody's own life. */
export const englishModes: ModeGrammar = {
  acts: `
    {aux} (not )?(you|your|anyone|anybody|somebody|someone|there|i|we)
    (you|i|your [^ ]+|like everyone|like everybody)
    (i|we) (wonder|want|would|'d)
    (like|as) everybody else`,
  shown: `
    (i am going to|i'll|i will|i'm going to|please|now) .. (show|read|look at|play) .. (you|at|this|the|these|each)
    read this
    (picture|imagine) yourself (using|in|with)
    looking at this`,
  opines: `
    you .. (think|find|found|feel|like|liked|prefer|agree|trust|notice|noticed|recommend|believe|enjoy|enjoyed|love)
    you .. (satisfied|dissatisfied|impressed|happy|unhappy) with (the (service|result|product|app|delivery|price|quality)|our|us|this|quality)
    (make sense|clear|say) to you
    you .. (see|find) (the|what|how|our)
    would you say
    the (film|service|staff|advert|app|website|design|product|food|course)`,
  offered: `
    (our|us|we|this (?!year|week|month|summer|winter|country|evening|morning)|these|buy|use|recommend|subscribe|upgrade|renew|choose|order|download|sign up|click|app|apps|website|shop|store|bank|product|service|brand|magazine|company|solution|discount|loyalty|insurance company|features|feature)
    (pay|paying) (for|more|extra)
    you pay
    would you (change|improve|tell them)`,
  life: `
    (job|jobs|dream|have (solved|done|gone|happened|chosen)|live|living|lives|move|moving|children|child|baby|retire|retirement|lottery|years|rent|redundant|unemployed|fired|laid off|life|salary|money|sabbatical|day off|week off|year off|phone|school|parents|partner|die|ill|sick|university|mortgage|holiday|house|flat|marry|married|inherited|start again|boss|career|study|old age|world|government)`,
  feedback: `
    (what|how) ((do|did|would) you|are your|were your|is your|was your) .. (think|thought*|feel|opinion|view|impression*|perception|reaction|say|make of|like|dislike|find|rate|grade|take away|love|change|describe|expect) (of|about|on|to|when you (see|read|hear|look)|in|best|least|most|the|this|our|it|as)
    (our|we|us) (?!(conversation|talk|interview|last|chat))
    (impression|opinion|perception|view) (of|on)
    (your|first) (opinion|reaction|impression|view|thoughts)
    (press|click|tap) (this|the|that|on)
    competitors
    how (important|strongly|helpful|appealing|attractive)
    (surprised|annoyed|frustrated|annoys|struck) you .. (about|with) the (product|app|site|website|service|film|page|process|check-in)
    (difficult|hardest|easiest|best|worst) .. (about|part of) the (form|course|product|app|service|website|page)
    (new|old) packaging
    (which|what) of (the|these)
    thoughts come
    (missing|lacking) (from|in) (this|the)
    understand the (sentence|text|headline|page)
    (satisfied|dissatisfied|recommend|rate|rating|scale|grade|score|intuitive|confusing|appealing|attractive|clear|unclear|fair|too (high|low|long|short|small|big|expensive|much)|good value|polite|easy or|how (easy|satisfied|useful|helpful|clear|fun|happy) )
    (this|the|that|these|those) (new |final )?(page|site|website|advert|ad|mock-up|mockup|prototype|headline|film|poster|logo|packaging|screen|concept|icon|icons|button|slogan|spot|name|names|sketch*|design|text|feature|proposal|idea|homepage|front page|video|banner|texts|picture|image|campaign|mailing|colour|colours|music)
    (would|will|could|might) you .. (use|buy|choose|recommend|subscribe|pay|switch|renew|upgrade|try|download|order|prefer|click|sign up|apply|book|wear|join|want to work)
    (comes|come) to mind when
    (better|worse|easier|nicer) (than|to)
    give .. a (four|five|three|two|ten|one|[0-9]+)
    compare* .. (with|to)
    (for you to (use|read|buy|switch|join|try|choose))
    (think|say) out loud
    what .. (you take from|does .. say to you|stand* out|catch* your eye|strike* you|notice)
    how does the [^ ]+ [^ ]+ feel
    {feel} (about|best|least|most|it about)
    (was|were|is|are) (the|anything|this|that|it|everything|these) ... {blame}
    (experience of|associate with|trust us|customer service|brand attributes)
    (build|perfect|ideal|different) (next|bank|shop|app|service|product|look)
    features
    (is|was|are|were) the [^ ]+ (polite|friendly|good|bad|nice|clean|tasty|helpful|quick|fast|clear|warm|kind|competent|clean)
    using this .*
    (stood|stand|stands) out to you
    (pros and cons|dissatisfied|you agree|agree or|perceive|in your (opinion|view)|worth (it|paying|the money|having)|trust in us|well known)
    (please )?rate (the|our|your)
    describe (our|your (manager|boss|employer|team)|the (company|team|brand|hospital|school|service))
    (supported|appreciated|valued|heard|listened to|treated|respected) (by|at|as)
    how (proud|much of a relief)
    (made|make|makes) (your|it) .* (simpler|easier|better|harder)
    (summarise|summarize|put|sum) (it|this|that) .. in your own words`,
  behaviour: `
    (last|first) time (you|your)
    (how|when|where|why) did you (hear|find out|hear about|come to|decide|choose|first find|get|know|end up|know when|learn|join|cope|prepare|change)
    (walk|talk|take) (me|us) (through|back)
    (what|how) (did|do) you (do|usually|normally|typically|read|handle|cook|buy|pay|use|decide|plan|live|spend|go about|cope|align|segment|get)
    (called|call|contacted|phoned|rang|wrote) us
    how (upset|angry|sad|nervous|afraid|relieved|stressed|worried|lonely|scared|disappointed|proud) (were|was|are|did)
    that (made|convinced|persuaded) you
    made you (switch|leave|change|choose|buy|stay|call)
    (idea|thought) come from
    about (commuting|your (job|work|life))
    your (salary|manager|boss)
    (what|which) (steps|problems|pain points|prompted|made you|frustrated you|kind of|happened|led)
    (have|had) you (ever |used |visited |shared |done |tried |bought |called )
    (came|come|coming|switched|switch|moved|went|signed up|pick|picked|chose|choose|found|heard of|heard about|told) (to |with |over to |for )?us
    (you|your [^ ]+) (had|'d|have|had been|were) (already |never )?(cancelled|signed|left|bought|compared|with them)
    put up with it|(overdrawn|enjoy .. at work)`,
  either: `
    what (do|did) you (understand by|associate with|connect with|take .. to mean)
    would you mind (if|me)
    (is|would) it (be )?(ok|okay|all right|alright|fine) if
    (what|how) (does|do) .. (mean|means) .. (to you|by)
    what (did|do) you mean
    (a little|a bit|some|anything) more (about (that|it|this))?
    (anything|something) (else )?(you|that|we|i) .. (add|ask|tell|mention|like|say|know)
    (why|how) (is|was|so|do you say) (that|this|it)$
    what does it do to you
    ^tell me more
    makes you say (that|so)
    matters to you in life
    (call|contact) you again
    (hear|see) me$
    ^anything else$
    (explain|say) .. more$
    shall we (take|start|have)
    good time$
    do you mind if i
    (are you|is that|is everything) (comfortable|ok|okay|all right|alright|ready)$
    what should i have asked
    (would you like|do you want) .. (coffee|tea|water|break|sit)
    (record|recording|takes notes|take notes|sits in|quote you|your consent)
    (what is|how old|what's) .. (your|you) .. (occupation|name|age|job|old|marital status)
    how old are you
    (an example|for instance)$
    (who else|what else) (should|could|can|have) (i|we)
    (i'd|i would) love to hear it
    (right or wrong answers|what is on your mind|tell me .. about yourself|introduce yourself|before we (start|begin|end|finish))
    (important|matters most) .. in life
    do you love about your work
    this past hour
    (most|everyone|everybody|people) (should|ought)
    word ...mean
    (is there|was there|have you got|do you have) (anything|something|any questions|a question)
    any (other |more )?(questions|thoughts)( [^ ]+){0,2}$
    (go on|how are you|how are you today|carry on)$
    (else )?comes to mind$
    (wish|dream|long|hope) (for|of) (these days|in life|right now|nowadays)
    (what makes you happy|age group|year were you born|postcode|hired at what|at what grade)
    (what this|this|our) (conversation|interview|talk) (is|will be) (for|about)
    (receive|get|see) .. (results|summary|report)
    (sitting|seated) .*comfortabl*|comfortable where`,
}
