## Details that can be added to a request

field-summary = Summary
field-gist = Gist in English
field-specifics = Requirements or strengths
field-ptypes = Type of partner
field-role = Partner's role
field-targets = Countries wanted
field-career = Career stage
field-talent = Kind of place
field-period = Dates
field-weeks = Duration
field-funding = Funding
field-call = Call
field-budget = Budget
field-keywords = Keywords
field-until = Valid until
field-state = Status

ask-summary =
    <b>Sum up your request in a few sentences</b>
    It is the first thing a possible counterpart reads. Skip it and we use the beginning of your description.
ask-gist =
    <b>Can you say it in English in one or two sentences?</b>
    It is how people who write other languages will find it. Skip it and the team can write it.
    <i>Example: Low-cost moisture sensors for vineyards, seeking a field trial partner.</i>
ask-specifics-offers =
    <b>What makes it better than what exists?</b>
    Figures rather than praise.
    <i>Example: uses 70% less water than evaporation; tested for 8 months on real brine</i>
ask-specifics-seeks =
    <b>What requirements must be met?</b>
    <i>Example: flow of 5 m³/h, ISO 9001, delivery before October</i>
ask-ptypes =
    <b>What type of partner would suit you?</b>
    Choose one or more and tap “Done”. Skip it and any type will do.
ask-role =
    <b>What would the partner do?</b>
    <i>Example: a company that builds the prototype and tests it with us in the field</i>
ask-targets =
    <b>In which countries are you looking?</b>
    Choose one or more and tap “Done”. Skip it and we look everywhere but in your own.
ask-career = <b>Which career stage is it for?</b>
ask-talent = <b>What kind of place is it?</b>
ask-period =
    <b>Between which dates?</b>
    Choose, or type from when to when.
    <i>Example: 03/2027 to 08/2027</i>
ask-weeks = <b>How long would it last?</b>
ask-funding = <b>Who pays for it?</b>
ask-call =
    <b>Which call would you apply to?</b>
    Type its name and, if you know it, its closing date.
    <i>Example: ANID-NSFC 2027, closes 30/04/2027</i>
ask-budget =
    <b>What budget do you have?</b>
    Only the team sees it. In US dollars.
ask-keywords =
    <b>Keywords, up to five</b>
    <i>Example: lithium, adsorbents, brine</i>
ask-until =
    <b>Until when is your request valid?</b>
    Choose, or type a date. Skip it and it is valid for six months, or until the call closes.

period = { $from } – { $until }
day = { $date }

career-student = Student
career-r1 = Doctoral candidate (R1)
career-r2 = With a doctorate (R2)
career-r3 = Independent researcher (R3)
career-r4 = Leading researcher (R4)
career-technician = Technical staff

talent-job = Job
talent-funding = Grant or scholarship
talent-hosting = Research stay
talent-exchange = Exchange
talent-training = Internship or training

weeks-4 = Up to a month
weeks-13 = About 3 months
weeks-26 = About 6 months
weeks-52 = A year
weeks-104 = Two years or more

span-m3 = 3 months
span-m6 = 6 months
span-m12 = 12 months

funding-own = Own funds
funding-sought = Seeks funding
funding-offered = Offers funding
funding-call = A call

budget-under-10k = Under 10,000
budget-10k-50k = 10,000 to 50,000
budget-50k-250k = 50,000 to 250,000
budget-over-250k = Over 250,000
budget-undisclosed = Rather not say

wrong-not-english = That does not look like English. Write one or two sentences in English, or skip this step.
wrong-no-date = I cannot read those dates, or they have passed. Write them like this: 03/2027 to 08/2027.
wrong-keyword-too-long = Each keyword may have up to { $most } characters. Put commas between them.

choice-at-once = ⚡ { $label }
form-proposed = From what you wrote it could be one of these. Tap the one that fits, or see all.
button-add = ＋ { $field }
button-details = ＋ Add details
button-fields = ← Back to the review
button-clear = Remove

## Questions that make a request better

