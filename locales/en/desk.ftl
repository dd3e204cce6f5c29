## Deadlines

desk-due = ⏰ Answer by { $time } on { $date } (the centre's time)
desk-stands = ⏸ Waiting for the partner.
desk-snoozed = 💤 No reminders until { $time } on { $date }
desk-snoozed-reply = 💤 No reminders until the partner writes
desk-time = 🕐 { $country }: { $hours } h. When it is { $here } here, it is { $there } there.
desk-time-same = 🕐 { $country }: the same time as here
desk-due-in = due in { $time }
desk-late = ⚠ { $time } late

## Reminders

staff-mention = <a href="tg://user?id={ $user }">{ $who }</a>
remind-owner = ⏰ { $who }: the partner is waiting for an answer in lead #{ $number }. It is { $late } late.
remind-unclaimed =
    <b>⏰ { $count ->
        [one] One lead that nobody has is past its deadline
       *[other] { $count } leads that nobody has are past their deadline
    }</b>
remind-escalated =
    <b>🔴 { $count ->
        [one] One lead is still unanswered after two reminders
       *[other] { $count } leads are still unanswered after two reminders
    }</b>
    Anyone may pass it to somebody else.
remind-line = <b>#{ $number }</b> · { $name } · { $late } late · 👤 { $who }
remind-nobody = nobody
remind-more = … and { $count } more: /queue
remind-awake = ⏰ { $who }: the pause of lead #{ $number } is over.

## Pauses

button-snooze-1d = 💤 1 day
button-snooze-3d = 💤 3 days
button-snooze-7d = 💤 1 week
button-snooze-reply = 💤 Until they write
button-snooze-end = ⏰ No pause
snooze-choose =
    How long should reminders of lead #{ $number } pause? The deadline goes on.
    Also: <code>/snooze 3d</code> or <code>/snooze 2026-12-01</code>
snooze-unread =
    I did not understand until when lead #{ $number } should pause. Write working days (<code>/snooze 3d</code>), a date within the next 60 working days (<code>/snooze 2026-12-01</code>), or choose:
snooze-take-first = Nobody has lead #{ $number }. Take it first with /claim.
snooze-ended = ⏰ Lead #{ $number }: reminders are on.
snooze-until-reply = 💤 Lead #{ $number }: no reminders until the partner writes.
snooze-until = 💤 Lead #{ $number }: no reminders until { $time } on { $date }.

## Passing on

button-next = Take the next one
button-assign = Pass to…
button-assign-number = Pass on #{ $number }
button-give = { $who } ({ $has })
assign-choose = Who should get lead #{ $number }? In brackets, how many each one has.
assign-not-staff = That person is no longer on the staff.
assign-given = 👤 { $by } passed lead #{ $number } to { $to }.
assign-left = 👤 { $who } has left the staff: lead #{ $number } is back in the queue.

## Sending and correcting

receipt-waiting = ⏳ Waiting: Telegram asks for a pause of { $seconds } s. It goes out by itself.
receipt-no-answer = ⏳ Waiting: Telegram does not answer. It is tried again by itself.
receipt-blocked = ⚠ Not delivered: the partner blocked the bot. Use the contact on the card; if they write here again, you can answer.
receipt-account-gone = ⚠ Not delivered: that Telegram account no longer exists. Use the contact on the card.
receipt-refused = ⚠ Not delivered. Telegram says: <code>{ $why }</code>
receipt-corrected = ✎ Corrected: the partner sees the new words.
receipt-taken-back = ↩ Taken back: the partner no longer sees it.
correct-too-late = ⚠ More than 48 hours have passed: Telegram no longer lets that message be changed or taken back. Send another with /reply.
correct-never-arrived = ⚠ That message never reached the partner: there is nothing to change.
correct-not-words = ⚠ The caption of a file cannot be corrected. Take it back with /undo and send it again.
undo-nothing = You have no reply in lead #{ $number } to take back.
undo-before-it-left = ↩ Taken back before it left: the partner did not see it.
difference-gone = <s>{ $words }</s>
difference-new = <b>{ $words }</b>

## Figures

stats-title = The desk in figures
stats-days = Last { $days } days · { $date }
stats-number = { $count }
stats-share = { $percent }%
stats-line = { $label }: { $value }
stats-group = <b>{ $title }</b>: { $bars }
stats-head = <b>{ $title }</b> · { $days }
stats-none = No data yet
stats-waiting = Waiting
stats-taken = In work
stats-late = Late
stats-in-time = In time
stats-age = Waiting, by age
stats-answers = Answers
stats-funnel = From request to agreement
stats-kind = Requests by kind
stats-sector = Requests by sector
stats-language = Leads by language
stats-age-day = Less than 1 day
stats-age-three-days = 1 to 3 days
stats-age-week = 3 to 7 days
stats-age-longer = More than a week
stats-answers-in-time = In time
stats-answers-late = Late
stats-funnel-sent = Sent
stats-funnel-taken = Taken
stats-funnel-answered = Answered
stats-funnel-matched = With counterparts
stats-funnel-introduced = Introduced
stats-funnel-agreed = Agreed

## Who takes what

route-suggested = 💡 Suggested: { $who }
route-place-freed = 💡 { $who } has a place: will you take lead #{ $number }?
me =
    <b>Desk of { $who }</b>
    Leads: { $has } · suggested up to: { $capacity }
    Office hours: { $hours }
    Languages: { $langs }
    Sectors: { $sectors }
    Countries: { $countries }

    <i>With “+” new leads are suggested to you; the buttons choose which ones first.</i>
me-all = everything
me-none = none
button-me-more = ➕ One more
button-me-less = ➖ One less
button-me-hours = 🕐 { $country }
button-me-sectors = Sectors…
button-me-countries = Countries…
button-me-back = ‹ Back

## Finding

find-what = Write what to look for: <code>/find lithium</code>
find-nothing = Nothing found with “{ $words }”.
find = 🔎 <b>{ $words }</b>
find-lead = <b>#{ $number }</b> · { $name } · { $state }
find-words = <blockquote>{ $words }</blockquote>
find-organisation = 🏛 { $name }
button-lead = #{ $number }
history = <b>History of lead #{ $number }</b>
history-house = system
history-partner = partner
history-line = { $date }, { $time } · { $who } · { $what }
history-opened = lead opened
history-submitted = request sent
history-open = request in work
history-closed = request closed
history-withdrawn = request withdrawn
history-amended = request changed
history-approve = approved the request
history-ask-info = asked for details
history-answer = details came
history-reject = turned the request down
history-appeal = request looked at again
history-pause = paused the request
history-resume = resumed the request
history-confirm = confirmed that it still holds
history-expire = request expired
history-renew = renewed the request
history-fulfil = request fulfilled
history-withdraw = withdrew the request
history-archive = request archived
history-erase = request erased
history-take = took the lead
history-give = passed the lead on
history-release = put the lead back
history-close = closed the lead
history-reopen = reopened the lead
history-merge = merged it into another lead
history-merged = merged another lead into it
history-snooze = paused the reminders
history-wake = resumed the reminders
history-word-changed = corrected a message
history-word-taken-back = took a message back
history-identity-viewed = viewed the contact

## Canned replies

canned-none = There are no canned replies.
canned-choose = Canned replies for lead #{ $number }. They are shown first; nothing is sent yet.
canned-preview =
    This is what the partner will read:
    <blockquote>{ $words }</blockquote>
canned-missing = ⚠ It cannot be sent: { $missing } is missing. Write the answer with /reply.
canned-gone = That canned reply no longer exists. See /canned
canned-sent-already = ✓ That reply has been sent already.
button-canned = Replies…
button-canned-send = Send to the partner
canned-day = { $date }
variable-reference = the number of the request
variable-title = the title of the request
variable-organisation = the name of the organisation
variable-staff = your name
variable-next-day = the date

## The partner's contact

button-identity = View contact
identity =
    📇 <b>{ $number }</b>: { $contact }
    <i>Only for whoever has the lead. That you saw it is on record.</i>
identity-none = This request has no other contact: answer in this chat.
identity-take-first = Take lead #{ $number } first: only whoever has it sees the contact.
identity-in-private = Sent to your private chat.

## Trouble with the group

retold = ↻ <b>This topic is new because the old one was deleted. What was said last:</b>
retold-partner = Partner
retold-line = <b>{ $who }</b>: { $words }
trouble-topics = ⚠ <b>I may not open topics in this group.</b> New leads wait and are not lost. An administrator has to give me the right “Manage topics”; then they appear by themselves.
trouble-pin = ⚠ I may not pin messages in this group: cards are not pinned. An administrator has to give me the right “Pin messages”.
trouble-group-moved = ℹ Telegram made this group a supergroup; I am still here and the leads are shown again. Put the new number into the configuration: <code>PUENTE_STAFF_CHAT={ $number }</code>

## Repeats

repeats-own = 🔁 Seems to repeat lead #{ $number } of the same partner ({ $state }).
repeats-other = 🔁 Reads like lead #{ $number } of another partner ({ $state }).
merged-into = 🔗 Merged into lead #{ $number }: the talk goes on there.
merged-here = 🔗 Together with { $numbers }
button-merge = 🔗 Merge #{ $from } into #{ $number }
merge-into-what = Which lead should #{ $number } be merged into? Write its number: <code>/merge 12</code>
merge-with-itself = Lead #{ $number } cannot be merged into itself.
merge-other-partner = Leads #{ $one } and #{ $other } belong to different partners and cannot be merged: one would read what the other wrote.
merge-the-other-way = Lead #{ $one } has a request and #{ $other } has none. Merge them the other way round: in the topic of #{ $other } write <code>/merge { $one }</code>
merge-under-way = The request of lead #{ $number } has introductions under way. Settle them before merging, or merge the other lead into this one.
staff-merged = 🔗 { $who } merged lead #{ $number } into #{ $other }. To part them again: /reopen
staff-merged-here = 🔗 <b>{ $who } merged lead #{ $number } into this one</b> ({ $name }). What was said in it:
notice-merged = 🔗 Your <b>{ $number }</b> is about the same as <b>{ $other }</b>. The team goes on with both as <b>{ $other }</b>; you need not repeat anything.

## Reading only

reads-only = 👁 You may read here, but not act. An admin can change that with /readers
readers =
    <b>Who may only read</b>
    Tap a name to change it. Who only reads takes no leads, answers nobody and sees no contacts; what they had goes back to the queue.
readers-nobody = There is nobody else on the staff yet.
button-reader = 👁 { $who }: only reads
assign-reads-only = { $who } may only read. Choose somebody else.
button-worker = ✍ { $who }: works
reader-now = 👁 { $who } may only read from now on: lead #{ $number } is back in the queue.
was-away = 🔌 <b>I was offline from { $from_time } on { $from_date } until { $to_time } on { $to_date }.</b>
was-away-answered = What partners wrote in that time is being answered now.
was-away-too-long = Telegram keeps messages for 24 hours only: what was written before { $time } on { $date } did not arrive. Ask those who were waiting for something.

tag-how = 🏷 Tags: <code>/tag lithium urgent</code> gives them, <code>/tag -urgent</code> takes one away, <code>/find #lithium</code> finds the leads. In use:
tag-wrong = This is no tag: { $word }. Use letters, digits or hyphens, at most { $most } characters.
tag-too-many = A lead has at most { $most } tags. Take one away with <code>/tag -tag</code>.
tag-now = 🏷 Lead #{ $number }: { $tags }
tag-none = no tags
