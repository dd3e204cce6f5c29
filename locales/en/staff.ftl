## Delivery

receipt-sent = ✓ Delivered to the partner.
receipt-failed = ⚠ Not delivered: that chat cannot be written to. Try the contact on the card, if there is one.

## From the partner

staff-partner-edited =
    💬 <b>The partner edited their message:</b>
    <blockquote>{ $words }</blockquote>
help-staff =
    <b>Staff</b>
    Each request or question is a lead and has its topic. What you say in the topic does not reach the partner.
    To write to them, reply to one of their messages (💬) or use /reply. Outside the topic, add the number: <code>/lead 12</code>
staff-forgotten =
    ⚠ <b>The partner erased their data.</b>
    The request is withdrawn and the lead closed. Delete this topic with its messages and files, and keep no copies.
staff-amended =
    💬 <b>The partner changed their request.</b>

    { $changes }
staff-withdrawn = 💬 The partner withdrew their request. The lead is closed.

## The card

staff-consultation = Question
staff-no-such-lead = There is no such lead. See those waiting in /queue.
staff-state-owner = { $state } · 👤 { $who }
staff-partner-speaks = Partner's language: { $language }
staff-partner-gone = The partner erased their data: they can no longer be written to.
staff-card-head = <b>Lead #{ $number }</b> · { $state }
staff-consultation-words = { $words }
staff-card-request = <b>{ $kind }</b> · <code>{ $number }</code>
field-files = Files
staff-card-words =
    💬 <b>{ $title }</b>
    <blockquote>{ $words }</blockquote>

## Counterparts

staff-no-matches = No counterparts yet.
staff-matches =
    <b>{ $count ->
        [one] One possible counterpart
       *[other] { $count } possible counterparts
    }</b>
match-suggested = { $points }/100 · suggested
match-maybe = { $points }/100 · maybe
match-line =
    <b>M{ $number }</b> · <b>{ $points }</b> · { $who }
    { $title }
match-part-short = { $part } { $points }
match-ask = to be asked
match-stages = offers: { $offered }; seeks: { $wanted }
match-not-asked = does not apply to this kind
match-part = { $part } { $points }/{ $most }

## Lists

queue-empty = No leads are waiting.
queue =
    <b>{ $count ->
        [one] One lead waiting
       *[other] { $count } leads waiting
    }</b>
    What is due first comes first. 💬: the partner is waiting for an answer.
mine-empty = You have no leads. See those waiting in /queue or take one with /next.
mine =
    <b>Your leads</b>
    💬: the partner is waiting for an answer.
age-minutes = { $count } min
age-hours = { $count } h
age-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
queue-line-unanswered = 💬 <b>#{ $number }</b> · { $name } · { $age }
queue-line = <b>#{ $number }</b> · { $name } · { $age }

## Moves

staff-command-unknown = That command is not used in this group. See /help.
staff-which-lead = Which lead? Use { $command } in its topic, in reply to one of its messages, or with its number: <code>{ $command } 12</code>
staff-taken = 👤 { $who } took lead #{ $number }.
staff-released = 👤 { $who } put lead #{ $number } back in the queue. Anyone can take it.
staff-closed = 👤 { $who } closed lead #{ $number }. To take it up again: /reopen
staff-reopened = 👤 { $who } reopened lead #{ $number }.
staff-done = ✓ Done: lead #{ $number }.
notice-taken = 👤 A person on the team is now in charge of <b>{ $number }</b> and will write to you in this chat.
notice-closed = The team has closed <b>{ $number }</b>. If anything is missing, reply to their last message or use /human.
notice-reopened = The team has reopened <b>{ $number }</b> and will write to you in this chat.
staff-taken-by = { $who } has lead #{ $number }. Only they can answer it, put it back or close it.
staff-already = Lead #{ $number } was already so; nothing changed.
staff-is-closed = Lead #{ $number } is closed. Reopen it first with /reopen.

## Talk

staff-partner-says =
    💬 <b>Partner</b> · <i>to answer them, reply to this message</i>
    <blockquote>{ $words }</blockquote>
staff-reply-empty = Write your answer after the command: <code>/reply Good afternoon…</code>
partner-staff-says =
    👤 <b>{ $who }</b>, from the centre's team:
    <blockquote>{ $words }</blockquote>
    <i>To answer, reply to this message.</i>
staff-partner-unreachable = ⚠ Last time the partner's chat could not be written to. It will be tried again; you will see here whether it arrived.
partner-staff-sends =
    👤 <b>{ $who }</b>, from the centre's team, is sending you a file.
    <i>To answer, reply to this message.</i>
staff-note-empty = Write the note after the command: <code>/note Call on Monday</code>
staff-noted = ✓ Note kept with lead #{ $number }. The partner does not see it.
staff-changed-field = { $field }: <s>{ $before }</s> → { $after }
staff-shut-out = Alike, but they cannot be suggested:
staff-shut-out-line = { $count } · { $gate }