hints = 💡 <b>To find better counterparts</b> (or send it as it is):
hint-line = • { $question }
hint-identifies = A text seems to hold a name, contact, link or patent. Can you take it out? It will be shown without identifying you.
hint-few-words = The description is short. Can you say what problem it solves and what you have done so far?
hint-no-figure = Can you add a figure or a concrete requirement?
hint-title-repeats = The title repeats the first sentence. Can it say what matters most?
hint-vague-role = What exactly would the partner do?
hint-own-country = You included your own country. Are you really looking there too?
hint-no-gist = Can you add a sentence in English? That way it is found in the other languages too.

## Where a request stands

request-submitted = Sent
request-needs-info = Information needed
request-open = Open
request-paused = Paused
request-expired = Expired
request-fulfilled = Concluded
request-withdrawn = Withdrawn
request-rejected = Not accepted
request-archived = Archived
request-erased = Erased

request-means-submitted = The team has it. We will tell you in this chat when they have looked at it.
request-means-needs-info = The team needs something more to go on. Change it or answer in this chat; without an answer it is withdrawn after 30 days.
request-means-open = The team approved it and is looking for counterparts. Nobody will see your name without your permission.
request-means-paused = No counterparts are sought until you resume it.
request-means-expired = Its time is over. You can renew it once; otherwise it is archived after 90 days.
request-means-fulfilled = No more counterparts are sought. If anything is missing, use /human.
request-means-withdrawn = No counterparts are sought any more. You can ask for another look, or send a new one.
request-means-rejected = If you disagree or can improve it, ask for another look. You can also ask a person with /human.
request-means-archived = It is kept and no longer changes. You can send another at any time.
request-means-erased = Only its number and status are left.

request-reason = Reason: { $reason }
request-holds-until = Valid until { $date }.
reason-owner = withdrawn by its owner
reason-found = a partner was found
reason-elsewhere = a partner was found elsewhere
reason-closed = the team closed the case
reason-no-answer = no answer for 30 days
reason-scope = it is outside of what the centre does
reason-duplicate = there is another request like it
reason-unclear = it is not clear what is offered or sought
reason-regulated = the law leaves it to another authority
reason-expired = its time is over

own-still = Yes, still valid
own-pause = Pause
own-resume = Resume
own-renew = Renew for 6 months
own-appeal = Ask for another look
own-done = It is settled
own-found = Yes, through the centre
own-elsewhere = Some other way

request-confirmed = ✓ Noted: request { $number } is still valid.
request-renewed-already = That request was renewed once already. If you need it, send a new one.
done-how =
    <b>Request { $number }: did you find a partner through the centre?</b>
    We will stop looking for others.

remind-info =
    We are still waiting for what is missing in your request <code>{ $number }</code>.
    { $title }
    Change it, or answer in this chat.
remind-still-valid =
    Is your request <code>{ $number }</code> still valid?
    { $title }
    It holds until { $date }.
remind-ending =
    Your request <code>{ $number }</code> ends on { $date }.
    { $title }
remind-paused =
    Your request <code>{ $number }</code> has been paused for 30 days. Shall we resume it?
    { $title }

## The team's decisions

decide-approve = ✓ Approve
decide-info = Ask for more
decide-reject = Do not accept
decide-scope = Out of scope
decide-unclear = Unclear
decide-duplicate = Duplicate
decide-regulated = Regulated matter
decide-pause = Pause
decide-resume = Resume

flag-dual-use = dual use
flag-genetic = genetic resources
flag-health-data = health data
flag-important-data = important data or state secrets

staff-flagged = ⚠ <b>Look at this: { $flags }.</b> Never matched automatically.
staff-mentioned = ⚠ Mentioned: { $flags }.
staff-request-moved = 💬 Request { $number } is now: { $state }.
staff-request-gone = That request does not exist any more.
staff-why-reject =
    <b>Why is request { $number } not accepted?</b>
    The partner will see the reason and can ask for another look.
staff-decided = { $who }: request { $number } → <b>{ $state }</b>. The partner has been told.
staff-request-is = Nothing was changed: request { $number } is { $state }.

## Several files at once

album-kept =
    { $count ->
        [0] No file was received.
        [one] ✓ One file received.
       *[other] ✓ { $count } files received.
    }
album-refused = Not received: { $count }. The most is { $most } a request and { $megabytes } MB each, in these formats: { $kinds }.
